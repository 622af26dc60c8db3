internal import ArgumentParser
internal import Foundation
internal import ModelFiles

/// `urbanmine import`: a model of another program as a model file.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turn a model of another program into a model file.",
    discussion: """
      EXAMPLE:
        urbanmine import aiphoria scenario.xlsx -o model.yaml
        urbanmine import pymfa2 model.csv -o model.yaml
        urbanmine import flodym folder -o model.yaml
        urbanmine import odym Config.xlsx -o model.yaml

      Tables are written as CSV beside the model file. What could not be carried
      over is listed, and stands at the top of the file; 'urbanmine check' shows
      what is still to be done by hand. See Documentation/Import.md.
      """)

  @Argument(help: "The other program: flodym, odym, pymfa2 or aiphoria.")
  var format: ModelImport.Format
  @Argument(help: "Its file or folder.")
  var path: String
  @Option(name: .shortAndLong, help: "The model file to write; it must end in .yaml or .yml.")
  var output: String
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func validate() throws {
    guard [".yaml", ".yml"].contains(where: output.lowercased().hasSuffix) else {
      throw ValidationError("'\(output)' must end in .yaml or .yml.")
    }
  }

  func run() throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(code: Failure.missingInput, message: "the file '\(path)' doesn't exist")
    }
    let place = URL(fileURLWithPath: output)
    let stem = place.deletingPathExtension().lastPathComponent
    let result = try readingInput { try ModelImport(format, path: path, stem: stem) }
    try deliver(result.model, to: output)
    for table in result.tables {
      let file = place.deletingLastPathComponent().appendingPathComponent(table.path)
      try deliver(table.text, to: file.path)
    }
    let faults = try Library.faults(ofFile: output)
    let document = ImportDocument(
      format: format, path: path, output: output, result: result, faults: faults)
    try show(isJSON ? try jsonText(document) : document.text)
  }
}
