/// A document that shows whether it was changed after it was sealed.
///
/// The file is readable JSON:
/// ```
/// { "content": {…},
///   "format": "urbanmine/submission/1",
///   "seal": { "algorithm": "Ed25519", "public_key": "…", "sha256": "…", "signature": "…" } }
/// ```
/// Hash and signature are of the canonical text (RFC 8785) of `{"content":…,"format":…}`. The layout
/// is fixed as well: a file in which one byte differs is not accepted. Only what mail programs and
/// editors do to whole files is undone first: a byte-order mark, CRLF, missing or additional line
/// breaks at the end.
public struct SealedDocument: Hashable, Sendable {
  /// The kind of a document: its name and the version of its layout.
  public struct Format: Hashable, Sendable {
    public let name: String
    public let version: Int

    /// What stands in the file, such as `urbanmine/submission/1`.
    public var text: String { "\(name)/\(version)" }

    /// A learner's submission of one assignment.
    public static let submission = Format(name: "urbanmine/submission", version: 1)
    /// A statement of accomplishment.
    public static let statement = Format(name: "urbanmine/statement", version: 1)
  }

  /// What was sealed.
  public let content: JSONValue
  /// The kind of the document.
  public let format: Format
  /// The public half of the key that sealed it, as hexadecimal digits.
  public let publicKey: String
  /// The SHA-256 of the canonical text, as hexadecimal digits.
  public let sha256: String
  private let signature: String

  /// Seals a document.
  ///
  /// - Parameters:
  ///   - content: what to seal.
  ///   - format: its kind.
  ///   - key: the private key.
  public init(
    sealing content: JSONValue, as format: Format, with key: SealingKey
  ) throws(IntegrityError) {
    let text = SealedDocument.signedText(content, format)
    self.content = content
    self.format = format
    publicKey = key.publicKey
    sha256 = Digest.sha256(text)
    signature = try key.signature(of: text)
  }

  /// Opens a file and verifies its seal.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - format: the kind that it must be.
  /// - Throws: why it can't be trusted.
  public init(bytes: [UInt8], as format: Format) throws(IntegrityError) {
    let text = SealedDocument.withoutTransport(bytes)
    guard let first = text.first(where: { $0 > 0x20 }) else { throw .empty }
    guard first == UInt8(ascii: "{") else { throw .notSealed }
    let document = try JSONParser.value(of: text)
    try SealedDocument.check(document["format"]?.text, format)
    guard case .object(let parts) = document, Set(parts.keys) == ["content", "format", "seal"],
      let content = parts["content"], case .object(let seal) = parts["seal"],
      Set(seal.keys) == ["algorithm", "public_key", "sha256", "signature"],
      seal["algorithm"]?.text == "Ed25519", let publicKey = seal["public_key"]?.text,
      let sha256 = seal["sha256"]?.text, let signature = seal["signature"]?.text
    else { throw .unexpected(reason: "content, format and seal must stand in it") }
    let signed = SealedDocument.signedText(content, format)
    let found = Digest.sha256(signed)
    guard found == sha256 else { throw .contentChanged(sealed: sha256, found: found) }
    guard SealingKey.isValid(signature, of: signed, by: publicKey) else { throw .wrongSignature }
    guard document.readableText.utf8.elementsEqual(text) else { throw .layoutChanged }
    self.content = content
    self.format = format
    self.publicKey = publicKey
    self.sha256 = sha256
    self.signature = signature
  }

  /// The file.
  public var text: String {
    JSONValue.object([
      "content": content, "format": .string(format.text),
      "seal": .object([
        "algorithm": .string("Ed25519"), "public_key": .string(publicKey),
        "sha256": .string(sha256), "signature": .string(signature),
      ]),
    ]).readableText
  }

  private static func signedText(_ content: JSONValue, _ format: Format) -> String {
    JSONValue.object(["content": content, "format": .string(format.text)]).canonicalText
  }

  /// The bytes as they were before they were mailed: no byte-order mark, LF, one at the end.
  private static func withoutTransport(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1)
    for byte in bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...] {
      if byte == 0x0A, result.last == 0x0D { result.removeLast() }
      result.append(byte)
    }
    while let last = result.last, last == 0x0A || last == 0x0D { result.removeLast() }
    return result + [0x0A]
  }

  private static func check(_ found: String?, _ expected: Format) throws(IntegrityError) {
    guard let found else { throw .unexpected(reason: "'format' is missing") }
    guard found != expected.text else { return }
    let version =
      found.hasPrefix(expected.name + "/")
      ? Int(found.dropFirst(expected.name.count + 1)) : nil
    if let version, version > expected.version {
      throw .laterVersion(found: found, known: expected.version)
    }
    throw .otherFormat(found: found, expected: expected.text)
  }
}
