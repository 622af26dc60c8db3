internal import ArgumentParser

/// The two kinds of file that hold all series of a result, told apart by the ending.
enum TableOrDocument {
  case table, document

  init?(path: String) {
    let path = path.lowercased()
    if path.hasSuffix(".csv") {
      self = .table
    } else if path.hasSuffix(".json") {
      self = .document
    } else {
      return nil
    }
  }

  /// Refuses a path with another ending.
  static func check(_ path: String?) throws {
    guard let path, TableOrDocument(path: path) == nil else { return }
    throw ValidationError("'\(path)' must end in .csv or .json.")
  }
}
