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
}

/// The series of a result by the names that Tests/Reference/examples.py gives them: `stock use`,
/// `inflow cars`, `a->b`.
struct ExampleSeries {
  private let results: SystemResults
  private let all: [Series]

  init(_ results: SystemResults) {
    self.results = results
    all = results.series()
  }

  subscript(name: String) -> [Double]? {
    let words = name.split(separator: " ", maxSplits: 1).map(String.init)
    if words.count == 1 { return results.cells(ofFlow: name).first }
    if name == "new cars" { return sum(results.cells(ofFlow: "car_makers->use")) }
    if words[0] == "scrap" {
      return first { $0.kind == .flow && $0.elements["material"] == words[1] }
    }
    let isProcess = results.plan.model.processes.contains { $0.name == words[1] }
    if isProcess, words[0] == "stock" {
      return sum(
        all.filter { $0.kind == .stock && $0.name == words[1] }.map { $0.values.compactMap { $0 } })
    }
    return first {
      $0.kind.rawValue == words[0] && $0.name == "use" && $0.elements.values.contains(words[1])
    }
  }

  private func first(where isMeant: (Series) -> Bool) -> [Double]? {
    all.first(where: isMeant)?.values.compactMap { $0 }
  }

  private func sum(_ parts: [[Double]]) -> [Double] {
    parts.reduce([Double](repeating: 0, count: results.plan.model.time.count)) {
      zip($0, $1).map { $0 + $1 }
    }
  }
}
