/// The files of the data package, inside the binary.
#ifndef URBAN_MINING_CEMBEDDED_H
#define URBAN_MINING_CEMBEDDED_H

#include <stddef.h>

/// How many files there are.
size_t embedded_count(void);
/// The path of a file inside the data package; index < embedded_count().
const char *embedded_path(size_t index);
/// Its first byte.
const unsigned char *embedded_bytes(size_t index);
/// Its size in bytes.
size_t embedded_size(size_t index);

#endif
