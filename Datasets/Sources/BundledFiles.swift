// A wall file: the embedded bytes are copied into arrays here and nowhere else.
internal import CEmbedded

/// The files of the bundled data package: tables, models and `datapackage.json`.
///
/// They are part of the binary, so that they are found wherever the program is moved to.
public enum BundledFiles {
  /// The paths of all files inside the package, such as `tables/lifetimes.csv`.
  public static var paths: [String] {
    (0..<embedded_count()).map { unsafe String(cString: embedded_path($0)) }
  }

  /// The bytes of the file at a path; nil if there is none.
  /// - Complexity: O(size).
  public static func bytes(at path: String) -> [UInt8]? {
    guard let index = paths.firstIndex(of: path) else { return nil }
    return unsafe [UInt8](
      UnsafeBufferPointer(start: embedded_bytes(index), count: embedded_size(index)))
  }

  /// The names of the files in a folder, without the ending: `names(in: "models")`.
  public static func names(in folder: String) -> [String] {
    paths.filter { $0.hasPrefix(folder + "/") }.map { path in
      let name = path.dropFirst(folder.count + 1)
      return String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
    }
  }
}
