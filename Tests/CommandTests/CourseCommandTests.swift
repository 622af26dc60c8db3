import Foundation
import Testing

/// A learner at the terminal, in an empty folder.
@Suite struct CourseCommandTests {
  /// The folder of an assignment that was started in it.
  private static func inside(_ urbanmine: Urbanmine, _ name: String) -> Urbanmine {
    Urbanmine(folder: urbanmine.folder.appendingPathComponent(name, isDirectory: true))
  }

  /// The numbers of a unit that a statement has in bold type.
  private static func bold(_ unit: String, in statement: String) -> [Double] {
    statement.components(separatedBy: "**").compactMap { text in
      text.hasSuffix(" " + unit) ? Double(text.dropLast(unit.count + 1)) : nil
    }
  }

  @Test func everyCommandEndsWithTheNextStep() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      func lastLine(_ run: Urbanmine.Outcome) -> String { run.outputLines.last ?? "" }
      let list = try urbanmine.run("course", "list")
      #expect(list.code == 0)
      #expect(lastLine(list) == "Next: 'urbanmine course start w1-ore --as LEARNER'.")
      let start = try urbanmine.run("course", "start", "w3-little", "--as", "anna")
      #expect(start.code == 0)
      #expect(lastLine(start).hasPrefix("Next: 'cd w3-little'"))
      let folder = Self.inside(urbanmine, "w3-little")
      #expect(try folder.files.contains("statement.md"))
      let check = try folder.run("course", "check")
      #expect(check.code == 1)
      #expect(lastLine(check).hasPrefix("Next: read statement.md"))
      let hint = try folder.run("course", "hint")
      #expect(hint.output.contains("Hint 1 of 3: "))
      #expect(lastLine(hint).contains("costs 10 % of your points: 'urbanmine course hint --more'"))
      let status = try folder.run("course", "status")
      #expect(status.output.contains("1 check, 1 of 3 hints, 0 submissions"))
      #expect(lastLine(status).hasPrefix("Next: "))
      let empty = try folder.run("course", "submit")
      #expect(empty.code == 1)
      #expect(empty.errors.contains("– stock: There is no answer yet."))
      try folder.write("question,answer\nstock,1 kt\n", to: "answers.csv")
      let submit = try folder.run("course", "submit")
      #expect(submit.code == 0)
      #expect(submit.output.contains("no answer   'turnover', 'age', 'growing'"))
      #expect(lastLine(submit).hasPrefix("Next: hand in the sealed file"))
      #expect(try folder.files.contains("w3-little-anna-1.json"))
      let again = try urbanmine.run("course", "list")
      #expect(again.output.contains("submitted, 0 points"))
      let practice = try urbanmine.run("course", "practice", "w3-little", "--solution")
      #expect(practice.output.contains("Worked solution"))
      #expect(lastLine(practice).hasPrefix("Next: "))
    }
  }

  @Test func checkSaysWhatIsWrongAndWhyButNeverTheRightValue() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      _ = try urbanmine.run("course", "start", "w3-little", "--as", "anna")
      let folder = Self.inside(urbanmine, "w3-little")
      // The statement's numbers: what a learner reads.
      let statement = try folder.text(of: "statement.md")
      let (inflow, years) = (Self.bold("kt", in: statement), Self.bold("years", in: statement))
      try #require(inflow.count == 1 && years.count == 2)
      try folder.write(
        "question,answer\nstock,\(inflow[0] * years[0] / 1000) Mt\nage,\(years[1] / 2)\n",
        to: "answers.csv")
      let run = try folder.run("course", "check")
      #expect(run.code == 1)
      #expect(run.output.contains("✓ stock: Right."))
      #expect(
        run.output.contains("◐ age: Half the lifetime is right only where all live equally long."))
      #expect(run.output.contains("Read: statement.md, 'The age of what is in use'"))
      #expect(run.output.contains("3 of 6 points so far."))
      let json = try folder.run("course", "check", "--json")
      struct Report: Decodable {
        struct Result: Decodable {
          let name: String
          let passed: Bool?
        }
        let slug: String
        let results: [Result]
      }
      let report = try json.json(as: Report.self)
      #expect(report.slug == "w3-little")
      #expect(report.results.map(\.passed) == [true, nil, false, nil])
    }
  }

  @Test func whatCanBeReadInTwoWaysIsAskedAboutBeforeASubmission() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      _ = try urbanmine.run("course", "start", "w3-little", "--as", "anna")
      let folder = Self.inside(urbanmine, "w3-little")
      try folder.write("question,answer\nstock,1,000\n", to: "answers.csv")
      let run = try folder.run("course", "submit")
      #expect(run.code == 1)
      #expect(run.errors.contains("'1,000' can be read in two ways: write '1000' or '1.0'."))
      #expect(try !folder.files.contains("w3-little-anna-1.json"))
      #expect(try folder.run("course", "submit", "--anyway").code == 0)
    }
  }

  @Test func anInstructorsCourseFileGoesWithTheFolder() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(
        """
        { "format": "urbanmine/course/1", "id": "m26", "title": "Metals 2026", "secret": "0123456789abcdef",
          "assignments": ["w3-little"], "deadlines": { "w3-little": "2020-01-31T12:00:00Z" }, "most_attempts": 1 }
        """, to: "course.json")
      let start = try urbanmine.run(
        "course", "start", "w3-little", "--as", "anna", "--course", "course.json")
      #expect(start.code == 0)
      let folder = Self.inside(urbanmine, "w3-little")
      #expect(
        try folder.run("course", "status").output.contains("Deadline 2020-01-31 12:00 UTC (over)"))
      try folder.write("question,answer\nstock,1 kt\n", to: "answers.csv")
      #expect(try folder.run("course", "submit").output.contains("The deadline is over"))
      // No attempt is left: what is next is another assignment, not another try.
      #expect(
        try folder.run("course", "status").output.contains("all assignments were submitted"))
      let second = try folder.run("course", "submit")
      #expect(second.code == 1)
      #expect(second.errors.contains("all 1 attempts were used"))
      let lint = try urbanmine.run("course", "lint", "--learners", "5", "--course", "course.json")
      #expect(lint.code == 0)
      #expect(lint.output.contains("Every variant can be graded."))
    }
  }

  /// Whoever does what each line says stays in the instructor's course and on the pathway.
  @Test func theNextStepsKeepCourseAndPathway() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(
        """
        { "format": "urbanmine/course/1", "id": "m26", "title": "Metals 2026", "secret": "0123456789abcdef",
          "assignments": ["w3-stock", "w3-little", "w3-demand", "w3-quiz"] }
        """, to: "course.json")
      let list = try urbanmine.run(
        "course", "list", "--pathway", "recycler", "--course", "course.json")
      #expect(
        list.outputLines.last
          == "Next: 'urbanmine course start w3-stock --as LEARNER --pathway recycler --course course.json'."
      )
      _ = try urbanmine.run(
        "course", "start", "w3-stock", "--as", "anna", "--pathway", "recycler", "--course",
        "course.json")
      let stock = Self.inside(urbanmine, "w3-stock")
      try stock.write("question,answer\nstock,1 kt\n", to: "answers.csv")
      #expect(
        try stock.run("course", "submit").outputLines.last
          == "Next: hand in the sealed file; then 'cd ..' and 'urbanmine course start w3-little --as anna'."
      )
      // The course and the pathway are those of the assignment beside it.
      #expect(try urbanmine.run("course", "start", "w3-little", "--as", "anna").code == 0)
      let little = Self.inside(urbanmine, "w3-little")
      #expect(try little.files.contains("course.json"))
      try little.write("question,answer\nstock,1 kt\n", to: "answers.csv")
      // w3-demand is not for recyclers.
      #expect(
        try little.run("course", "submit").outputLines.last?.contains("start w3-quiz") == true)
      #expect(
        try urbanmine.run("course", "list").outputLines.last
          == "Next: 'urbanmine course start w3-quiz --as anna'.")
    }
  }

  @Test(arguments: [
    ("course start w3-stok --as anna", 66, "did you mean 'w3-stock'?"),
    ("course start w3-stock --as a/b", 64, "letters a to z, digits"),
    ("course start w3-stock", 64, "--as"), ("course check", 66, "no assignment was started here"),
    ("course practice w3-stock --set width=1", 64, "there are first, growth, shape, mean"),
    ("course practice w3-stock -o page.pdf", 64, "must end in .html or .md"),
    ("course list --pathway painter", 64, "painter"),
    ("course lint --learners 0", 64, "one learner or more"),
    ("course list --course none.json", 66, "doesn't exist"),
  ])
  func whatCanNotBeDoneIsExplained(_ command: String, _ code: Int, _ reason: String) throws {
    let run = try Urbanmine.inEmptyFolder {
      try $0.run(command.split(separator: " ").map(String.init))
    }
    #expect(run.code == Int32(code))
    #expect(run.errors.contains(reason))
  }

  @Test func theCopperAssignmentSaysWhatTheModelSays() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      struct Results: Decodable {
        let years: [Int]
        let indicators: [String: [Double?]]
      }
      let results = try urbanmine.run("run", "copper", "--json").json(as: Results.self)
      let index = try #require(results.years.firstIndex(of: 2013))
      let rate = try #require(results.indicators["eol_rr"]?[index])
      let page = try urbanmine.run(
        "course", "practice", "w3-copper", "--set", "year=2013", "--solution")
      #expect(
        page.output.contains("recycling rate was **\(String(format: "%.1f", 100 * rate)) %**"))
    }
  }
}
