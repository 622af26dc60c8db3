import Foundation
import LinearAlgebra
import ModelFiles
import UrbanMining

/// The model files in Examples/, solved.
enum ExampleModels {
  static let folder = Repository.file("Examples")

  static func file(_ name: String) throws -> ModelFile {
    let folder = folder.appendingPathComponent(name)
    let path = folder.appendingPathComponent("model.yaml")
    return try ModelFile(
      bytes: [UInt8](Data(contentsOf: path)), name: path.path,
      tables: TableLibrary().relative(to: folder))
  }

  static func solved(
    _ name: String, scenario: String = "base", settings: [String] = []
  ) throws -> SystemResults {
    let file = try file(name)
    var model = file.base
    if scenario != "base" { model = try file.scenario(scenario).applied(to: model) }
    let changes = try settings.map { try file.change($0) }
    return try SystemPlan(Scenario(name: "set", changes: changes).applied(to: model)).solve()
  }
}

extension SystemResults {
  /// The cells of a flow by its key, one series each.
  func cells(ofFlow key: String) -> [[Double]] {
    guard let index = plan.model.flows.firstIndex(where: { $0.key == key }) else { return [] }
    return flow(at: index).map { $0.column(0) }
  }

  /// A series by the name that Tests/Reference/examples.py gives it: `stock use`, `inflow cars`, `a->b`.
  func series(named name: String) -> [Double]? {
    let words = name.split(separator: " ", maxSplits: 1).map(String.init)
    if words.count == 1 { return cells(ofFlow: name).first }
    let processes = plan.model.processes
    if name == "new cars" { return sum(cells(ofFlow: "car_makers->use")) }
    if words[0] == "scrap" {
      return series { $0.kind == .flow && $0.elements["material"] == words[1] }
    }
    if let index = processes.firstIndex(where: { $0.name == words[1] }), words[0] == "stock" {
      return sum(stock(ofProcess: index).map { $0.column(0) })
    }
    return series {
      $0.kind.rawValue == words[0] && $0.name == "use" && $0.elements.values.contains(words[1])
    }
  }

  private func series(where isMeant: (Series) -> Bool) -> [Double]? {
    series().first(where: isMeant)?.values.compactMap { $0 }
  }

  private func sum(_ parts: [[Double]]) -> [Double] {
    parts.reduce([Double](repeating: 0, count: plan.model.time.count)) {
      zip($0, $1).map { $0 + $1 }
    }
  }
}
