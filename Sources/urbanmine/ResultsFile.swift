internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// The kinds of file that hold the results of a model, told apart by the ending.
enum ResultsFile: String, CaseIterable {
  case csv, json, nc, xlsx

  init?(path: String) {
    let path = path.lowercased()
    guard let kind = ResultsFile.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else {
      return nil
    }
    self = kind
  }

  /// Refuses a path with another ending, and one that this build can't write.
  static func check(_ path: String?) throws {
    guard let path else { return }
    guard let kind = ResultsFile(path: path) else {
      throw ValidationError("'\(path)' must end in .csv, .json, .nc or .xlsx.")
    }
    let reason: String? =
      switch kind {
      case .csv, .json: nil
      case .nc: SystemResults.whyNoNetCDF
      case .xlsx: SystemResults.whyNoWorkbook
      }
    if let reason { throw ValidationError("can't write '\(path)': \(reason)") }
  }

  /// The results as this kind of file.
  func bytes(of results: SystemResults, _ changes: ModelArguments) throws -> [UInt8] {
    let (scenario, settings) = (changes.scenarioName, changes.settings)
    return switch self {
    case .csv: Array(results.csvText().utf8)
    case .json:
      Array(
        try jsonText(
          ResultsDocument(results, scenario: scenario, changes: settings, program: programName)
        ).utf8)
    case .nc:
      try results.netCDFBytes(scenario: scenario, changes: settings, program: programName)
    case .xlsx:
      try results.workbookBytes(scenario: scenario, changes: settings, program: programName)
    }
  }
}
