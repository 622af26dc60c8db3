import Foundation
import Testing

@Suite struct ReportedTests {
  private struct Document: Decodable {
    struct Reported: Decodable {
      let flow: String
      let years: [Double]
      let predicted: [Double]
      let reported: [Double]
      let medianRatio: Double
    }

    let reported: [Reported]?
  }

  /// The last years of DS140: secondary production of 2017, for aluminium from old scrap in 2018.
  @Test(arguments: [
    ("us-copper", 146.0), ("us-aluminium", 1570), ("us-zinc", 15), ("us-lead", 1130),
  ])
  func everyCycleOfTheUnitedStatesPrintsPredictedAgainstReported(
    _ model: String, _ last: Double
  ) throws {
    let run = try Urbanmine.run("run", model)
    #expect(run.code == 0)
    #expect(run.output.contains("Predicted against reported"))
    let document = try Urbanmine.run("run", model, "--json").json(as: Document.self)
    let scrap = try #require(document.reported?.first)
    #expect(scrap.flow == "old_scrap")
    #expect(scrap.reported.last == last)
    #expect(scrap.years.count == scrap.predicted.count)
    #expect(scrap.medianRatio > 0)
  }

  /// In 2017 no metal left the stocks of the United States: a source that nothing passes.
  @Test func flowsOfACycleWithAnIdleSourceAreDrawn() throws {
    try Urbanmine.inEmptyFolder { program in
      for model in ["us-copper", "us-aluminium", "us-zinc", "us-lead"] {
        let run = try program.run(["chart", "sankey", model, "-o", "\(model).svg"])
        #expect(run.code == 0, "\(run.errors)")
      }
    }
  }

  @Test func aModelWithoutItSaysNothing() throws {
    #expect(try !Urbanmine.run("run", "copper").output.contains("Predicted against"))
    #expect(try Urbanmine.run("run", "copper", "--json").json(as: Document.self).reported == nil)
  }

  @Test func isDrawnWhereTheModelHasIt() throws {
    try Urbanmine.inEmptyFolder { program in
      let run = try program.run(["chart", "reported", "us-copper", "-o", "a.svg"])
      #expect(run.code == 0)
      #expect(run.errors.contains("times what was reported"))
      let none = try program.run(["chart", "reported", "copper", "-o", "b.svg"])
      #expect(none.code == 65)
      #expect(none.errors.contains("no flow of which amounts were reported"))
    }
  }
}
