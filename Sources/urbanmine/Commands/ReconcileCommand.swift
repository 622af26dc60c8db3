internal import ArgumentParser
internal import Foundation
internal import ModelFiles
internal import UrbanMining

/// `urbanmine reconcile`: measured flows that contradict one another, balanced.
struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Balance measured flows, and find what contradicts them.",
    discussion: """
      EXAMPLE:
        urbanmine reconcile zinc.yaml
        urbanmine reconcile zinc.yaml -o zinc.svg -o zinc-model.yaml -o zinc.csv
        urbanmine reconcile zinc.yaml --years measured.csv -o all-years.csv

      FILE lists processes and flows with what was measured: '120 ± 6',
      '120 ± 5 %', '120 exact' or 'unknown' (Documentation/Reconciliation.md).
      Results are written as a table (.csv), a document (.json), a model that
      'run' takes (.yaml) or a Sankey diagram (.svg, .png, .pdf).

      With --years, a table (quantity,year,value and, if wanted, uncertainty)
      holds what was measured in each year; the file holds for the others.

      Exit code 0: done; 65: faults, or flows that can't be determined.
      """)

  @Argument(help: "A file of measurements.")
  var file: String
  @Option(
    name: .shortAndLong, parsing: .singleValue,
    help: "A file to write: .csv, .json, .yaml, .svg, .png or .pdf; repeatable.")
  var output: [String] = []
  @Option(help: "The substance whose flows a model or a diagram shows; the goods if not given.")
  var substance: String?
  @Option(help: "A table of measurements by year: .csv. All years are reconciled.")
  var years: String?
  @Flag(help: "Accept flows that can't be determined: exit code 0.")
  var allowUnobservable = false
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func validate() throws {
    for path in output {
      let kind = try ReconciliationFile(path: path)
      if years != nil { try kind.requireSeveralYears(path) }
    }
  }

  func run() throws {
    let bytes = try Library.file(file)
    let input = try readingInput { try MeasuredSystemFile(bytes: bytes, name: file) }
    if let years { return try runYears(input, years) }
    let result = try readingInput { try input.reconciled() }
    let document = ReconciliationDocument(result, program: programName)
    try show(isJSON ? try jsonText(document) : ReconciliationText(result).text)
    let unknown = input.faultsOfUnknowns(in: result)
    if !allowUnobservable && !unknown.isEmpty { throw Failure.badInput(ModelFileError(unknown)) }
    for path in output {
      let kind = try ReconciliationFile(path: path)
      try deliver(try kind.bytes(of: result, substance: substance, path: path), to: path)
      note("wrote \(path)")
    }
  }

  private func runYears(_ input: MeasuredSystemFile, _ path: String) throws {
    let bytes = try Library.file(path)
    let series = try readingInput {
      try input.reconciled(
        try MeasurementTable(bytes: bytes, name: path, of: input),
        threads: ProcessInfo.processInfo.activeProcessorCount)
    }
    let document = ReconciliationSeriesDocument(series, program: programName)
    try show(isJSON ? try jsonText(document) : ReconciliationSeriesText(series).text)
    let unknown = input.faultsOfUnknowns(in: series)
    if !allowUnobservable && !unknown.isEmpty { throw Failure.badInput(ModelFileError(unknown)) }
    for path in output {
      let kind = try ReconciliationFile(path: path)
      let text = kind == .table ? series.csvText() : try jsonText(document)
      try deliver(Array(text.utf8), to: path)
      note("wrote \(path)")
    }
  }
}
