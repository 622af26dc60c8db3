#include "CFileFormats.h"

#if defined(USE_LIBZIP)
#include <stdlib.h>
#include <string.h>
#include <zip.h>

// An archive over a source of bytes: those of the caller, or a buffer that grows.
typedef struct {
  zip_t *zip;
  zip_source_t *source;
} archive;

static archive *wrapped(zip_source_t *source, int flags) {
  if (source == NULL) return NULL;
  // Kept, so that what was written can be read back after the archive is closed.
  zip_source_keep(source);
  zip_t *zip = zip_open_from_source(source, flags, NULL);
  if (zip == NULL) {
    zip_source_free(source);
    zip_source_free(source);
    return NULL;
  }
  archive *result = malloc(sizeof *result);
  if (result == NULL) {
    zip_discard(zip);
    zip_source_free(source);
    return NULL;
  }
  result->zip = zip;
  result->source = source;
  return result;
}

int32_t archive_is_built_in(void) { return 1; }

void *archive_open(const uint8_t *bytes, size_t count) {
  return wrapped(zip_source_buffer_create(bytes, count, 0, NULL), ZIP_RDONLY | ZIP_CHECKCONS);
}

void *archive_create(void) {
  return wrapped(zip_source_buffer_create(NULL, 0, 0, NULL), ZIP_CREATE | ZIP_TRUNCATE);
}

int64_t archive_count(void *handle) { return zip_get_num_entries(((archive *)handle)->zip, 0); }

const char *archive_name(void *handle, int64_t index) {
  return zip_get_name(((archive *)handle)->zip, (zip_uint64_t)index, 0);
}

int64_t archive_size(void *handle, int64_t index) {
  zip_stat_t stat;
  if (zip_stat_index(((archive *)handle)->zip, (zip_uint64_t)index, 0, &stat) != 0) return -1;
  return stat.valid & ZIP_STAT_SIZE ? (int64_t)stat.size : -1;
}

int32_t archive_read(void *handle, int64_t index, uint8_t *bytes, int64_t count) {
  zip_file_t *file = zip_fopen_index(((archive *)handle)->zip, (zip_uint64_t)index, 0);
  if (file == NULL) return -1;
  zip_int64_t read = zip_fread(file, bytes, (zip_uint64_t)count);
  // The checksum is compared when the end is reached, not before.
  uint8_t more;
  zip_int64_t rest = zip_fread(file, &more, 1);
  int closed = zip_fclose(file);
  return read == count && rest == 0 && closed == 0 ? 0 : -1;
}

int32_t archive_add(void *handle, const char *name, const uint8_t *bytes, size_t count) {
  zip_t *zip = ((archive *)handle)->zip;
  void *copy = malloc(count > 0 ? count : 1);
  if (copy == NULL) return -1;
  memcpy(copy, bytes, count);
  zip_source_t *source = zip_source_buffer(zip, copy, count, 1);
  if (source == NULL) {
    free(copy);
    return -1;
  }
  zip_int64_t index = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return -1;
  }
  // Midnight of the first day that the format knows.
  return zip_file_set_dostime(zip, (zip_uint64_t)index, 0, (1 << 5) | 1, 0) == 0 ? 0 : -1;
}

int64_t archive_finish(void *handle) {
  archive *self = handle;
  if (zip_close(self->zip) != 0) {
    zip_discard(self->zip);
    self->zip = NULL;
    return -1;
  }
  self->zip = NULL;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(self->source, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE)) return -1;
  return (int64_t)stat.size;
}

int32_t archive_take(void *handle, uint8_t *bytes, int64_t count) {
  archive *self = handle;
  int32_t result = -1;
  if (zip_source_open(self->source) == 0) {
    if (zip_source_read(self->source, bytes, (zip_uint64_t)count) == count) result = 0;
    zip_source_close(self->source);
  }
  archive_close(self);
  return result;
}

void archive_close(void *handle) {
  archive *self = handle;
  if (self->zip != NULL) zip_discard(self->zip);
  zip_source_free(self->source);
  free(self);
}

#else

int32_t archive_is_built_in(void) { return 0; }
void *archive_open(const uint8_t *bytes, size_t count) { return NULL; }
void *archive_create(void) { return NULL; }
int64_t archive_count(void *archive) { return 0; }
const char *archive_name(void *archive, int64_t index) { return NULL; }
int64_t archive_size(void *archive, int64_t index) { return -1; }
int32_t archive_read(void *archive, int64_t index, uint8_t *bytes, int64_t count) {
  return FORMAT_NOT_BUILT_IN;
}
int32_t archive_add(void *archive, const char *name, const uint8_t *bytes, size_t count) {
  return FORMAT_NOT_BUILT_IN;
}
int64_t archive_finish(void *archive) { return FORMAT_NOT_BUILT_IN; }
int32_t archive_take(void *archive, uint8_t *bytes, int64_t count) { return FORMAT_NOT_BUILT_IN; }
void archive_close(void *archive) {}

#endif
