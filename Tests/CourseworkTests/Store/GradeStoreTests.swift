import Foundation
import GRDB
import Testing

@testable import Coursework

struct GradeStoreTests {
  private let handins = Handins()

  private func run(_ version: String = "original") -> GradeStore.Run {
    GradeStore.Run(
      time: "2026-11-06T17:00:00Z", action: "grade", keyVersion: version, engine: "test")
  }

  @Test func keepsEverySubmissionAndGrade() throws {
    let store = try GradeStore()
    let submissions = [try handins.handin("ben"), try handins.handin("anna")]
    let grades = try submissions.map { try handins.grader().grade($0) }
    try store.add(
      run(), submissions: submissions, grades: grades,
      refused: [Refusal(file: "x.json", reason: "broken")], reason: "handed in")
    #expect(try store.grades().map(\.learner) == ["anna", "ben"])
    #expect(try Set(store.grades()) == Set(grades))
    #expect(try store.submissions() == submissions)
    #expect(try store.keyVersions() == ["original"])
  }

  @Test func theLatestGradeCountsAndEarlierOnesStay() throws {
    let store = try GradeStore()
    let wrong = try handins.mistake("mean-as-scale", "stock", "anna", "w3-stock")
    let submission = try handins.handin("anna", but: ["stock": wrong])
    let key = try handins.gradingKey("2,w3-stock,stock,accept mean-as-scale,kind")
    let (first, second) = (
      try handins.grader().grade(submission), try handins.grader(key).grade(submission)
    )
    try store.add(run(), submissions: [submission], grades: [first], refused: [], reason: "a")
    try store.add(run("2"), submissions: [submission], grades: [second], refused: [], reason: "b")
    #expect(try store.grades() == [second])
    #expect(try store.grades(keyVersion: "original") == [first])
    #expect(try store.submissions().count == 1)
    #expect(try store.keyVersions() == ["original", "2"])
  }

  @Test func theSameGradeIsNotAddedTwice() throws {
    try withFile { path in
      let store = try GradeStore(path: path)
      let submission = try handins.handin("anna")
      let grade = try handins.grader().grade(submission)
      for _ in 0..<2 {
        try store.add(run(), submissions: [submission], grades: [grade], refused: [], reason: "a")
      }
      let queue = try DatabaseQueue(path: path)
      let counts = try queue.read { database in
        (
          try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM grade"),
          try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM run")
        )
      }
      #expect(counts.0 == 1)
      #expect(counts.1 == 2)
    }
  }

  @Test func nothingThatWasWrittenCanBeChanged() throws {
    try withFile { path in
      let submission = try handins.handin("anna")
      try GradeStore(path: path).add(
        run(), submissions: [submission], grades: [try handins.grader().grade(submission)],
        refused: [Refusal(file: "x", reason: "y")], reason: "a")
      let queue = try DatabaseQueue(path: path)
      for table in ["run", "submission", "grade", "refusal"] {
        for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET rowid = rowid"] {
          #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
        }
      }
      #expect(try GradeStore(path: path).grades().count == 1)
    }
  }

  @Test func holdsNoNames() throws {
    try withFile { path in
      let roster = try handins.roster("anna")
      let submission = try handins.handin("anna")
      try GradeStore(path: path).add(
        run(), submissions: [submission], grades: [], refused: [], reason: "a")
      let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      #expect(!text.contains(try #require(roster["anna"]).name))
    }
  }

  @Test func refusesAFileThatIsNoStore() throws {
    try withFile { path in
      try Data("id,name\n".utf8).write(to: URL(fileURLWithPath: path))
      #expect(throws: StoreError.self) { try GradeStore(path: path) }
    }
    #expect(throws: StoreError.self) { try GradeStore(path: "/nowhere/at/all.sqlite") }
  }

  @Test func leavesTheDatabaseOfAnotherProgramAsItIs() throws {
    try withFile { path in
      try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE bookmark (a)") }
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let error = #expect(throws: StoreError.self) { try GradeStore(path: path) }
      #expect(error?.reason == "it is a database of another program")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test func aStoreOfALaterVersionIsNotRead() throws {
    try withFile { path in
      _ = try GradeStore(path: path)
      try DatabaseQueue(path: path).write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')")
      }
      let error = #expect(throws: StoreError.self) { try GradeStore(path: path) }
      #expect(error?.description.contains("a later version of urbanmine") == true)
    }
  }

  @Test func twoGradersWaitForEachOther() async throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("store-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let submissions = try ["anna", "ben", "carl", "dora"].map { try handins.handin($0) }
    let run = run()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for submission in submissions {
        let grade = try handins.grader().grade(submission)
        group.addTask {
          try GradeStore(path: path).add(
            run, submissions: [submission], grades: [grade], refused: [], reason: "a")
        }
      }
      try await group.waitForAll()
    }
    #expect(try GradeStore(path: path).grades().map(\.learner) == ["anna", "ben", "carl", "dora"])
  }

  private func withFile(_ action: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("store-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try action(path)
  }
}
