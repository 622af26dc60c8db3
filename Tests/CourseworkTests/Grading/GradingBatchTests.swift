import Foundation
import Testing

@testable import Coursework

struct GradingBatchTests {
  private let handins = Handins()

  /// Gives a folder to an action and deletes it afterwards.
  private func inFolder(_ action: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("batch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try action(folder)
  }

  private func batch(_ folder: URL, _ roster: Roster) -> GradingBatch {
    GradingBatch(
      folder: folder.path, files: GradingBatch.files(in: folder.path), grader: handins.grader(),
      roster: roster)
  }

  @Test func oneBrokenFileStopsNothing() throws {
    try inFolder { folder in
      func write(_ text: String, _ name: String) throws {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      let anna = try handins.handin("anna")
      try write(anna.text, "b/anna.json")
      try write(anna.text, "c/anna again.json")
      try write("\u{FEFF}" + handins.handin("ben").text.replacing("\n", with: "\r\n"), "ben.json")
      try write(String(anna.text.prefix(300)), "cut.json")
      try write(anna.text.replacing("\"attempt\": 1", with: "\"attempt\": 2"), "changed.json")
      try write(anna.text.replacing("submission/1", with: "submission/2"), "future.json")
      try write(handins.handin("zoe").text, "stranger.json")
      try write("", "empty.json")
      try write("%PDF-1.7", "homework.pdf")
      try write("hidden", ".DS_Store")
      let batch = batch(folder, try handins.roster("anna", "ben"))
      #expect(batch.graded.map(\.submission.file) == ["b/anna.json", "ben.json"])
      let reasons = [
        ("c/anna again.json", "the same submission as 'b/anna.json'"),
        ("changed.json", "changed after it was sealed"), ("cut.json", "cut off"),
        ("empty.json", "is empty"), ("future.json", "a later version"),
        ("homework.pdf", "no file that urbanmine sealed"),
        ("stranger.json", "no learner 'zoe'"),
      ]
      #expect(batch.refused.map(\.file) == reasons.map(\.0))
      for (refusal, reason) in zip(batch.refused, reasons) {
        #expect(refusal.reason.contains(reason.1), "\(refusal)")
      }
    }
  }

  @Test func theOutcomeDoesNotDependOnTheOrderOfWork() throws {
    try inFolder { folder in
      for number in 0..<40 {
        let submission = try handins.handin("s\(number)", "w3-little")
        try Data(submission.text.utf8).write(to: folder.appendingPathComponent("\(number).json"))
      }
      let ids = (0..<40).map { "s\($0),n\n" }.joined()
      let roster = try Roster(bytes: Array(("id,name\n" + ids).utf8), name: "roster.csv")
      let first = batch(folder, roster)
      #expect(first.graded.count == 40)
      #expect(first.graded.map(\.submission.file) == first.graded.map(\.submission.file).sorted())
      #expect(batch(folder, roster).graded == first.graded)
    }
  }

  @Test func keysThatPeopleShareAndChangeAreRemarkedOn() throws {
    let (one, other) = (SealingKey(), SealingKey())
    func graded(_ learner: String, _ attempt: Int, _ key: SealingKey, _ hints: Int = 0) throws
      -> GradingBatch.Graded
    {
      let content = try handins.content(
        learner, "w3-stock", answers: [], attempt: attempt, hints: hints)
      let submission = try handins.submission(
        content, file: "\(learner)-\(attempt)-\(hints).json", sealedWith: key)
      return GradingBatch.Graded(
        submission: submission, grade: try handins.grader().grade(submission))
    }
    let remarks = GradingBatch.remarks(on: [
      try graded("anna", 1, one), try graded("ben", 1, one), try graded("anna", 2, other),
      try graded("anna", 2, other, 1),
    ])
    #expect(
      remarks.map(\.reason) == [
        "sealed with the key of 'anna'", "sealed with another key than earlier files of 'anna'",
        "is attempt 2 like 'anna-2-0.json', with other content",
      ])
  }

  @Test func aLogThatDoesNotContinueTheEarlierOneIsRemarkedOn() throws {
    func graded(_ attempt: Int, time: String) throws -> GradingBatch.Graded {
      let submission = try handins.submission(
        handins.content("anna", "w3-stock", answers: [], attempt: attempt, time: time),
        file: "\(attempt).json", sealedWith: key)
      return GradingBatch.Graded(
        submission: submission, grade: try handins.grader().grade(submission))
    }
    let remarks = GradingBatch.remarks(on: [
      try graded(2, time: "2026-11-03T09:00:00Z"), try graded(1, time: "2026-11-02T09:00:00Z"),
    ])
    #expect(remarks.map(\.file) == ["2.json"])
    #expect(remarks[0].reason.contains("does not continue that of '1.json'"))
  }

  private let key = SealingKey()

  @Test func anEmptyFolderHasNoFiles() throws {
    try inFolder { #expect(GradingBatch.files(in: $0.path) == []) }
    #expect(GradingBatch.files(in: "/nowhere/at/all") == [])
  }

  /// The learner's clock decides about lateness, so that one from the future is worth a look.
  @Test func aFileSealedInTheFutureIsRemarked() throws {
    try inFolder { folder in
      for (learner, time) in [("anna", "2026-11-02T09:00:00Z"), ("ben", "2027-01-01T00:00:00Z")] {
        let content = try handins.content(
          learner, "w3-stock", answers: handins.answers(learner, "w3-stock"), time: time)
        let file = folder.appendingPathComponent("\(learner).json")
        try Data(handins.submission(content).text.utf8).write(to: file)
      }
      let batch = GradingBatch(
        folder: folder.path, files: GradingBatch.files(in: folder.path), grader: handins.grader(),
        roster: try handins.roster("anna", "ben"), now: "2026-11-02T09:30:00Z")
      #expect(batch.remarks.map(\.file) == ["ben.json"])
      #expect(batch.remarks.first?.reason.contains("still to come") == true)
    }
  }
}
