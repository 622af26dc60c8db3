import Coursework
import Testing

struct LearnerIDTests {
  @Test(arguments: ["anna", "B.o-b_2@x.org", "007", "_"])
  func takesPlainNames(_ text: String) throws {
    #expect(try LearnerID(text).text == text)
  }

  @Test(arguments: [
    "", "a b", "a|b", "a/b", "../b", "-rf", ".hidden", "müller", "a\nb",
    String(repeating: "a", count: 65),
  ])
  func refusesWhatCanNotStandInAFileName(_ text: String) {
    #expect(throws: CourseError.self) { try LearnerID(text) }
  }
}
