internal import ArgumentParser
internal import Charts
internal import ModelFiles
internal import UrbanMining

/// The kinds of file that hold a reconciled system, told apart by the ending.
enum ReconciliationFile {
  case table, document, model, picture

  /// Refuses a path with another ending.
  init(path: String) throws {
    switch path.lowercased() {
    case let name where name.hasSuffix(".csv"): self = .table
    case let name where name.hasSuffix(".json") && !name.hasSuffix(".vl.json"): self = .document
    case let name where name.hasSuffix(".yaml") || name.hasSuffix(".yml"): self = .model
    case let name where [".svg", ".png", ".pdf"].contains { name.hasSuffix($0) }: self = .picture
    default:
      throw ValidationError("'\(path)' must end in .csv, .json, .yaml, .svg, .png or .pdf.")
    }
  }

  /// Refuses what shows one year alone.
  func requireSeveralYears(_ path: String) throws {
    guard self == .table || self == .document else {
      throw ValidationError("'\(path)' shows one year: with --years, write .csv or .json.")
    }
  }

  func bytes(of result: Reconciliation, substance: String?, path: String) throws -> [UInt8] {
    try readingInput {
      switch self {
      case .table: Array(result.csvText().utf8)
      case .document:
        Array(try jsonText(ReconciliationDocument(result, program: programName)).utf8)
      case .model:
        Array(try result.modelText(substance: substance, program: programName).utf8)
      case .picture:
        try PictureFile(
          .sankey(try SankeyChart(of: result, substance: substance, program: programName)),
          size: .slide, theme: .light
        ).bytes(for: path)
      }
    }
  }
}
