internal import ArgumentParser
internal import Charts
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

      FILE lists processes and flows with what was measured: '120 ± 6',
      '120 ± 5 %', '120 exact' or 'unknown' (Documentation/Reconciliation.md).
      Results are written as a table (.csv), a document (.json), a model that
      'run' takes (.yaml) or a Sankey diagram (.svg, .png, .pdf).

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
  @Flag(help: "Accept flows that can't be determined: exit code 0.")
  var allowUnobservable = false
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func validate() throws {
    for path in output { _ = try ReconciliationFile(path: path) }
  }

  func run() throws {
    let bytes = try Library.file(file)
    let input = try readingInput { try MeasuredSystemFile(bytes: bytes, name: file) }
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
}
