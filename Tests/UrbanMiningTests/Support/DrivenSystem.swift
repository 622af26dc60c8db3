import LinearAlgebra
import UrbanMining

/// A small system that is driven by demand: goods are asked of fabrication, which takes scrap first and
/// what is missing from a mine.
///
/// Of what fabrication makes the share `loss` becomes scrap in the same year, and old scrap comes from
/// outside. With everything constant the flows follow by hand: T = goods / (1 − loss), scrap = old + loss · T.
struct DrivenSystem {
  var goods = 80.0
  var loss = 0.2
  var oldScrap = 30.0
  var mineCapacity: Double?
  /// The share of what a smelter between mine and fabrication takes in that becomes scrap: how much scrap
  /// there is then depends on how much of it is used.
  var residue: Double?
  var years = 2000...2001

  func model(
    processes more: [SystemModel.Process] = [],
    change: (inout [SystemModel.Flow]) -> Void = { _ in }
  ) throws -> SystemModel {
    func constant(_ value: Double) -> SystemModel.Values { .constant(value, periods: years.count) }
    var flows: [SystemModel.Flow] = [
      .init(from: "fabrication", to: "market", .given(constant(goods))),
      .init(from: "fabrication", to: "scrap", .share(constant(loss))),
      .init(from: "old", to: "scrap", .given(constant(oldScrap))),
      .init(from: "scrap", to: "fabrication", .fill(priority: 1), atMost: .available),
      .init(from: "scrap", to: "landfill", .remainder),
      .init(
        from: "mine", to: "fabrication", .fill(priority: 2),
        atMost: mineCapacity.map { .amount(constant($0)) }),
    ]
    if mineCapacity != nil {
      flows.append(.init(from: "imports", to: "fabrication", .fill(priority: 3)))
    }
    if let residue {
      flows[5] = .init(from: "smelter", to: "fabrication", .fill(priority: 2))
      flows += [
        .init(from: "smelter", to: "scrap", .share(constant(residue))),
        .init(from: "mine", to: "smelter", .fill(priority: 1)),
      ]
    }
    change(&flows)
    var own: [SystemModel.Process] = []
    if mineCapacity != nil { own.append(.init("imports", kind: .source)) }
    if residue != nil { own.append(.init("smelter", drive: .demand)) }
    return try SystemModel(
      header: .init(name: "driven"), time: TimeAxis(years: years),
      dimensions: [Dimension(name: "part", elements: ["cars", "wires"])],
      processes: [
        .init("mine", kind: .source), .init("old", kind: .source),
        .init("fabrication", drive: .demand), .init("scrap"),
        .init("market", kind: .destination), .init("landfill", kind: .sink),
      ] + own + more, flows: flows)
  }

  func faults(
    processes more: [SystemModel.Process] = [], change: (inout [SystemModel.Flow]) -> Void
  ) -> [String] {
    do {
      _ = try model(processes: more, change: change)
      return []
    } catch { return (error as? SystemModelError)?.faults.map(\.message) ?? ["\(error)"] }
  }

  /// The amount of each flow in the first year.
  func solved() throws -> [Double] {
    let model = try model()
    let results = try SystemPlan(model).solve()
    return model.flows.indices.map { results.flow(at: $0)[0][0, 0] }
  }
}
