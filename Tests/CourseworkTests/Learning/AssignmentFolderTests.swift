import Foundation
import Testing

@testable import Coursework

struct AssignmentFolderTests {
  /// Runs an action in an empty folder that is deleted afterwards.
  private static func inFolder(_ action: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("coursework-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try action(folder.path)
  }

  private static func started(
    in parent: String, _ assignment: Assignment = .steadyState
  ) throws -> AssignmentFolder {
    try AssignmentFolder.start(
      assignment, as: LearnerID("anna"), in: parent, of: .metals, at: "2026-11-22T10:00:00Z")
  }

  private static func answer(_ folder: AssignmentFolder, _ answers: [String: String]) throws {
    let lines = answers.map { "\($0),\"\($1)\"\n" }.joined()
    try folder.write("question,answer\n" + lines, to: "answers.csv")
  }

  private static func rightAnswers(_ folder: AssignmentFolder) throws -> [String: String] {
    let key = try AnswerKey(folder.assignment, folder.variant)
    return Dictionary(
      uniqueKeysWithValues: key.entries.map { ($0.question.id, $0.response($0.answer).text ?? "") })
  }

  @Test func startMakesAFolderThatCanBeOpened() throws {
    try Self.inFolder { parent in
      let folder = try Self.started(in: parent, .stockFromInflow)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(
        names == [
          "answers.csv", "data.csv", "figure.svg", "progress.json", "series.csv", "statement.html",
          "statement.md",
        ])
      let opened = try AssignmentFolder(path: folder.path)
      #expect(opened.variant == folder.variant)
      #expect(opened.progress == folder.progress)
      #expect(throws: CourseError.self) { try Self.started(in: parent, .stockFromInflow) }
    }
  }

  @Test func theStatementHasTheLearnersNumbersAndNoAnswer() throws {
    try Self.inFolder { parent in
      let folder = try Self.started(in: parent)
      let text = try String(contentsOfFile: folder.place("statement.md"), encoding: .utf8)
      #expect(text.contains("**\(Int(folder.variant["inflow"])) kt**"))
      #expect(!text.contains("Worked solution"))
      let page = try String(contentsOfFile: folder.place("statement.html"), encoding: .utf8)
      #expect(page.contains("<svg"))
      #expect(!page.contains("<img"))
      #expect(!page.contains("http://") || !page.contains("src=\"http"))
    }
  }

  @Test func everyStepIsCountedAndChained() throws {
    try Self.inFolder { parent in
      var folder = try Self.started(in: parent)
      try Self.answer(folder, ["stock": "1", "growing": "b"])
      let (checked, marking) = try folder.check(at: "2026-11-22T10:05:00Z")
      #expect(marking["growing"]?.state == .right)
      folder = try checked.takingHint(at: "2026-11-22T10:06:00Z")
      folder = try folder.takingHint(at: "2026-11-22T10:07:00Z")
      try Self.answer(folder, try Self.rightAnswers(folder))
      let (after, file, content) = try folder.submit(at: "2026-11-22T10:08:00Z", program: "test 1")
      #expect(file == "w3-little-anna-1.json")
      #expect(content.checks == 1)
      #expect(content.hints == 2)
      #expect(content.log.map(\.action) == ["start", "check", "hint", "hint", "submit"])
      #expect(try AttemptLog(verifying: content.log).entries.count == 5)
      #expect(try AssignmentFolder(path: folder.path).progress == after.progress)
      // Six points, and hints for nothing and for a tenth of them.
      #expect(after.progress.points == 6)
      #expect(after.pointsAfterHints(6) == 5.4)
    }
  }

  @Test func aSubmissionIsSealedAndHoldsWhatWasTyped() throws {
    try Self.inFolder { parent in
      let folder = try Self.started(in: parent)
      try Self.answer(folder, ["stock": "0,3 Mt", "age": "14"])
      let (_, file, content) = try folder.submit(at: "2026-11-22T10:08:00Z", program: "test 1")
      let bytes = try #require(FileManager.default.contents(atPath: folder.place(file)))
      let submission = try Submission(bytes: [UInt8](bytes), file: file)
      #expect(submission.content == content)
      #expect(content.answers.first == Response(question: "stock", text: "0,3 Mt"))
      var changed = [UInt8](bytes)
      changed[changed.count / 2] ^= 1
      #expect(throws: IntegrityError.self) { try Submission(bytes: changed, file: file) }
      let second = try AssignmentFolder(path: folder.path)
        .submit(at: "2026-11-22T10:09:00Z", program: "test 1")
      #expect(second.file == "w3-little-anna-2.json")
      let next = try #require(FileManager.default.contents(atPath: folder.place(second.file)))
      #expect(
        try Submission(bytes: [UInt8](next), file: second.file).publicKey == submission.publicKey)
    }
  }

