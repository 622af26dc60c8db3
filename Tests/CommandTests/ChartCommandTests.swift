import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ChartCommandTests {
  @Test func drawsTheStockByEndUse() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run("chart", "stock", "copper", "-o", "copper.svg")
      #expect(run.code == 0)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("wrote copper.svg"))
      let svg = try urbanmine.text(of: "copper.svg")
      #expect(svg.hasPrefix("<?xml") || svg.hasPrefix("<svg"))
      #expect(XMLParser(data: Data(svg.utf8)).parse())
      for label in ["Building and construction", "Transport", "1900", "2020", "Mt"] {
        #expect(svg.contains(label), "\(label)")
      }
      _ = try urbanmine.run("chart", "stock", "copper", "-o", "again.svg")
      #expect(try urbanmine.text(of: "again.svg") == svg)
      #expect(try urbanmine.files == ["again.svg", "copper.svg"])
    }
  }

  @Test func sizeThemeAndScenarioChangeThePicture() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let options = [
        [], ["--size", "page"], ["--size", "square"], ["--theme", "dark"],
        ["--scenario", "longer-lives"],
        ["--set", "mining=100"],
      ]
      var pictures: Set<String> = []
      for option in options {
        #expect(try urbanmine.run(["chart", "stock", "zinc", "-o", "a.svg"] + option).code == 0)
        pictures.insert(try urbanmine.text(of: "a.svg"))
      }
      #expect(pictures.count == options.count)
      #expect(pictures.contains { $0.contains("longer-lives") || $0.contains("Everything lasts") })
    }
  }

  @Test(
    arguments: [
      (["stok", "copper", "-o", "a.svg"], 64), (["stock", "copper"], 64),
      (["stock", "copper", "-o", "a.svg", "--size", "huge"], 64),
      (["stock", "coper", "-o", "a.svg"], 66), (["stock", "copper", "-o", "no/a.svg"], 73),
      (["stock", "copper", "-o", "a.svg", "--scenario", "none"], 65),
    ] as [([String], Int32)])
  func refusesOthers(_ arguments: [String], _ code: Int32) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(["chart"] + arguments)
      #expect(run.code == code)
      #expect(try urbanmine.files == [])
    }
  }
}
