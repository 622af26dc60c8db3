public import Foundation

/// Where the tables that a model names come from: the bundled ones by name, others by path.
public struct TableLibrary: Sendable {
  /// The names of the bundled tables.
  public let bundledNames: [String]
  private let bundled: @Sendable (String) -> [UInt8]?
  private let folder: URL?

  /// - Parameters:
  ///   - bundledNames: the names that `bundled` knows.
  ///   - bundled: gives the bytes of a bundled table.
  ///   - folder: where relative paths start: the folder of the model file; nil if there is none.
  public init(
    bundledNames: [String] = [], folder: URL? = nil,
    bundled: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
  ) {
    self.bundledNames = bundledNames
    self.folder = folder
    self.bundled = bundled
  }

  /// The same library with relative paths starting elsewhere.
  public func relative(to folder: URL) -> TableLibrary {
    TableLibrary(bundledNames: bundledNames, folder: folder, bundled: bundled)
  }

  /// The bytes of a table: of the bundled one of this name, else of the file at this path.
  func bytes(of name: String) throws(TableNotFound) -> [UInt8] {
    if let bytes = bundled(name) { return bytes }
    let isPath = name.contains("/") || name.contains(".")
    guard isPath, let folder else {
      throw TableNotFound(
        message: "there is no bundled table '\(name)'",
        hint: Suggestion.hint(for: name, in: bundledNames)
          ?? "a file is named with its ending, like shares.csv")
    }
    let url = URL(fileURLWithPath: name, relativeTo: folder)
    guard let data = try? Data(contentsOf: url) else {
      throw TableNotFound(message: "the file '\(name)' can't be read", hint: nil)
    }
    return [UInt8](data)
  }
}

/// Why a table can't be had.
struct TableNotFound: Error {
  let message: String
  let hint: String?
}
