#include "CFileFormats.h"

#if defined(USE_NETCDF)
#include <math.h>
#include <netcdf.h>
#include <string.h>

int32_t netcdf_is_built_in(void) { return 1; }

const char *netcdf_message(int32_t code) { return nc_strerror(code); }

int32_t netcdf_create(const char *path, int32_t *file) {
  return nc_create(path, NC_NETCDF4 | NC_CLOBBER, file);
}

int32_t netcdf_dimension(int32_t file, const char *name, size_t length, int32_t *dimension) {
  return nc_def_dim(file, name, length, dimension);
}

int32_t netcdf_variable(int32_t file, const char *name, int32_t kind, int32_t count,
                        const int32_t *dimensions, int32_t has_missing, int32_t *variable) {
  const nc_type types[] = {NC_DOUBLE, NC_INT, NC_STRING};
  int code = nc_def_var(file, name, types[kind], count, dimensions, variable);
  if (code != NC_NOERR || !has_missing) return code;
  double missing = NAN;
  return nc_def_var_fill(file, *variable, NC_FILL, &missing);
}

int32_t netcdf_text_attribute(int32_t file, int32_t variable, const char *name, const char *text) {
  return nc_put_att_text(file, variable, name, strlen(text), text);
}

int32_t netcdf_number_attribute(int32_t file, int32_t variable, const char *name, double number) {
  return nc_put_att_double(file, variable, name, NC_DOUBLE, 1, &number);
}

int32_t netcdf_put_numbers(int32_t file, int32_t variable, const double *values) {
  return nc_put_var_double(file, variable, values);
}

int32_t netcdf_put_part(int32_t file, int32_t variable, const ptrdiff_t *start,
                        const ptrdiff_t *count, const double *values) {
  return nc_put_vara_double(file, variable, (const size_t *)start, (const size_t *)count, values);
}

int32_t netcdf_put_text(int32_t file, int32_t variable, size_t index, const char *text) {
  return nc_put_var1_string(file, variable, &index, &text);
}

int32_t netcdf_close(int32_t file) { return nc_close(file); }

#else

int32_t netcdf_is_built_in(void) { return 0; }
const char *netcdf_message(int32_t code) { return "not built in"; }
int32_t netcdf_create(const char *path, int32_t *file) { return FORMAT_NOT_BUILT_IN; }
int32_t netcdf_dimension(int32_t file, const char *name, size_t length, int32_t *dimension) {
  return FORMAT_NOT_BUILT_IN;
}
int32_t netcdf_variable(int32_t file, const char *name, int32_t kind, int32_t count,
                        const int32_t *dimensions, int32_t has_missing, int32_t *variable) {
  return FORMAT_NOT_BUILT_IN;
}
int32_t netcdf_text_attribute(int32_t file, int32_t variable, const char *name, const char *text) {
  return FORMAT_NOT_BUILT_IN;
}
int32_t netcdf_number_attribute(int32_t file, int32_t variable, const char *name, double number) {
  return FORMAT_NOT_BUILT_IN;
}
int32_t netcdf_put_numbers(int32_t file, int32_t variable, const double *values) {
  return FORMAT_NOT_BUILT_IN;
}
int32_t netcdf_put_part(int32_t file, int32_t variable, const ptrdiff_t *start,
                        const ptrdiff_t *count, const double *values) {
  return FORMAT_NOT_BUILT_IN;
}
int32_t netcdf_put_text(int32_t file, int32_t variable, size_t index, const char *text) {
  return FORMAT_NOT_BUILT_IN;
}
int32_t netcdf_close(int32_t file) { return FORMAT_NOT_BUILT_IN; }

#endif
