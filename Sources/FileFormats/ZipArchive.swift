// A wall file: libzip, through the prototypes of CFileFormats. Sizes are checked here, so that no
// function writes outside of the array it is given.
internal import CFileFormats

/// The entries of a zip archive: names and bytes, in the order of the archive.
public struct ZipArchive: Hashable, Sendable {
  public let entries: [Entry]

  /// One file inside an archive.
  public struct Entry: Hashable, Sendable {
    /// The path inside the archive, such as `xl/workbook.xml`.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Whether this build can read and write archives (the package trait `Excel`).
  public static var isBuiltIn: Bool { archive_is_built_in() == 1 }

  /// The largest entry that is unpacked: a table of numbers is far smaller, a trap may be larger.
  private static let largestEntry: Int64 = 1 << 30

  public init(entries: [Entry]) {
    self.entries = entries
  }

  /// Unpacks an archive.
  /// - Parameter bytes: the archive.
  /// - Complexity: O(size of the entries).
  public init(bytes: [UInt8]) throws(FormatError) {
    try ZipArchive.checkBuiltIn()
    // To libzip nothing is an archive without entries.
    guard !bytes.isEmpty else { throw .noArchive }
    let result = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe ZipArchive.unpacked(buffer)
    }
    entries = try result.get()
  }

  /// The archive as bytes, the same for the same entries.
  public func packed() throws(FormatError) -> [UInt8] {
    try ZipArchive.checkBuiltIn()
    guard let archive = unsafe archive_create() else { throw .notWritten }
    for entry in entries {
      let code = unsafe entry.bytes.withUnsafeBufferPointer { buffer in
        unsafe archive_add(archive, entry.name, buffer.baseAddress, buffer.count)
      }
      guard code == 0 else {
        unsafe archive_close(archive)
        throw .notWritten
      }
    }
    let size = unsafe archive_finish(archive)
    guard size > 0 else {
      unsafe archive_close(archive)
      throw .notWritten
    }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    let code = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      unsafe archive_take(archive, buffer.baseAddress, size)
    }
    guard code == 0 else { throw .notWritten }
    return bytes
  }

  private static func checkBuiltIn() throws(FormatError) {
    guard isBuiltIn else { throw .notBuiltIn(format: "Excel workbooks", trait: "Excel") }
  }

  /// The buffer must outlive the archive, which is closed before this returns.
  private static func unpacked(
    _ buffer: UnsafeBufferPointer<UInt8>
  ) -> Result<[Entry], FormatError> {
    guard let archive = unsafe archive_open(buffer.baseAddress, buffer.count) else {
      return .failure(.noArchive)
    }
    defer { unsafe archive_close(archive) }
    var entries: [Entry] = []
    for index in 0..<(unsafe archive_count(archive)) {
      guard let text = unsafe archive_name(archive, index) else { return .failure(.noArchive) }
      let name = unsafe String(cString: text)
      let size = unsafe archive_size(archive, index)
      guard size >= 0 else { return .failure(.damagedEntry(name)) }
      guard size <= largestEntry else { return .failure(.tooLarge(name)) }
      var bytes = [UInt8](repeating: 0, count: Int(size))
      let code = unsafe bytes.withUnsafeMutableBufferPointer { bytes in
        unsafe archive_read(archive, index, bytes.baseAddress, size)
      }
      guard size == 0 || code == 0 else { return .failure(.damagedEntry(name)) }
      entries.append(Entry(name: name, bytes: bytes))
    }
    return .success(entries)
  }
}
