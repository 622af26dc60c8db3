import Foundation
import LinearAlgebra
import ModelFiles
import UrbanMining

/// The files of other programs in `Tests/Reference/imports`, and what those programs make of them.
struct ImportReference: Decodable {
  let aiphoria: [String: [Double]]
  /// The scenario of `aiphoria-scenarios.xlsx`.
  let aiphoriaScenario: [String: [Double]]
  let flodym: [String: [Double]]
  let odym: [String: [Double]]
  let pymfa2: [String: [Double]]

  private enum CodingKeys: String, CodingKey {
    case aiphoria, flodym, odym, pymfa2
    case aiphoriaScenario = "aiphoria_scenario"
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Reference/imports").path

  static func expected() throws -> ImportReference {
    try JSONDecoder().decode(
      ImportReference.self,
      from: Data(contentsOf: URL(fileURLWithPath: folder + "/expected.json")))
  }

  static func imported(_ format: ModelImport.Format, _ name: String) throws -> ModelImport {
    try ModelImport(format, path: "\(folder)/\(name)", stem: "model")
  }

  /// The faults of a file, without the folder.
  static func faults(_ format: ModelImport.Format, _ name: String) -> [String] {
    do {
      _ = try imported(format, name)
      return []
    } catch {
      let faults = (error as? ModelFileError)?.faults ?? []
      return faults.map { $0.description.replacing(folder + "/", with: "") }
    }
  }
}

extension ModelImport {
  /// The model file read back, with its tables.
  func file() throws -> ModelFile {
    let texts = Dictionary(uniqueKeysWithValues: tables.map { ($0.path, $0.text) })
    return try ModelFile(
      text: model, name: "model.yaml",
      tables: TableLibrary(bundledNames: []) { texts[$0].map { Array($0.utf8) } })
  }

  func results() throws -> SystemResults {
    try SystemPlan(try file().base).solve()
  }

  /// The numbers of a table in the order of its rows.
  func values(ofTable path: String) throws -> [Double] {
    guard let text = tables.first(where: { $0.path == path })?.text else { return [] }
    let table = try CSVTable(text: text, name: path)
    let column = try table.index(ofColumn: "value")
    return try table.rows.indices.compactMap { try table.number(row: $0, column: column) }
  }
}

extension SystemResults {
  /// The values of a flow between two processes without dimensions.
  func values(from: String, to: String) -> [Double] {
    plan.model.flows.firstIndex { $0.from == from && $0.to == to }
      .map { flow(at: $0)[0].column(0) } ?? []
  }
}
