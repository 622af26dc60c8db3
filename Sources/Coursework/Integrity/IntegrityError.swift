/// Why a sealed file or an attempt log can't be trusted, or not be read at all.
public enum IntegrityError: Error, Hashable, Sendable {
  /// The text is not the JSON that was sealed.
  case notJSON(line: Int, column: Int, reason: String)
  /// There is nothing in the file.
  case empty
  /// The file is of a program that seals nothing: a picture, a text document.
  case notSealed
  /// A value that JSON can't hold.
  case notEncodable(reason: String)
  /// The document is JSON, but a part is missing or of another kind.
  case unexpected(reason: String)
  /// The file is of another format.
  case otherFormat(found: String, expected: String)
  /// The file was written by a later version of this program.
  case laterVersion(found: String, known: Int)
  /// The layout is not the one that this program writes.
  case layoutChanged
  /// The content is not the one that was sealed.
  case contentChanged(sealed: String, found: String)
  /// The signature was not made with the private half of the key in the file.
  case wrongSignature
  /// The key is not 32 bytes of Ed25519.
  case invalidKey
  /// An entry of the log does not follow from the one before it.
  case brokenChain(entry: Int)
}

extension IntegrityError: CustomStringConvertible {
  /// What is wrong, in a sentence.
  public var description: String {
    switch self {
    case .notJSON(let line, let column, let reason):
      "line \(line), column \(column): \(reason); the file is cut off or was changed"
    case .empty: "the file is empty"
    case .notSealed: "it is no file that urbanmine sealed; those begin with '{'"
    case .notEncodable(let reason): "the content can't be sealed: \(reason)"
    case .unexpected(let reason): "the file is not complete: \(reason)"
    case .otherFormat(let found, let expected):
      "the file is '\(found)', not '\(expected)'"
    case .laterVersion(let found, let known):
      "the file is '\(found)', written by a later version of urbanmine; this one reads version "
        + "\(known)"
    case .layoutChanged:
      "the layout of the file was changed after it was sealed"
    case .contentChanged(let sealed, let found):
      "the content was changed after it was sealed (its SHA-256 is \(found.prefix(12))…, sealed was "
        + "\(sealed.prefix(12))…)"
    case .wrongSignature: "the signature does not belong to this content and key"
    case .invalidKey: "the key is not an Ed25519 key"
    case .brokenChain(let entry):
      "entry \(entry) of the attempt log does not follow from the one before it"
    }
  }
}
