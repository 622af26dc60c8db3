/// Who a variant is for: a pseudonym that the learner or the instructor chose, never a secret.
///
/// Letters, digits, `.`, `-`, `_` and `@`, up to 64 of them: it stands in file names and in the message
/// from which a variant is drawn.
public struct LearnerID: Hashable, Sendable, CustomStringConvertible {
  public let text: String
  public var description: String { text }

  public init(_ text: String) throws(CourseError) {
    func refuse(_ reason: String) -> CourseError { .learnerID(text, reason: reason) }
    guard !text.isEmpty else { throw refuse("it is empty") }
    guard text.utf8.count <= 64 else { throw refuse("it is longer than 64 characters") }
    guard text.utf8.allSatisfy(LearnerID.isAllowed) else {
      throw refuse("it may have letters a to z, digits and . - _ @")
    }
    guard text.first != ".", text.first != "-" else {
      throw refuse("it starts with '\(text.prefix(1))'")
    }
    self.text = text
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: ".-_@".utf8.contains(byte)
    }
  }
}
