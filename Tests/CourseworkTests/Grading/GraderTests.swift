import Testing

@testable import Coursework

struct GraderTests {
  private let handins = Handins()

  @Test(arguments: Course.metals.assignments.map(\.id))
  func allRightIsAllPoints(_ assignment: String) throws {
    let grade = try handins.grader().grade(handins.handin("anna", assignment))
    #expect(grade.points == grade.mostPoints)
    #expect(grade.questions.allSatisfy { $0.state == .right })
    #expect(grade.keyVersion == "original")
  }

  @Test func aMistakeKeepsItsShareAndHintsCostTheirs() throws {
    let wrong = try handins.mistake("mean-as-scale", "stock", "anna", "w3-stock")
    let answers = try handins.answers("anna", "w3-stock", but: ["stock": wrong])
    let full = try handins.grader().grade(
      handins.submission(handins.content("anna", "w3-stock", answers: answers)))
    let stock = try #require(full.questions.first { $0.id == "stock" })
    #expect(stock.mistake == "mean-as-scale")
    #expect(stock.credit == 0.5)
    #expect(full.points == full.mostPoints - 0.5 * stock.mostPoints)
    let hinted = try handins.grader().grade(
      handins.submission(handins.content("anna", "w3-stock", answers: answers, hints: 2)))
    // The hints of w3-stock cost 0 and 0.1.
    #expect(abs(hinted.points - 0.9 * full.points) < 1e-12)
  }

  @Test func refusesWhatIsNotOfThisCourse() throws {
    let grader = handins.grader()
    let answers = try handins.answers("anna", "w3-stock")
    func fault(_ content: SubmissionContent) throws -> GradingError? {
      let submission = try handins.submission(content)
      do throws(GradingError) {
        _ = try grader.grade(submission)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      try fault(handins.content("anna", "w3-stock", answers: answers, course: "ores"))
        == .otherCourse(found: "ores", expected: "metals"))
    #expect(
      try fault(handins.content("anna", "w9-none", answers: answers))
        == .unknownAssignment("w9-none"))
    #expect(
      try fault(handins.content("anna", "w3-stock", answers: answers, version: 99))
        == .otherVersion(
          assignment: "w3-stock", found: 99, known: handins.course.assignment("w3-stock").version))
  }

  @Test(arguments: [
    ("5643 kt", 4), ("0.0123", 3), ("3e2", 1), ("  12.50 ", 4), ("", 0), ("kt", 0), ("100", 3),
  ])
  func countsTheDigitsThatWereWritten(_ text: String, _ digits: Int) {
    #expect(Grade.significantDigits(in: text) == digits)
  }
}
