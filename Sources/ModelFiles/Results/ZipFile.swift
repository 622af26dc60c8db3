internal import FileFormats

/// Files packed into a zip archive, the same bytes for the same files.
/// - Parameter files: paths inside the archive with what they hold.
/// - Throws: where this build has no archives (the package trait `Excel`), or one can't be made.
public func zipArchive(of files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
  try ZipArchive(entries: files.map { ZipArchive.Entry(name: $0.name, bytes: $0.bytes) }).packed()
}
