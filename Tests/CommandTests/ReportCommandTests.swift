import Foundation
import Testing

@Suite struct ReportCommandTests {
  @Test func writesOnePageThatNeedsNoNetwork() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run("report", "copper", "-o", "copper.html")
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.errors.hasPrefix("wrote copper.html"))
      let page = try urbanmine.text(of: "copper.html")
      #expect(page.hasPrefix("<!DOCTYPE html>"))
      #expect(page.contains("of 1\u{2009}000 draws (Monte Carlo, seed 1)"))
      for scenario in ["Base case", "Everything lasts a quarter longer", "Collection and sorting"] {
        #expect(page.contains(scenario))
      }
      // The only addresses are names of namespaces.
      let addresses = page.components(separatedBy: "http").dropFirst().map { $0.prefix(20) }
      #expect(addresses.allSatisfy { $0.hasPrefix("://www.w3.org/2000/s") })
      #expect(!page.contains("src="))
      _ = try urbanmine.run("report", "copper", "-o", "again.html")
      #expect(try urbanmine.text(of: "again.html") == page)
    }
  }

  @Test func oneScenarioCanBeChosen() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(
        "report", "zinc", "--scenario", "longer-lives", "--draws", "0", "-o", "z.html")
      #expect(run.errors.contains("2 cases"))
      let page = try urbanmine.text(of: "z.html")
      #expect(page.contains("Everything lasts 30 per cent longer"))
      #expect(!page.contains("Monte Carlo"))
      #expect(!page.contains("Everything lasts 30 per cent shorter"))
    }
  }

  @Test(
    arguments: [
      (["coper", "-o", "a.html"], 66), (["copper", "-o", "a.htm"], 64),
      (["copper", "-o", "no/a.html"], 73), (["copper", "-o", "a.html", "--scenario", "none"], 65),
    ] as [([String], Int32)])
  func refusesOthers(_ arguments: [String], _ code: Int32) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(["report"] + arguments)
      #expect(run.code == code)
      #expect(try urbanmine.files == [])
    }
  }
}
