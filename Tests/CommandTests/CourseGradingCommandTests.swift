import Foundation
import Testing

/// The commands of instructors, on a made-up class in an empty folder.
@Suite struct CourseGradingCommandTests {
  /// A class of 60 in `class/`, graded.
  private func withClass(_ action: (Urbanmine) throws -> Void) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let made = try urbanmine.run(
        "course", "rehearse", "class", "--learners", "60", "--broken", "--assignment", "w3-little")
      #expect(made.code == 0, "\(made.errors)")
      let graded = try urbanmine.run(
        "course", "grade", "class/submissions", "--roster", "class/roster.csv", "-o", "marks.csv")
      #expect(graded.code == 0, "\(graded.errors)")
      #expect(graded.output.contains("submissions graded"))
      #expect(graded.output.contains("it is the same submission as"))
      try action(urbanmine)
    }
  }

  @Test func gradesAClassIntoThreeFiles() throws {
    try withClass { urbanmine in
      #expect(
        try urbanmine.files == ["class", "marks-problems.csv", "marks.csv", "marks.sqlite"])
      let lines = try urbanmine.text(of: "marks.csv").split(separator: "\r\n")
      #expect(lines.count == 61)
      #expect(lines[0] == "\"id\",\"name\",\"group\",\"w3-little\",\"points\",\"of\",\"percent\"")
      let again = try urbanmine.run(
        "course", "grade", "class/submissions", "--roster", "class/roster.csv", "-o", "again.csv",
        "--feedback", "feedback", "--json")
      #expect(try urbanmine.text(of: "again.csv") == urbanmine.text(of: "marks.csv"))
      #expect(again.output.hasPrefix("{\"copied\":"))
      #expect(try urbanmine.text(of: "feedback/s00001.html").contains("Your marks"))
    }
  }

  @Test func regradesAndSaysWhoGains() throws {
    try withClass { urbanmine in
      try urbanmine.write(
        "version,assignment,question,change,reason\n2,w3-little,stock,void,the fire alarm rang\n",
        to: "key.csv")
      let run = try urbanmine.run(
        "course", "regrade", "marks.sqlite", "--since", "original", "--key", "key.csv", "--roster",
        "class/roster.csv", "-o", "new.csv")
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.contains("Key original to key 2"))
      #expect(run.output.contains("the fire alarm rang (key 2)"))
      let unknown = try urbanmine.run(
        "course", "regrade", "marks.sqlite", "--since", "7", "--roster", "class/roster.csv")
      #expect(unknown.code == 65)
      #expect(unknown.errors.contains("there are original, 2"))
    }
  }

  @Test func showsStatisticsWithCharts() throws {
    try withClass { urbanmine in
      let run = try urbanmine.run("course", "stats", "marks.sqlite", "-o", "charts")
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.contains("Facility"))
      #expect(try urbanmine.text(of: "charts/facility.svg").contains("hardest question"))
      #expect(try urbanmine.text(of: "charts/statistics.csv").contains("\"w3-little\""))
      let other = try urbanmine.run("course", "stats", "marks.sqlite", "--assignment", "w9")
      #expect(other.code == 65)
      #expect(other.errors.contains("there are w3-little"))
    }
  }

  @Test func statementsAreSignedAndVerify() throws {
    try withClass { urbanmine in
      let run = try urbanmine.run(
        "course", "statement", "marks.sqlite", "--roster", "class/roster.csv", "--pass", "0",
        "--date", "2026-12-18", "--issuer", "Example University", "-o", "statements")
      #expect(run.code == 0, "\(run.errors)")
      let file = "statements/s00001.json"
      #expect(try urbanmine.run("course", "verify", file).code == 0)
      let changed = try urbanmine.text(of: file).replacing("2026-12-18", with: "2026-12-19")
      try urbanmine.write(changed, to: "changed.json")
      let refused = try urbanmine.run("course", "verify", "changed.json", file)
      #expect(refused.code == 1)
      #expect(refused.output.contains("NOT as it was sealed"))
      #expect(refused.errors == "one file does not verify\n")
    }
  }

  @Test(arguments: ["moodle", "gift", "olx", "qti21", "qti3"])
  func exportsForEveryPlatform(_ format: String) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(
        "course", "export", format, "--assignment", "w3-little", "--variants", "2", "-o", "out")
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.errors.contains("wrote"))
      #expect(try urbanmine.files == ["out"])
    }
  }

  @Test(
    arguments: [
      (["grade", "none", "--roster", "no.csv", "-o", "a.csv"], 66, "'no.csv' doesn't exist"),
      (["grade", "none", "--roster", "r.csv", "-o", "a.csv"], 66, "there is no file in 'none'"),
      (["grade", "none", "--roster", "bad.csv", "-o", "a.csv"], 65, "no column 'id'"),
      (["grade", "none", "--roster", "r.csv", "-o", "a.txt"], 64, "'a.txt' must end in .csv."),
      (
        ["grade", "none", "--roster", "r.csv", "-o", "a.csv", "--late-per-day", "200"], 64,
        "per cent from 0 to 100"
      ),
      (["grade", "none", "--roster", "r.csv", "-o", "a.csv", "--group", "x"], 65, "no group 'x'"),
      (["stats", "no.sqlite"], 66, "there is no store 'no.sqlite'"),
      (["stats", "r.csv"], 65, "the store 'r.csv'"),
      (["export", "moodle", "-o", "x.xml", "--assignment", "w9"], 66, "no assignment 'w9'"),
      (["export", "scorm", "-o", "x"], 64, "'scorm' is invalid"),
      (["verify", "no.json"], 66, "'no.json' doesn't exist"),
      (["rehearse", "x", "--learners", "0"], 64, "From 1 to 99999"),
    ] as [([String], Int32, String)])
  func faultsAreNamed(_ arguments: [String], _ code: Int32, _ reason: String) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write("id,name\na,A\n", to: "r.csv")
      try urbanmine.write("mail\na\n", to: "bad.csv")
      let run = try urbanmine.run(["course"] + arguments)
      #expect(run.code == code, "\(run.errors)")
      #expect(run.errors.contains(reason), "\(run.errors)")
      #expect(run.output == "")
      #expect(try urbanmine.files == ["bad.csv", "r.csv"])
    }
  }
}
