import Foundation
import Testing

@testable import Coursework

struct LearnerFeedbackTests {
  private let handins = Handins()

  private func feedback() throws -> LearnerFeedback {
    let wrong = try handins.mistake("mean-as-scale", "stock", "anna", "w3-stock")
    let submission = try handins.submission(
      handins.content(
        "anna", "w3-stock", answers: handins.answers("anna", "w3-stock", but: ["stock": wrong]),
        attempt: 2, hints: 2))
    let grades = [
      try handins.grader().grade(handins.handin("anna")), try handins.grader().grade(submission),
    ]
    let marks = CourseMarks(
      grades: grades, course: handins.course, roster: try handins.roster("anna", "ben"),
      policy: GradingPolicy(), now: "2026-11-06T09:00:00Z")
    let all = LearnerFeedback.all(marks, course: handins.course)
    #expect(all.map(\.learner.id) == ["anna", "ben"])
    #expect(all[1].markdown.contains("Nothing was handed in: 0 of 10 points."))
    return all[0]
  }

  @Test func saysWhatWasWrongAndWhatToRead() throws {
    for text in [try feedback().markdown, try feedback().html] {
      #expect(text.contains("10 of 10 points (best of 2)"))
      #expect(text.contains("Your last attempt, number 2"))
      #expect(text.contains("Partly right"))
      #expect(text.contains("1.5 of 3 points"))
      #expect(text.contains("as the scale of the Weibull distribution"))
      #expect(text.contains("Read: statement.md"))
      #expect(text.contains("2 hints were taken"))
    }
  }

  @Test func namesNoOtherLearnerAndNoRightValue() throws {
    let feedback = try feedback()
    let right = try #require(feedback.sections[0].grade?.questions[0].right)
    for text in [feedback.markdown, feedback.html] {
      #expect(!text.contains("ben"))
      #expect(!text.contains(String("\(right)".prefix(6))))
    }
  }

  @Test func thePageNeedsNothingElse() throws {
    let html = try feedback().html
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    for word in ["http", "src=", "<script"] { #expect(!html.contains(word)) }
  }

  @Test func whatCoursesAndMessagesHoldIsNoMarkup() throws {
    let feedback = LearnerFeedback(
      course: "Metals <b>& *more*", learner: try #require(handins.roster("anna")["anna"]),
      sections: [
        .init(title: "R&D `x`", cell: .excused, points: 4, grade: nil, attempts: 0)
      ])
    #expect(feedback.html.contains("Metals &lt;b&gt;&amp; *more*"))
    #expect(feedback.markdown.contains("Metals \\<b\\>& \\*more\\*, learner anna"))
    #expect(feedback.markdown.contains("Excused"))
  }
}
