import Foundation
import Testing

@testable import Coursework

/// A whole class of a rehearsal, graded as an instructor does.
struct GradingRunTests {
  private let handins = Handins()

  private func inFolder(_ action: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try action(folder.path)
  }

  private func rehearsal(broken: Bool) throws -> Rehearsal {
    try Rehearsal(
      course: handins.course, assignments: [handins.course.assignment("w3-little")], learners: 120,
      seed: 7, broken: broken, time: "2026-11-02T09:00:00Z")
  }

  private func terms(_ rehearsal: Rehearsal, _ key: GradingKey = .original) throws
    -> GradingRun.Terms
  {
    GradingRun.Terms(
      grader: handins.grader(key),
      roster: try Roster(bytes: Array(rehearsal.roster.utf8), name: "roster.csv"),
      policy: GradingPolicy(), now: "2026-11-06T17:00:00Z")
  }

  @Test func everySoundFileIsGradedAndEveryOtherListed() throws {
    let rehearsal = try rehearsal(broken: true)
    try inFolder { folder in
      for file in rehearsal.files {
        try Data(file.bytes).write(to: URL(fileURLWithPath: folder + "/" + file.name))
      }
      let store = try GradeStore()
      let run = try GradingRun(
        folder: folder, files: GradingBatch.files(in: folder), terms: terms(rehearsal), store: store
      )
      #expect(run.batch.graded.count == rehearsal.sound)
      #expect(run.batch.graded.count + run.batch.refused.count == rehearsal.files.count)
      #expect(run.marks.gradebook.rows.count == 120)
      #expect(try store.submissions().count == rehearsal.sound)
      // Who handed in has a mark; the others are missing, but for those who are excused.
      let cells = run.marks.gradebook.rows.map { $0.cells[0] }
      #expect(cells.count { $0 == .missing } == 2)
      #expect(cells.count { $0 == .excused } == 1)

      let again = try GradingRun(
        folder: folder, files: GradingBatch.files(in: folder), terms: terms(rehearsal), store: store
      )
      #expect(again.marks.gradebook == run.marks.gradebook)
      #expect(try store.grades().count == rehearsal.sound)

      let question = try #require(handins.course.assignment("w3-little").questions.first).id
      let key = try handins.gradingKey("2,w3-little,\(question),void,the fire alarm rang")
      let regraded = try RegradingRun(
        since: "original", terms: terms(rehearsal, key), store: store)
      #expect(regraded.regrading.compared == rehearsal.sound)
      #expect(!regraded.regrading.gains.isEmpty)
      #expect(regraded.regrading.losses.isEmpty)
      #expect(throws: RegradingError.self) {
        try RegradingRun(since: "5", terms: terms(rehearsal, key), store: store)
      }
    }
  }

  @Test func theSameSeedMakesTheSameClass() throws {
    let (one, other) = (try rehearsal(broken: false), try rehearsal(broken: false))
    #expect(one.roster == other.roster)
    let contents = try [one, other].map { rehearsal in
      try rehearsal.files.map { try Submission(bytes: $0.bytes, file: $0.name).content }
    }
    #expect(contents[0] == contents[1])
  }
}
