import Testing
import UrbanMining

@testable import Charts

struct SeriesWordsTests {
  @Test func everySeriesOfAnEnsembleHasAName() throws {
    let series = try Cycles.drawn(2, only: [], isDetailed: true).ensemble.series
    let words = series.map { SeriesWords($0, labels: ["roofs": "Roofs"], largest: 2e6) }
    let names = words.map(\.name)
    #expect(Set(names).count == names.count)
    for name in [
      "stock in use", "stock in use, roofs", "flow into use", "net addition to tip",
      "primary, mine to smelter", "loss, yard to tip", "end-of-life recycling rate (EOL-RR)",
    ] {
      #expect(names.contains(name), "\(name)")
    }
    #expect(Set(words.map(\.unit)) == ["Mt", "Mt/yr", "%"])
  }

  @Test func numbersAreShownInTheUnitOfTheAxis() throws {
    let stock = try Cycles.drawn(2, only: ["stock.use"]).ensemble.series[0]
    let words = SeriesWords(stock, labels: [:], largest: 45_000)
    #expect(words.unit == "Mt")
    #expect(abs(words.factor * 45_000 - 45) < 1e-12)
    #expect(SeriesWords(stock, labels: [:], material: "tin", largest: 1).name == "tin in use")
  }
}
