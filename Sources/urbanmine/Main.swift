internal import ArgumentParser
internal import Foundation

/// The entry: parses the command, runs it, and turns every failure into a message and an exit code.
@main
struct Main {
  static func main() {
    do {
      var command = try UrbanMine.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      if !failure.message.isEmpty {
        FileHandle.standardError.write(Data((failure.message + "\n").utf8))
      }
      exit(failure.code)
    } catch {
      // What the parser doesn't know is a fault of this program.
      guard UrbanMine.exitCode(for: error) == .failure else { UrbanMine.exit(withError: error) }
      FileHandle.standardError.write(Data("internal error: \(error)\n".utf8))
      exit(Failure.internalFault)
    }
  }
}

/// The root command.
struct UrbanMine: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "urbanmine",
    abstract: "Stocks and flows of metals in use: the urban mine.",
    discussion: """
      EXAMPLE:
        urbanmine run copper                        the copper cycle since 1900
        urbanmine run --all                         four metals side by side
        urbanmine compare copper                    its scenarios beside the base
        urbanmine chart stock copper -o copper.svg  its stock in use, drawn
        urbanmine stock --inflow in.csv --lifetime 'weibull(shape: 3, mean: 25)'
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "Models",
        subcommands: [
          RunCommand.self, CompareCommand.self, ChartCommand.self, ReportCommand.self,
          CheckCommand.self, GraphCommand.self, ImportCommand.self,
        ]),
      CommandGroup(name: "One stock", subcommands: [StockCommand.self, LifetimeCommand.self]),
      CommandGroup(
        name: "Uncertainty",
        subcommands: [EnsembleCommand.self, MergeCommand.self, SensitivityCommand.self]),
      CommandGroup(name: "Measurements", subcommands: [FitCommand.self, ReconcileCommand.self]),
      CommandGroup(
        name: "Metals",
        subcommands: [
          MetalCommand.self, ScarcityCommand.self, CriticalityCommand.self, ImpactsCommand.self,
          EWasteCommand.self, LandfillCommand.self, OutlookCommand.self, DataCommand.self,
        ]),
      CommandGroup(name: "Course", subcommands: [CourseCommand.self]),
    ])
}
