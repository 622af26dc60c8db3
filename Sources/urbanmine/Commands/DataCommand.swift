internal import ArgumentParser
internal import ModelFiles

/// `urbanmine data`: the bundled tables and models with their provenance.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "List, show, export and check the bundled data.",
    discussion: """
      EXAMPLE:
        urbanmine data list
        urbanmine data show copper-end-use
        urbanmine data export copper-end-use -o copper-end-use.csv
      """,
    subcommands: [List.self, Show.self, Export.self, Check.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the tables and models.",
      discussion: """
        EXAMPLE:
          urbanmine data list --json
        """)
    @Flag(name: .customLong("json"), help: "Print one JSON document.")
    var isJSON = false

    func run() throws {
      let package = try Library.package()
      try show(isJSON ? try jsonText(DataListDocument(package)) : DataText.list(package))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show where a table comes from and what its columns mean.",
      discussion: """
        EXAMPLE:
          urbanmine data show lifetimes
        """)
    @Argument(help: "The name of a table or a model.")
    var name: String
    @Flag(name: .customLong("json"), help: "Print one JSON document.")
    var isJSON = false

    func run() throws {
      let package = try Library.package()
      guard let resource = package.resource(name) else {
        let text = try Library.text(of: name, in: package)
        guard isJSON, let model = package.models.first(where: { $0.name == name }) else {
          return try show(text)
        }
        return try show(try jsonText(DataModelDocument(model, text: text)))
      }
      try show(
        isJSON
          ? try jsonText(DataTableDocument(resource, in: package))
          : DataText.show(resource, in: package))
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a table as CSV or a model as YAML, or write it to a file.",
      discussion: """
        EXAMPLE:
          urbanmine data export copper -o my-copper.yaml
        """)
    @Argument(help: "The name of a table or a model.")
    var name: String
    @Option(name: .shortAndLong, help: "Write to this file.")
    var output: String?

    func run() throws {
      try deliver(try Library.text(of: name, in: try Library.package()), to: output)
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check every table and model against its description.",
      discussion: """
        EXAMPLE:
          urbanmine data check
        """)
    @Flag(name: .customLong("json"), help: "Print the faults as one JSON document.")
    var isJSON = false

    func run() throws {
      let package = try Library.package()
      let faults = DataPackageCheck(package, bytes: Library.bytes).faults()
      if isJSON { try show(try jsonText(CheckDocument(model: package.name, faults: faults))) }
      guard faults.isEmpty else {
        throw Failure(code: Failure.badInput, message: isJSON ? "" : "\(ModelFileError(faults))")
      }
      if !isJSON {
        try show("\(package.resources.count) tables and \(package.models.count) models are sound.")
      }
    }
  }
}
