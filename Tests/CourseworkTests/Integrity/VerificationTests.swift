import Testing

@testable import Coursework

struct VerificationTests {
  private let handins = Handins()

  @Test func saysWhatAFileIs() throws {
    let submission = try handins.handin("anna")
    let outcome = Verification(bytes: Array(submission.text.utf8), file: "anna.json")
    #expect(outcome.holds)
    #expect(outcome.publicKey == submission.publicKey)
    #expect(outcome.description.contains("submission 1 of 'w3-stock' by 'anna'"))
  }

  @Test func aChangedFileFailsWithItsReason() throws {
    let text = try handins.handin("anna").text.replacing("\"anna\"", with: "\"anne\"")
    let outcome = Verification(bytes: Array(text.utf8), file: "anna.json")
    #expect(!outcome.holds)
    #expect(outcome.publicKey == nil)
    #expect(outcome.description.contains("the content was changed after it was sealed"))
  }

  @Test func anotherSignerThanTheOneAskedForFails() throws {
    let submission = try handins.handin("anna")
    let bytes = Array(submission.text.utf8)
    #expect(Verification(bytes: bytes, file: "a", signer: submission.publicKey.uppercased()).holds)
    let other = Verification(bytes: bytes, file: "a", signer: SealingKey().publicKey)
    #expect(!other.holds)
    #expect(other.description.contains("not the one asked for"))
  }

  @Test func otherFilesFail() {
    #expect(!Verification(bytes: Array("{}".utf8), file: "a").holds)
    #expect(!Verification(bytes: [], file: "a").holds)
  }
}
