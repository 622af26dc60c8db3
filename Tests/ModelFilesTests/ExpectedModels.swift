import Foundation
import LinearAlgebra
import RealModule
import Testing
import UrbanMining

/// What Tests/Reference/models/solve_models.py found.
struct ExpectedModels: Decodable {
  struct Run: Decodable, Sendable {
    let years: [Int]
    let series: [String: [Double]]
    let indicators: [String: [Double?]]
  }

  let relativeTolerance: Double
  let absoluteTolerance: Double
  let models: [String: [String: Run]]

  static func read() throws -> ExpectedModels {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      ExpectedModels.self,
      from: Data(contentsOf: Repository.file("Tests/Reference/models/expected.json")))
  }

  /// One model with one scenario.
  struct Case: Sendable, CustomTestStringConvertible {
    let model: String
    let scenario: String
    let expected: Run
    let relativeTolerance: Double
    let absoluteTolerance: Double

    var testDescription: String { "\(model) \(scenario)" }

    /// Within the tolerance that the reference states: 1e-9 relative, 1 kg (1e-6 kt) absolute.
    func isNear(_ found: Double, _ expected: Double) -> Bool {
      found.isApproximatelyEqual(
        to: expected, absoluteTolerance: absoluteTolerance, relativeTolerance: relativeTolerance)
    }
  }

  static func cases() throws -> [Case] {
    let file = try read()
    return file.models.sorted { $0.key < $1.key }.flatMap { model, runs in
      runs.sorted { $0.key < $1.key }.map { scenario, run in
        Case(
          model: model, scenario: scenario, expected: run,
          relativeTolerance: file.relativeTolerance, absoluteTolerance: file.absoluteTolerance)
      }
    }
  }
}

/// The folder that holds the package, found from this file.
enum Repository {
  static func file(_ path: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(path)
  }
}

/// The series of a result by the names of the reference: `stock.use.cars`, `role.old_scrap`.
struct SeriesByReferenceName {
  private var series: [String: [Double]] = [:]

  subscript(name: String) -> [Double]? { series[name] }

  init(_ results: SystemResults) {
    let model = results.plan.model
    for (index, process) in model.processes.enumerated() {
      let space = model.space(over: process.dimensions)
      let parts: [(kind: String, cells: [Matrix])] = [
        ("stock", results.stock(ofProcess: index)), ("inflow", results.inflow(ofProcess: index)),
        ("outflow", results.outflow(ofProcess: index)),
      ]
      for (kind, cells) in parts where !cells.isEmpty {
        series["\(kind).\(process.name)"] = SeriesByReferenceName.sum(cells)
        for (cell, values) in cells.enumerated() where !space.dimensions.isEmpty {
          let element = space.elements(of: cell).joined(separator: ".")
          series["\(kind).\(process.name).\(element)"] = values.column(0)
        }
      }
    }
    for role in SystemModel.Role.allCases {
      series["role.\(role.rawValue)"] = results.total(of: role)
    }
    series["supply.refining"] = series["inflow.refining"]
    series["stock_per_capita"] = CycleSummary(results).rows.compactMap(\.kilogramsPerCapita)
  }

  private static func sum(_ cells: [Matrix]) -> [Double] {
    cells.map { $0.column(0) }.reduce([Double](repeating: 0, count: cells[0].rows)) {
      zip($0, $1).map { $0 + $1 }
    }
  }
}
