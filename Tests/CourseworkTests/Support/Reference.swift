import Foundation

/// Reads the reference values in `Tests/Reference`, which other programs made.
enum Reference {
  /// The folder with those files.
  static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Reference")
  }

  /// The contents of a file such as `coursework-integrity.json`.
  static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent(name)))
  }
}

/// Values for sealing, from the packages rfc8785 and cryptography (`coursework_integrity.py`).
struct IntegrityReference: Decodable {
  struct Document: Decodable, Sendable {
    let text: String
    let canonical: String
  }
  struct Number: Decodable, Sendable {
    let bits: String
    let text: String
  }
  struct Signature: Decodable, Sendable {
    let secret: String
    let `public`: String
    let message: String
    let sha256: String
    let signature: String
  }

  let documents: [Document]
  let numbers: [Number]
  let signatures: [Signature]

  static func read() throws -> IntegrityReference {
    try Reference.read("coursework-integrity.json", as: IntegrityReference.self)
  }
}
