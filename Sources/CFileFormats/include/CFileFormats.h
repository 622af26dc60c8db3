// Our own prototypes over libzip and libnetcdf, so that Swift sees neither library's header, and a build
// without a library says so instead of failing. Every function that can fail returns 0 or an error code.
#ifndef CFILEFORMATS_H
#define CFILEFORMATS_H

#include <stddef.h>
#include <stdint.h>

/// What every function returns where the library is not built in.
#define FORMAT_NOT_BUILT_IN (-1000)

// ---- zip archives (trait Excel, libzip)

/// 1 if archives can be read and written.
int32_t archive_is_built_in(void);
/// An archive over bytes that must outlive it; a null pointer where they are no archive.
void *archive_open(const uint8_t *bytes, size_t count);
/// An empty archive in memory.
void *archive_create(void);
/// The number of its entries.
int64_t archive_count(void *archive);
/// The name of an entry, valid as long as the archive.
const char *archive_name(void *archive, int64_t index);
/// The size of an entry when it is unpacked; negative where it is unknown.
int64_t archive_size(void *archive, int64_t index);
/// Unpacks an entry into `bytes`, which hold as many as it has.
int32_t archive_read(void *archive, int64_t index, uint8_t *bytes, int64_t count);
/// Adds an entry; the bytes are copied. Its time is fixed, so that the same entries give the same archive.
int32_t archive_add(void *archive, const char *name, const uint8_t *bytes, size_t count);
/// Closes a created archive and gives its size, or a negative error code; then `archive_take` it.
int64_t archive_finish(void *archive);
/// Copies the finished archive into `bytes` and frees it.
int32_t archive_take(void *archive, uint8_t *bytes, int64_t count);
/// Frees an opened archive, or a created one that is not wanted any more.
void archive_close(void *archive);

// ---- NetCDF-4 files (trait NetCDF, libnetcdf)

/// 1 if files can be written.
int32_t netcdf_is_built_in(void);
/// What an error code means.
const char *netcdf_message(int32_t code);
/// Creates a file and gives its identifier; an existing file is replaced.
int32_t netcdf_create(const char *path, int32_t *file);
/// A dimension of this length.
int32_t netcdf_dimension(int32_t file, const char *name, size_t length, int32_t *dimension);
/// What a variable holds.
enum { NETCDF_NUMBERS, NETCDF_WHOLE_NUMBERS, NETCDF_TEXTS };
/// A variable over some dimensions. Numbers have NaN for missing values.
int32_t netcdf_variable(int32_t file, const char *name, int32_t kind, int32_t count,
                        const int32_t *dimensions, int32_t has_missing, int32_t *variable);
/// An attribute of a variable, or of the file (`variable` -1).
int32_t netcdf_text_attribute(int32_t file, int32_t variable, const char *name, const char *text);
int32_t netcdf_number_attribute(int32_t file, int32_t variable, const char *name, double number);
/// All values of a variable.
int32_t netcdf_put_numbers(int32_t file, int32_t variable, const double *values);
/// The values in a box of a variable: where it begins and how long it is along each dimension.
int32_t netcdf_put_part(int32_t file, int32_t variable, const ptrdiff_t *start,
                        const ptrdiff_t *count, const double *values);
/// One text of a variable over one dimension.
int32_t netcdf_put_text(int32_t file, int32_t variable, size_t index, const char *text);
/// Writes what is left and closes the file.
int32_t netcdf_close(int32_t file);

#endif
