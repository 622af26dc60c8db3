internal import ArgumentParser
internal import Foundation
internal import ModelFiles
internal import UrbanMining

/// `urbanmine sensitivity`: which number moves a result how much.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity", abstract: "Show which numbers of a model a result depends on.",
    discussion: """
      EXAMPLE:
        urbanmine sensitivity copper --method tornado --of stock.use
        urbanmine sensitivity copper --method sobol --of eol_rr@2015 --samples 1024
        urbanmine sensitivity copper --method adjoint --of eol_rr

      sobol splits the variance of the result among its causes, morris screens many quantities with few runs,
      tornado moves one quantity at a time, adjoint gives the derivative with respect to every number of
      the model, uncertain or not.
      """)

  enum Method: String, ExpressibleByArgument, CaseIterable { case sobol, morris, tornado, adjoint }

  @Argument(help: "A bundled model, or the path of a model file.")
  var model: String
  @OptionGroup var changes: ModelArguments
  @Option(help: "sobol, morris, tornado or adjoint.")
  var method: Method
  @Option(
    name: .customLong("of"), help: "The result, such as eol_rr, stock.use or flow.old_scrap@2015.")
  var result: String
  @Option(help: "Rows of the samples (sobol) or trajectories (morris).")
  var samples: Int?
  @Option(help: "The seed of all random numbers.")
  var seed: UInt64 = 1
  @Option(help: "Threads to work on at once; the result does not depend on it.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount
  @Flag(name: .customLong("json"), help: "Print the facts as one JSON document.")
  var isJSON = false

  func validate() throws {
    guard samples.map({ $0 > 1 }) ?? true else { throw ValidationError("At least two samples.") }
    guard threads > 0 else { throw ValidationError("At least one thread.") }
  }

  func run() throws {
    let file = try Library.model(model)
    let key = ResultKey(result)
    let document = try readingInput {
      if method == .adjoint {
        return SensitivityDocument(try ResultGradient(of: key, in: try changes.model(file)))
      }
      let study = try SensitivityStudy(of: key, in: try changes.uncertainty(of: file))
      switch method {
      case .sobol:
        return SensitivityDocument(
          study, try study.sobol(samples: samples ?? 1024, seed: seed, threads: threads))
      case .morris:
        return SensitivityDocument(
          study, try study.morris(trajectories: samples ?? 20, seed: seed, threads: threads))
      case .tornado, .adjoint:
        return SensitivityDocument(study, try study.tornado(threads: threads))
      }
    }
    try show(isJSON ? try jsonText(document) : SensitivityText(document).text)
  }
}
