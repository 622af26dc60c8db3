import LinearAlgebra
import Testing
import UrbanMining

struct SeriesTests {
  private func series() throws -> [Series] { try TwoUseCycle().solved().series() }

  @Test func everyKindIsThereForEveryCell() throws {
    let series = try series()
    func count(_ kind: Series.Kind) -> Int { series.filter { $0.kind == kind }.count }
    // Use over two elements and one landfill; a sink gives nothing off.
    #expect(count(.stock) == 3)
    #expect(count(.inflow) == 3)
    #expect(count(.outflow) == 2)
    #expect(count(.addition) == 3)
    #expect(count(.flow) == 15)
    #expect(count(.indicator) == 6)
    #expect(count(.parameter) == 7)
    #expect(series.allSatisfy { $0.values.count == 30 })
  }

  @Test func unitsFollowTheModel() throws {
    for one in try series() {
      switch one.kind {
      case .stock: #expect(one.unit == "kt")
      case .inflow, .outflow, .flow, .addition, .dilution: #expect(one.unit == "kt/yr")
      case .indicator, .concentration: #expect(one.unit == "1")
      case .parameter: #expect(one.unit == (one.name == "mining" ? "kt/yr" : "1"))
      }
    }
  }

  @Test func flowsSayWhatTheyJoinAndMean() throws {
    let scrap = try series().filter { $0.role == .oldScrap }
    #expect(scrap.map(\.name) == ["old_scrap", "old_scrap"])
    #expect(scrap.allSatisfy { $0.from == "collected" && $0.to == "refining" })
    #expect(scrap.map(\.elements) == [["end_use": "buildings"], ["end_use": "cars"]])
  }

  /// ΔS = inflow − outflow, from the series alone.
  @Test func additionIsInflowLessOutflow() throws {
    let series = try series().filter { $0.name == "use" && $0.elements["end_use"] == "cars" }
    func values(_ kind: Series.Kind) -> [Double] {
      series.filter { $0.kind == kind }.flatMap { $0.values.compactMap { $0 } }
    }
    let (inflow, outflow) = (values(.inflow), values(.outflow))
    let (added, stock) = (values(.addition), values(.stock))
    for t in 0..<30 {
      expectClose(added[t], inflow[t] - outflow[t], relative: 1e-12, absolute: 1e-11)
      expectClose(added[t], stock[t] - (t > 0 ? stock[t - 1] : 0))
    }
  }

  @Test func flowsOfUnevenPeriodsArePerYear() throws {
    let model = try SystemModel(
      header: .init(name: "uneven"), time: try TimeAxis(bounds: [2000, 2001, 2005]),
      processes: [.init("mine", kind: .source), .init("goods", kind: .sink)],
      flows: [.init(from: "mine", to: "goods", .given(.constant(10, periods: 2)))])
    let series = try SystemPlan(model).solve().series()
    #expect(series.filter { $0.kind == .flow }.map(\.values) == [[10, 10]])
    #expect(series.filter { $0.kind == .addition }.map(\.values) == [[10, 10]])
    #expect(series.filter { $0.kind == .stock }.map(\.values) == [[10, 50]])
    #expect(series.filter { $0.kind == .indicator }.allSatisfy { $0.values == [nil, nil] })
  }
}
