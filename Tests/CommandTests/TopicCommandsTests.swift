import Foundation
import Testing

@Suite struct TopicCommandsTests {
  private struct Document: Decodable { let schema: String }

  @Test func scarcityGivesTheNumbersOfTheCourse() throws {
    let run = try Urbanmine.run(
      "scarcity", "--reserves", "890", "--production", "22", "--growth", "0.025")
    #expect(run.code == 0)
    for number in ["40.45", "28.30", "27.95", "27.80"] { #expect(run.output.contains(number)) }
  }

  @Test(arguments: [
    (["scarcity"], "urbanmine/scarcity-list/1"), (["scarcity", "copper"], "urbanmine/scarcity/1"),
    (["scarcity", "--reserves", "1", "--production", "2"], "urbanmine/depletion/1"),
    (["criticality", "--draws", "100"], "urbanmine/criticality/1"),
    (["metal", "Nd"], "urbanmine/metal/1"), (["impacts", "lead"], "urbanmine/impacts/1"),
  ])
  func everyDocumentHasItsSchema(_ arguments: [String], _ schema: String) throws {
    let run = try Urbanmine.inEmptyFolder { try $0.run(arguments + ["--json"]) }
    #expect(run.code == 0)
    #expect(try run.json(as: Document.self).schema == schema)
  }

  @Test(arguments: [
    (["scarcity", "copper"], "Reserves of copper rose"),
    (["metal", "Al"], "Aluminium: dearest"),
    (["impacts", "copper"], "Recycling saves"), (["criticality"], "leads among metals"),
  ])
  func everyTopicHasAPicture(_ arguments: [String], _ finding: String) throws {
    try Urbanmine.inEmptyFolder { program in
      let run = try program.run(arguments + ["-o", "a.svg"])
      #expect(run.code == 0)
      #expect(run.errors.contains(finding))
      let svg = try String(
        contentsOf: program.folder.appendingPathComponent("a.svg"), encoding: .utf8)
      #expect(svg.contains("</svg>"))
    }
  }

  @Test(arguments: [
    (["metal", "copper", "--year", "1850"], 65, "the years are 1900 to 2017"),
    (["metal", "tin", "--year", "2000"], 65, "there is no unit value of tin"),
    (["metal", "unobtainium"], 65, "there is no metal 'unobtainium'"),
    (["scarcity", "copper", "--growth=-1"], 65, "it must be above -1"),
    (["scarcity", "--reserves", "890"], 64, "belong together"),
    (["scarcity", "--reserves", "-5", "--production", "1"], 65, "it must be 0 or above"),
    (["scarcity", "copper", "--growth", "-1.5"], 65, "it must be above -1"),
    (["criticality", "--draws", "-1"], 65, "-1 draws are not possible"),
    (["criticality", "--weight", "concentration=0.5"], 65, "the weights sum to 0.5"),
    (["criticality", "--weight", "concentrtion=1"], 64, "did you mean 'concentration'"),
    (
      ["criticality", "--weight", "short_range=-1", "--weight", "concentration=2"], 65,
      "weights are 0"
    ),
    (["impacts", "copper", "--draws", "0"], 64, "between 1 and"),
    (["scarcity", "-o", "a.svg"], 64, "name one"),
    (["metal", "copper", "-o", "a.txt"], 64, "must end in"),
  ])
  func badInputGetsAClearFault(_ arguments: [String], _ code: Int32, _ message: String) throws {
    let run = try Urbanmine.inEmptyFolder { try $0.run(arguments) }
    #expect(run.code == code)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message))
  }

  /// 2 + 1 + 0.5 + … is 4 and never 5.
  @Test func productionMayShrink() throws {
    let run = try Urbanmine.run(
      "scarcity", "--reserves", "5", "--production", "2", "--growth", "-0.5")
    #expect(run.code == 0)
    #expect(run.output.contains("never"))
  }

  @Test(arguments: [
    ("scarcity iron", ["ore, gross weight, not metal content: no range", "  –"]),
    ("scarcity copper", ["none", "1999"]), ("scarcity gold", ["g/t"]),
    ("metal aluminium", ["of 72.8 Mt from smelters in 2024", "assumed", "cradle to gate"]),
    ("metal iron", ["pig iron (primary route only)", "56300 mg/kg", "43.5 % in 2025"]),
    ("metal Pt", ["yield at least 95.0 %", "of 180 t from mines in 2023"]),
    ("impacts aluminium", ["old scrap saves", "process energy", "174 in Cullen"]),
  ])
  func pagesSayWhatTheirNumbersAre(_ command: String, _ parts: [String]) throws {
    let run = try Urbanmine.inEmptyFolder {
      try $0.run(command.split(separator: " ").map(String.init))
    }
    #expect(run.code == 0)
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in parts {
      #expect(run.output.contains(part) || words.contains(part), "\(part)")
    }
  }

  @Test func aModelOfAMetalWithoutCoefficientsSaysSo() throws {
    try Urbanmine.inEmptyFolder { program in
      let model = try program.run(["data", "export", "copper"]).output
        .replacingOccurrences(of: "material: copper", with: "material: tungsten")
      try Data(model.utf8).write(to: program.folder.appendingPathComponent("w.yaml"))
      let run = try program.run(["impacts", "./w.yaml"])
      #expect(run.code == 65)
      #expect(run.errors.contains("of tungsten in the bundled tables"))
    }
  }
}
