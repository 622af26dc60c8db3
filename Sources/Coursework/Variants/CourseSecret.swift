internal import Crypto
internal import Foundation

/// The bytes from which the variants of a course are drawn.
///
/// It makes variants differ between courses and learners; it is no protection where learners have it, as
/// they must to work offline. Instructors who want variants that nobody can work out beforehand keep a
/// secret of their own and hand out folders.
public struct CourseSecret: Hashable, Sendable {
  public let bytes: [UInt8]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The 32 bytes of HMAC-SHA256 over `assignment|version|learner`, keyed by the secret.
  ///
  /// RFC 2104, doi:10.17487/RFC2104.
  func seed(assignment: String, version: Int, learner: LearnerID) -> [UInt8] {
    let message = "\(assignment)|\(version)|\(learner.text)"
    return Array(
      HMAC<SHA256>.authenticationCode(
        for: Data(message.utf8), using: SymmetricKey(data: Data(bytes))))
  }
}
