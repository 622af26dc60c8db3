import Foundation

/// Reads the reference values in `Tests/Reference`, which other programs made.
enum ReferenceFile {
  /// The contents of a file such as `lifetimes.json`.
  static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appendingPathComponent("Reference").appendingPathComponent(name)
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}
