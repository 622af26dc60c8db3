import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ChartKindsTests {
  private static let kinds = [
    "stock", "flows", "sankey", "cycle", "survival", "cohorts", "mine", "fan", "compare",
    "tornado", "waterfall",
  ]

  @Test(arguments: kinds, ["copper", "aluminium", "zinc", "lead"])
  func everyKindIsDrawnForEveryMetal(_ kind: String, _ metal: String) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let draws = kind == "fan" ? ["--draws", "100"] : []
      let run = try urbanmine.run(
        ["chart", kind, metal, "-o", "a.svg", "--data", "a.csv"] + draws)
      #expect(run.code == 0, "\(run.errors)")
      let svg = try urbanmine.text(of: "a.svg")
      #expect(XMLParser(data: Data(svg.utf8)).parse())
      #expect(svg.contains("role=\"img\""))
      // The footer names publishers, never identifiers.
      let words = svg.replacing(/<[^>]*>/, with: "")
      #expect(words.contains("Geological Survey"))
      #expect(!svg.contains("usgs-ds140"))
      let lines = try urbanmine.text(of: "a.csv").split(separator: "\n")
      #expect(lines.count > 3)
    }
  }

  @Test func exactlyEighteenMetalsAreAboveFiftyPerCent() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      #expect(try urbanmine.run("chart", "periodic", "-o", "a.svg", "--data", "a.csv").code == 0)
      let rows = try urbanmine.text(of: "a.csv").split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      func symbols(_ rate: String) -> Set<String> {
        Set(rows.filter { $0[4] == rate }.map { $0[0] })
      }
      // UNEP's press release of May 2011 lists them.
      #expect(
        symbols(">50") == [
          "Pb", "Au", "Ag", "Al", "Sn", "Cu", "Cr", "Ni", "Nb", "Mn", "Zn", "Fe", "Co", "Re", "Ti",
          "Pd", "Pt", "Rh",
        ])
      #expect([">25-50", ">10-25", "1-10", "<1"].map { symbols($0).count } == [3, 3, 2, 34])
      #expect(symbols("").count == 58)
      #expect(try urbanmine.text(of: "a.svg").contains("Only eighteen of 60 metals"))
    }
  }

  /// The report's working group judged; every class must at least agree with one of its estimates.
  @Test func everyClassAgreesWithAnEstimate() throws {
    let estimates = try table("unep-recycling-rates").filter { $0[1] == "eol_recycling_rate" }
    let bounds: [String: ClosedRange<Double>] = [
      ">50": 50...100, ">25-50": 25...50, ">10-25": 10...25, "1-10": 1...10, "<1": 0...1,
    ]
    for row in try table("unep-recycling-classes") {
      let own = estimates.filter { $0[0] == row[0] }
      // Barium stands in the figure of the report and not in its tables.
      if own.isEmpty { #expect(row[0] == "Ba") }
      let range = try #require(bounds[row[1]])
      let agrees = own.contains { estimate in
        guard let value = Double(estimate[2]) else { return false }
        return estimate[3] == "upper" ? value >= range.lowerBound : range.contains(value)
      }
      #expect(agrees || own.isEmpty, "\(row[0]) \(row[1])")
    }
  }

  private func table(_ name: String) throws -> [[String]] {
    let run = try Urbanmine.run("data", "export", name)
    return run.output.split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func aSavedEnsembleIsTheFanOfItsModel() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let draws = ["--draws", "200", "--seed", "5"]
      #expect(try urbanmine.run(["ensemble", "zinc", "-o", "bands.json"] + draws).code == 0)
      for name in ["stock.use", "eol_rr"] {
        let saved = ["chart", "fan", "bands.json", "--of", name, "-o", "a.svg", "--data", "a.csv"]
        #expect(try urbanmine.run(saved).code == 0)
        let live = ["chart", "fan", "zinc", "--of", name, "-o", "b.svg", "--data", "b.csv"] + draws
        #expect(try urbanmine.run(live).code == 0)
        #expect(try urbanmine.text(of: "a.csv") == urbanmine.text(of: "b.csv"))
        #expect(try urbanmine.text(of: "a.svg").contains("200 draws (Monte Carlo, seed 5)"))
      }
      let again = try urbanmine.run(["chart", "fan", "bands.json", "-o", "c.svg"] + draws)
      #expect(again.code == 64 && again.errors.contains("drawn already"))
    }
  }

  @Test func whatVegaLiteHasNotVegaDraws() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      for kind in ["sankey", "cycle"] {
        let run = try urbanmine.run("chart", kind, "copper", "-o", "a.vl.json")
        #expect(run.code == 64 && run.errors.contains(".vg.json"))
        #expect(try urbanmine.run("chart", kind, "copper", "-o", "\(kind).vg.json").code == 0)
        #expect(try urbanmine.text(of: "\(kind).vg.json").contains("schema/vega/v5.json"))
      }
      #expect(try urbanmine.files == ["cycle.vg.json", "sankey.vg.json"])
    }
  }

  @Test func aModelWithoutUncertaintiesHasNoFanAndATornadoByATenth() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(
        """
        model: tiny
        years: 2000-2010
        data:
          ore: { values: 10, unit: kt, assumption: made up }
        processes:
          mine: { boundary: source }
          use: { lifetime: 'normal(mean: 3, sd: 1)' }
          waste: { sink: true }
        flows:
          - { from: mine, to: use, given: ore }
          - { from: use, to: waste }
        """, to: "tiny.yaml")
      let fan = try urbanmine.run("chart", "fan", "tiny.yaml", "-o", "a.svg")
      #expect(fan.code == 65 && fan.errors.contains("does not say what is uncertain"))
      let run = try urbanmine.run("chart", "tornado", "tiny.yaml", "-o", "a.svg")
      #expect(run.code == 0, "\(run.errors)")
      #expect(try urbanmine.text(of: "a.svg").contains("names no uncertainties"))
      let other = try urbanmine.run(
        "chart", "tornado", "tiny.yaml", "--of", "eol_rr", "-o", "b.svg")
      #expect(other.code == 65 && other.errors.contains("does not say what is uncertain"))
    }
  }

  @Test func theEndingDecidesTheFormat() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      for name in ["a.png", "a.pdf", "a.vl.json", "a.vg.json"] {
        let run = try urbanmine.run("chart", "flows", "copper", "--size", "page", "-o", name)
        #expect(run.code == 0, "\(run.errors)")
      }
      let png = try Data(contentsOf: urbanmine.folder.appendingPathComponent("a.png"))
      #expect(png.prefix(4).elementsEqual([0x89, 0x50, 0x4E, 0x47]))
      let pdf = try Data(contentsOf: urbanmine.folder.appendingPathComponent("a.pdf"))
      #expect(pdf.prefix(5).elementsEqual(Data("%PDF-".utf8)))
      #expect(try urbanmine.text(of: "a.vl.json").contains("vega-lite"))
    }
  }

  @Test(
    arguments: [
      (["sankey", "copper", "--year", "1980-1990"], "Mean of 1980–1990"),
      (["cycle", "copper", "--year", "1980"], "1980:"),
      (["sankey", "copper", "--by", "end_use"], "Industrial equipment"),
      (["stock", "copper", "--per-capita"], "kg per capita"),
      (["survival", "weibull(shape: 3, mean: 25)"], "weibull(shape: 3, mean: 25)"),
      (["compare", "zinc", "--scenario", "longer-lives"], "30 per cent"),
      (["stock", "zinc", "--projected-from", "2010"], "dashed from 2010"),
      (["fan", "lead", "--of", "eol_rr", "--draws", "64", "--seed", "9"], "seed 9"),
      (["tornado", "lead", "--of", "eol_rr@2000"], "percentage points"),
      (["sankey", "lead", "--year", "1990", "--draws", "64"], " ± "),
      (["waterfall", "copper"], "Lifetime extension"),
      (["waterfall", "copper", "--scenario", "higher-collection"], "Shapley"),
    ] as [([String], String)])
  func yearsDimensionsAndLifetimesAreChosen(_ arguments: [String], _ words: String) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(["chart"] + arguments + ["-o", "a.svg"])
      #expect(run.code == 0, "\(run.errors)")
      #expect(try urbanmine.text(of: "a.svg").contains(words))
    }
  }

  @Test(
    arguments: [
      (["sankey", "copper", "--by", "region"], 65), (["cycle", "copper", "--year", "1850"], 65),
      (["survival", "weibull(shape: 3)"], 65), (["compare", "copper", "--scenario", "none"], 65),
      (["stock", "copper", "--by", "end_use"], 64), (["fan", "copper", "--draws", "1"], 64),
      (["fan", "copper", "--of", "nothing"], 65), (["fan", "./no.json"], 66),
      (["tornado", "copper", "--of", "stock.use@1800"], 65),
      (["sankey", "copper", "--seed", "2"], 64),
      (["cycle", "copper", "--year", "1990-2000"], 64),
      (["sankey", "copper", "--draws", "9", "--year", "1990-2000"], 64),
    ] as [([String], Int32)])
  func refusesWhatTheModelLacks(_ arguments: [String], _ code: Int32) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(["chart"] + arguments + ["-o", "a.svg"])
      #expect(run.code == code, "\(run.errors)")
      #expect(try urbanmine.files == [])
    }
  }
}
