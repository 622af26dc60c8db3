internal import Crypto
internal import Foundation

/// The private Ed25519 key (RFC 8032) with which documents are sealed.
///
/// A learner's key lies on the learner's machine. Who has it can seal anything: a seal says that a file
/// is as it was when the holder of this key sealed it, not who that was or when.
public struct SealingKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// A new random key.
  public init() {
    key = Curve25519.Signing.PrivateKey()
  }

  /// The key with these 32 bytes as hexadecimal digits.
  public init(text: String) throws(IntegrityError) {
    let digits = text.filter { !$0.isWhitespace }
    guard let bytes = Digest.bytes(hexadecimal: digits),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else { throw .invalidKey }
    self.key = key
  }

  /// The 32 bytes as hexadecimal digits, to be kept secret.
  public var text: String { Digest.hexadecimal(key.rawRepresentation) }

  /// The public half, which the seals name.
  public var publicKey: String { Digest.hexadecimal(key.publicKey.rawRepresentation) }

  /// The signature of a text's UTF-8 as hexadecimal digits.
  func signature(of text: String) throws(IntegrityError) -> String {
    do {
      return Digest.hexadecimal(try key.signature(for: Data(text.utf8)))
    } catch {
      throw .notEncodable(reason: "\(error)")
    }
  }

  /// Whether a signature was made by the private half of a key for a text.
  static func isValid(_ signature: String, of text: String, by publicKey: String) -> Bool {
    guard let signature = Digest.bytes(hexadecimal: signature),
      let bytes = Digest.bytes(hexadecimal: publicKey),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { return false }
    return key.isValidSignature(signature, for: Data(text.utf8))
  }
}

extension SealingKey {
  /// The key in a file; made and written there, readable by its owner alone, if there is none.
  /// - Throws: ``IntegrityError`` for a file that holds no key, or the reason why it can't be written.
  public init(atPath path: String) throws {
    if let bytes = FileManager.default.contents(atPath: path) {
      try self.init(text: String(decoding: bytes, as: UTF8.self))
      return
    }
    self.init()
    let isWritten = FileManager.default.createFile(
      atPath: path, contents: Data((text + "\n").utf8), attributes: [.posixPermissions: 0o600])
    guard isWritten else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
    }
  }
}
