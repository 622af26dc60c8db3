import Foundation
import Testing

@testable import Coursework

struct SealedDocumentTests {
  private let content = JSONValue.object([
    "learner": .string("s-17"), "assignment": .string("w3-stock"),
    "answers": .object(["stock": .string("5643 kt"), "note": .string("Zürich")]),
    "attempt": .number(2),
  ])

  private func sealed() throws -> SealedDocument {
    let secret = try #require(IntegrityReference.read().signatures.first).secret
    return try SealedDocument(
      sealing: content, as: .submission, with: SealingKey(text: secret))
  }

  @Test func keysSignaturesAndHashesAreThoseOfOpenSSL() throws {
    for vector in try IntegrityReference.read().signatures {
      let key = try SealingKey(text: vector.secret)
      #expect(key.publicKey == vector.public)
      #expect(Digest.sha256(vector.message) == vector.sha256)
      #expect(SealingKey.isValid(vector.signature, of: vector.message, by: vector.public))
      #expect(!SealingKey.isValid(vector.signature, of: vector.message + " ", by: vector.public))
      let own = try key.signature(of: vector.message)
      #expect(SealingKey.isValid(own, of: vector.message, by: vector.public))
    }
  }

  @Test func opensToWhatWasSealed() throws {
    let document = try sealed()
    let opened = try SealedDocument(bytes: Array(document.text.utf8), as: .submission)
    #expect(opened == document)
    #expect(opened.content == content)
  }

  @Test func everySingleChangedByteIsFound() throws {
    let bytes = Array(try sealed().text.utf8)
    // The last byte is the line break at the end, which a mail program may change.
    for index in bytes.indices.dropLast() {
      for change in [UInt8(1), 0x20] {
        var changed = bytes
        changed[index] ^= change
        #expect(throws: IntegrityError.self, "byte \(index)") {
          try SealedDocument(bytes: changed, as: .submission)
        }
      }
    }
  }

  @Test func everySingleLostOrAddedByteIsFound() throws {
    let bytes = Array(try sealed().text.utf8)
    for index in bytes.indices.dropLast() {
      var shorter = bytes
      shorter.remove(at: index)
      var longer = bytes
      longer.insert(UInt8(ascii: " "), at: index)
      #expect(throws: IntegrityError.self) { try SealedDocument(bytes: shorter, as: .submission) }
      #expect(throws: IntegrityError.self) { try SealedDocument(bytes: longer, as: .submission) }
    }
  }

  @Test func markAndLineEndsOfMailProgramsDoNotBreakTheSeal() throws {
    let text = try sealed().text
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    for bytes in [
      [0xEF, 0xBB, 0xBF] + Array(text.utf8), Array(windows.utf8), Array(text.dropLast().utf8),
      Array((text + "\n\n").utf8),
    ] {
      #expect(try SealedDocument(bytes: bytes, as: .submission).content == content)
    }
  }

  @Test func contentUnderAnotherKeyIsAnotherDocument() throws {
    let (one, other) = (try sealed(), SealingKey())
    let forged = one.text.replacing(one.publicKey, with: other.publicKey)
    #expect(throws: IntegrityError.wrongSignature) {
      try SealedDocument(bytes: Array(forged.utf8), as: .submission)
    }
  }

  @Test func saysThatAFileIsOfALaterVersionOrAnotherKind() throws {
    let text = try sealed().text
    func fault(_ format: String) -> IntegrityError? {
      let changed = text.replacing("urbanmine/submission/1", with: format)
      do throws(IntegrityError) {
        _ = try SealedDocument(bytes: Array(changed.utf8), as: .submission)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      fault("urbanmine/submission/7") == .laterVersion(found: "urbanmine/submission/7", known: 1))
    #expect(
      fault("urbanmine/statement/1")
        == .otherFormat(found: "urbanmine/statement/1", expected: "urbanmine/submission/1"))
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"format\":\"urbanmine/submission/1\"}", "name,answer\na,1\n",
  ])
  func refusesOtherFiles(_ text: String) {
    #expect(throws: IntegrityError.self) {
      try SealedDocument(bytes: Array(text.utf8), as: .submission)
    }
  }

  @Test func aKeyIsMadeOnceAndReadableByItsOwnerAlone() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("sealing-\(UUID().uuidString).key").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try SealingKey(atPath: path)
    #expect(try SealingKey(atPath: path).publicKey == first.publicKey)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try "not a key".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: IntegrityError.invalidKey) { try SealingKey(atPath: path) }
  }
}
