/// Whether a sealed file is as it was sealed, in words.
public struct Verification: Hashable, Sendable, CustomStringConvertible {
  public let file: String
  /// Whether the seal holds, and is of the signer that was asked for.
  public let holds: Bool
  /// What the file is, or why it can't be trusted.
  public let description: String
  /// The key that sealed it; nil where the seal is broken.
  public let publicKey: String?

  /// Verifies a submission or a statement of accomplishment.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name.
  ///   - signer: the public key that must have sealed it; nil for any.
  public init(bytes: [UInt8], file: String, signer: String? = nil) {
    self.file = file
    do throws(IntegrityError) {
      let (words, document) = try Verification.opened(bytes)
      publicKey = document.publicKey
      let isAsked = signer.map { $0.lowercased() == document.publicKey } ?? true
      holds = isAsked
      let key = "sealed with the key \(document.publicKey)"
      description =
        isAsked
        ? "\(file): unchanged since it was sealed: \(words); \(key)"
        : "\(file): unchanged, but \(key), which is not the one asked for"
    } catch {
      holds = false
      publicKey = nil
      description = "\(file): NOT as it was sealed: \(error)"
    }
  }

  private static func opened(
    _ bytes: [UInt8]
  ) throws(IntegrityError) -> (words: String, document: SealedDocument) {
    do throws(IntegrityError) {
      let document = try SealedDocument(bytes: bytes, as: .statement)
      let statement = try document.content.decoded(as: Accomplishment.self)
      return ("\(statement.heading) for \(statement.name), \(statement.date)", document)
    } catch .otherFormat {
      let document = try SealedDocument(bytes: bytes, as: .submission)
      let submission = try document.content.decoded(as: SubmissionContent.self)
      let words =
        "submission \(submission.attempt) of '\(submission.assignment)' by "
        + "'\(submission.learner)', \(submission.time)"
      return (words, document)
    }
  }
}

/// Outcomes of verifications as JSON (schema `urbanmine/verification/1`).
public struct VerificationDocument: Encodable, Sendable {
  let schema = "urbanmine/verification/1"
  let files: [Entry]

  struct Entry: Encodable, Sendable {
    let file: String
    let holds: Bool
    let publicKey: String?
    let description: String
  }

  public init(_ outcomes: [Verification]) {
    files = outcomes.map {
      Entry(
        file: $0.file, holds: $0.holds, publicKey: $0.publicKey, description: $0.description)
    }
  }
}
