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
    (["metal", "Al"], "Aluminium was dearest"),
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
    (["scarcity", "--reserves=-5", "--production", "1"], 65, "it must be 0 or above"),
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
