/// A learner's sealed file, opened and verified.
public struct Submission: Hashable, Sendable {
  /// The path of the file inside the folder of submissions.
  public let file: String
  public let content: SubmissionContent
  /// The SHA-256 that the seal names: two files with the same are copies of each other.
  public let sha256: String
  /// The key that sealed it.
  public let publicKey: String
  /// The sealed text, as the audit trail keeps it.
  public let text: String
  /// What the learner did with the assignment up to then.
  public let log: AttemptLog

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for messages.
  /// - Throws: why it can't be trusted, or not be read.
  public init(bytes: [UInt8], file: String) throws(IntegrityError) {
    let document = try SealedDocument(bytes: bytes, as: .submission)
    content = try document.content.decoded(as: SubmissionContent.self)
    log = try AttemptLog(verifying: content.log)
    self.file = file
    sha256 = document.sha256
    publicKey = document.publicKey
    text = document.text
  }
}

/// A file that could not be graded, and why.
public struct Refusal: Hashable, Sendable {
  public let file: String
  public let reason: String
}
