// One case of the benchmark against the peers: `make bench` runs it for every case and reads the line of
// JSON that it prints.
import ArgumentParser
import Foundation
import UrbanMining

@main
struct StockBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stock-bench",
    abstract: "Times the stock model on one case and prints a line of JSON.")

  @Option(help: "T, the number of years.")
  var periods = 120
  @Option(help: "K, the number of series.")
  var lanes = 1000
  @Option(
    help: "The family of the lifetimes: \(Problem.Family.allValueStrings.joined(separator: ", ")).")
  var family = Problem.Family.normal
  @Flag(help: "One lifetime for all series instead of one for each.")
  var sharedLifetime = false
  @Option(help: "What to time: \(Timing.Operation.allValueStrings.joined(separator: ", ")).")
  var operation = Timing.Operation.all
  @Option(help: "How often each operation is run.")
  var repeats = 5
  @Option(help: "How many threads may compute.")
  var threads = 1
  @Option(help: "How many whole series to write for comparison, evenly spread over the lanes.")
  var series = 0
  @Flag(help: "Also measure what the machine can do.")
  var machine = false

  func validate() throws {
    guard periods >= 1, lanes >= 1, repeats >= 1, (0...lanes).contains(series) else {
      throw ValidationError("periods, lanes and repeats are at least 1, series at most the lanes")
    }
    guard threads >= 1 else { throw ValidationError("at least one thread computes") }
  }

  func run() throws {
    let problem = Problem(
      periods: periods, lanes: lanes, family: family, isShared: sharedLifetime)
    let timing = try Timing(problem, operation: operation, repeats: repeats, threads: threads)
    let report = Report(
      periods: periods, lanes: lanes, family: family, threads: threads, times: timing.seconds,
      sums: timing.sums, peakMemory: Machine.peakMemory,
      series: series > 0 ? timing.series(count: series) : nil,
      machine: machine ? Machine(words: periods * lanes) : nil)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(report), as: UTF8.self))
  }
}

/// What is printed.
struct Report: Encodable {
  let periods: Int
  let lanes: Int
  let family: Problem.Family
  let threads: Int
  /// Seconds of every repeat, by operation.
  let times: [String: [Double]]
  /// Sums over all periods and lanes.
  let sums: [String: Double]
  /// The most memory that was in use, in bytes.
  let peakMemory: Int?
  let series: [Timing.Series]?
  let machine: Machine?
}
