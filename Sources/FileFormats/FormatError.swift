/// Why a container of files or numbers could not be read or written.
public enum FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The library is not part of this build: the trait that brings it in.
  case notBuiltIn(format: String, trait: String)
  /// The bytes are no archive, or a damaged one.
  case noArchive
  /// An entry of an archive can't be unpacked.
  case damagedEntry(String)
  /// An entry is larger than any table that is meant to be read.
  case tooLarge(String)
  /// A text is not XML; the place where that shows first.
  case notXML(line: Int, column: Int)
  /// An archive can't be made.
  case notWritten
  /// What the NetCDF library says.
  case netCDF(String)

  public var description: String {
    switch self {
    case .notBuiltIn(let format, let trait):
      "this program was built without \(format): build it with the package trait '\(trait)', "
        + "as 'make build' does where the library is installed"
    case .noArchive: "the file is not a zip archive, as Excel workbooks are, or it is damaged"
    case .damagedEntry(let name): "'\(name)' inside the file is damaged"
    case .tooLarge(let name): "'\(name)' inside the file has more than 1 GB"
    case .notXML(let line, let column): "the text is not XML: line \(line), column \(column)"
    case .notWritten: "the archive can't be made"
    case .netCDF(let message): message
    }
  }
}