  @Test func attemptsAreLimitedByTheCourse() throws {
    try Self.inFolder { parent in
      let text = """
        { "format": "urbanmine/course/1", "id": "short", "title": "Short", "secret": "0123456789abcdef",
          "most_attempts": 1 }
        """
      let course = try Course(bytes: Array(text.utf8), name: "course.json")
      var folder = try AssignmentFolder.start(
        .steadyState, as: LearnerID("anna"), in: parent, of: course, courseFile: Array(text.utf8),
        at: "2026-11-22T10:00:00Z")
      folder = try folder.submit(at: "2026-11-22T10:08:00Z", program: "test 1").folder
      let opened = try AssignmentFolder(path: folder.path)
      #expect(!opened.maySubmit)
      #expect(throws: CourseError.noAttemptLeft(1)) {
        try opened.submit(at: "2026-11-22T10:09:00Z", program: "test 1")
      }
    }
  }

  @Test func aLogThatWasChangedIsNotContinued() throws {
    try Self.inFolder { parent in
      let folder = try Self.started(in: parent)
      let path = folder.place("progress.json")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try folder.write(text.replacing("10:00:00", with: "09:00:00"), to: "progress.json")
      let error = #expect(throws: CourseError.self) {
        try AssignmentFolder(path: folder.path).check(at: "2026-11-22T10:05:00Z")
      }
      #expect(error?.description.contains("it was changed by hand") == true)
    }
  }

  @Test func hintsAreNotForgottenByEditingTheirNumber() throws {
    try Self.inFolder { parent in
      var folder = try Self.started(in: parent)
      folder = try folder.takingHint(at: "2026-11-22T10:06:00Z")
      let path = folder.place("progress.json")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try folder.write(
        text.replacing("\"hints\": 1", with: "\"hints\": 0"), to: "progress.json")
      let error = #expect(throws: CourseError.self) { try AssignmentFolder(path: folder.path) }
      #expect(
        error?.description.contains("it counts 0 of 'hint', and its log 1") == true,
        "\(String(describing: error))")
    }
  }

  @Test func aFolderOfAnotherVersionSaysSo() throws {
    try Self.inFolder { parent in
      let folder = try Self.started(in: parent)
      let path = folder.place("progress.json")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      for (from, to, reason) in [
        ("\"version\": 1", "\"version\": 9", "started with version 9 of w3-little"),
        ("urbanmine/progress/1", "urbanmine/progress/2", "newer urbanmine"),
        ("\"metals\"", "\"other\"", "belongs to the course 'other'"), ("{", "", "can't be read"),
      ] {
        try folder.write(text.replacing(from, with: to), to: "progress.json")
        let error = #expect(throws: CourseError.self) { try AssignmentFolder(path: folder.path) }
        #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
      }
    }
  }

  @Test func theNextStepFollowsTheAnswers() throws {
    try Self.inFolder { parent in
      let folder = try Self.started(in: parent)
      func next(_ answers: [String: String]) throws -> String {
        try Self.answer(folder, answers)
        return folder.nextStep(try folder.marking())
      }
      let right = try Self.rightAnswers(folder)
      #expect(try next([:]).hasPrefix("read statement.md"))
      #expect(try next(["stock": "1,000"]).hasPrefix("write 'stock' so that it can be read"))
      #expect(
        try next(right.merging(["age": "1"]) { $1 })
          == "look again at 'age', then 'urbanmine course check'; 'urbanmine course hint' helps")
      #expect(
        try next(right.filter { $0.key != "age" }) == "answer 'age', then 'urbanmine course check'")
      #expect(try next(right) == "all is right: 'urbanmine course submit'")
      let after = try folder.submit(at: "2026-11-22T10:08:00Z", program: "test 1").folder
      #expect(
        after.nextStep(try after.marking())
          == "hand in the sealed file; then 'cd ..' and 'urbanmine course start w3-demand --as anna'"
      )
    }
  }

  @Test func aCheckReportHasTheShapeOfCheck50() throws {
    try Self.inFolder { parent in
      let folder = try Self.started(in: parent)
      try Self.answer(folder, ["stock": "1,000", "age": "3 kt", "growing": "b"])
      let report = try CheckReport(try folder.marking(), of: folder.assignment, folder.variant)
      let document =
        try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any]
      let results = try #require(document?["results"] as? [[String: Any]])
      #expect(document?["slug"] as? String == "w3-little")
      #expect(
        results.compactMap { $0["name"] as? String } == ["stock", "turnover", "age", "growing"])
      #expect(results.map { $0["passed"] as? Bool } == [nil, nil, false, true])
      #expect(results[0]["passed"] is NSNull)
      #expect(results[3]["cause"] is NSNull)
      #expect(results.allSatisfy { ($0["log"] as? [String]) == [] })
      #expect(results[1]["dependency"] as? String == "stock")
      let cause = try #require(results[2]["cause"] as? [String: String])
      #expect(cause["rationale"] == "'kt' measures a mass, and a time is asked for, in yr.")
      #expect(cause["help"]?.contains("statement.md") == true)
    }
  }

  @Test func practiceIsNeverGradedAndCanBeVaried() throws {
    let assignment = Assignment.stockFromInflow
    let variant = try assignment.practiceVariant(number: 1, settings: ["growth=0.03", "mean = 25"])
    #expect(variant["growth"] == 0.03)
    #expect(variant["mean"] == 25)
    #expect(try assignment.practiceVariant(number: 1) != assignment.practiceVariant(number: 2))
    let page = try StatementPage(assignment, variant, note: "", showsSolution: true)
    #expect(page.markdown.contains("## Worked solution"))
    for setting in ["growth", "width=3", "growth=fast", "mean=1,5"] {
      #expect(throws: CourseError.self) {
        try assignment.practiceVariant(number: 1, settings: [setting])
      }
    }
    #expect(
      try Assignment.survivalCurve.practiceVariant(number: 1, settings: ["product=Pump"])
        .word("product") == "pump")
  }

  @Test func foldersBesideEachOtherAreFound() throws {
    try Self.inFolder { parent in
      _ = try Self.started(in: parent)
      let stock = try Self.started(in: parent, .stockFromInflow)
      try FileManager.default.createDirectory(
        atPath: parent + "/other", withIntermediateDirectories: true)
      _ = try stock.submit(at: "2026-11-22T10:08:00Z", program: "test 1")
      let all = CourseFolders(in: parent)
      #expect(Set(all.folders.keys) == ["w3-little", "w3-stock"])
      #expect(all.faults == [])
      #expect(all.next(in: .metals, pathway: nil)?.id == "w1-ore")
      #expect(all.next(in: .metals, pathway: .policyMaker)?.id == "w1-ore")
      // After a given one, without those that were submitted and those of other pathways.
      func next(_ pathway: Pathway?, _ assignment: Assignment) -> String? {
        all.next(in: .metals, pathway: pathway, after: assignment)?.id
      }
      #expect(next(nil, .survivalCurve) == "w3-little")
      #expect(next(nil, .steadyState) == "w3-demand")
      #expect(next(.recycler, .steadyState) == "w3-copper")
      #expect(next(nil, .finalExam) == "w1-ore")
      #expect(all.courseFile == nil)
      #expect(all.pathway == nil)
    }
  }
}
