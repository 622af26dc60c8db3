import Foundation
import LinearAlgebra
import ModelFiles
import Testing
import UrbanMining

/// `random-systems.json`: random systems as model files, their flows in another order, against NumPy.
struct RandomModelFileTests {
  private struct Reference: Decodable {
    struct Flow: Decodable {
      let from, to: String
      let name: String?
    }
    struct Results: Decodable {
      let flows: [[String: [Double]]]
      let stocks: [String: [String: [Double]]]
    }
    let name: String
    let yaml: String?
    let flows: [Flow]
    let results: Results
  }

  private struct File: Decodable { let systems: [Reference] }

  private func references() throws -> [Reference] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(
      contentsOf: folder.appendingPathComponent("Reference/random-systems.json"))
    return try JSONDecoder().decode(File.self, from: data).systems
  }

  @Test func everyRandomModelFileAgreesWithNumPy() throws {
    let systems = try references()
    #expect(systems.count { $0.yaml != nil } > 15)
    for system in systems {
      guard let text = system.yaml else { continue }
      do {
        let model = try ModelFile(text: text, name: system.name, tables: TableLibrary()).base
        try compare(system, model)
      } catch {
        Issue.record("\(system.name): \(error)\n\(text)")
      }
    }
  }

  private func compare(_ system: Reference, _ model: SystemModel) throws {
    let results = try SystemPlan(model).solve()
    for (index, flow) in system.flows.enumerated() {
      let place = try #require(model.flows.firstIndex { $0.key == flow.name ?? "f\(index)" })
      compare(
        results.flow(at: place), model.space(of: model.flows[place]), system.results.flows[index],
        "\(system.name) \(flow.from) \(flow.to)")
    }
    for (name, expected) in system.results.stocks {
      let place = try #require(model.processes.firstIndex { $0.name == name })
      compare(
        results.stock(ofProcess: place), model.space(over: model.processes[place].dimensions),
        expected, "\(system.name) \(name)")
    }
  }

  /// To 1e-10 of the largest number of the series.
  private func compare(
    _ ours: [Matrix], _ space: CellSpace, _ expected: [String: [Double]], _ what: String
  ) {
    #expect(ours.count == expected.count, "\(what)")
    for (cell, matrix) in ours.enumerated() {
      let name = space.elements(of: cell).joined(separator: ",")
      let theirs = expected[name] ?? []
      let largest = theirs.reduce(1e-2) { max($0, abs($1)) }
      let agrees =
        theirs.count == matrix.rows
        && zip(matrix.column(0), theirs).allSatisfy { abs($0 - $1) <= 1e-10 * largest }
      #expect(agrees, "\(what) \(name): \(matrix.column(0)) is not \(theirs)")
    }
  }
}
