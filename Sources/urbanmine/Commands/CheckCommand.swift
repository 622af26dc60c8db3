internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// `urbanmine check`: every fault of a model file.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "List every fault of a model file with its line and column.",
    discussion: """
      EXAMPLE:
        urbanmine check my-model.yaml

      Exit code 0: no fault; 65: faults; 66: no such file.
      """)

  @Argument(help: "A bundled model or the path of a model file.")
  var model: String
  @Flag(name: .customLong("json"), help: "Print the faults as one JSON document.")
  var isJSON = false

  func run() throws {
    do {
      let file = try Library.model(model)
      let unsolved = file.faultsOfSolutions()
      guard unsolved.isEmpty else { throw Failure.badInput(ModelFileError(unsolved)) }
      if isJSON { return try show(try jsonText(CheckDocument(model: model, faults: []))) }
      let parts = [
        count(file.base.processes.count, "process", "processes"),
        count(file.base.flows.count, "flow"), count(file.base.inputs.count, "input"),
        count(file.scenarios.count, "scenario"),
      ]
      try show(
        "\(file.name) is sound: \(parts.joined(separator: ", ")), years \(file.base.time.span).")
    } catch let failure as Failure {
      guard let faults = (failure.cause as? ModelFileError)?.faults else { throw failure }
      // The faults are what was asked for: they go to stdout.
      try show(
        isJSON
          ? try jsonText(CheckDocument(model: model, faults: faults))
          : failure.message + "\n" + count(faults.count, "fault") + ".")
      throw Failure(code: failure.code, message: "")
    }
  }

  private func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
