internal import ArgumentParser
internal import Foundation
internal import ModelFiles
internal import UrbanMining

/// `urbanmine ensemble`: many draws of an uncertain model, and what they say together.
struct EnsembleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ensemble",
    abstract: "Solve a model for many draws of its uncertain numbers.",
    discussion: """
      EXAMPLE:
        urbanmine ensemble copper --draws 10000 --seed 1 -o bands.csv
        urbanmine ensemble copper --draws 4096 --sampler sobol --of eol_rr --of stock.use --json
        urbanmine ensemble copper --draws 1000000 --shard 1/4 -o part1.shard
        urbanmine ensemble copper --draws 1000 --of stock.use --all-draws draws.csv
        mpirun -n 4 urbanmine ensemble copper --draws 1000000 -o bands.json --mpi

      What is uncertain stands in the model's part 'uncertainty'. The same seed gives the same file, to the
      last bit, on any number of threads and from any number of shards ('urbanmine merge').
      """)

  @Argument(help: "A bundled model, or the path of a model file.")
  var model: String
  @OptionGroup var changes: ModelArguments
  @OptionGroup var options: EnsembleArguments
  @Option(help: "Calculate only this part, such as 2/4; -o then names the shard.")
  var shard: ShardNumber?
  @Option(
    help: "Threads to work on at once (all cores, or one with --mpi); they change no result.")
  var threads: Int?
  @Option(
    name: .shortAndLong, help: "Write the statistics to this file: .csv or .json (or a shard).")
  var output: String?
  @Option(
    help: ArgumentHelp(
      "Write every draw of the series that are kept (--of) to this file: .csv or .nc.",
      valueName: "file"))
  var allDraws: String?
  @Flag(help: "Go on with what an interrupted run of the same command left.")
  var resume = false
  @Flag(
    name: .customLong("mpi"),
    help: "Share the work with all ranks that mpirun started; the first writes -o FILE.")
  var isMPI = false
  @Flag(name: .customLong("json"), help: "Print the statistics as one JSON document.")
  var isJSON = false

  func validate() throws {
    if shard == nil { try TableOrDocument.check(output) }
    try DrawsFile.check(allDraws)
    if shard != nil && output == nil { throw ValidationError("--shard needs -o FILE.") }
    if shard != nil && isJSON { throw ValidationError("A shard has no statistics for --json.") }
    if resume && output == nil { throw ValidationError("--resume needs -o FILE.") }
    if let threads, threads < 1 { throw ValidationError("At least one thread.") }
    guard isMPI else { return }
    if let reason = Ranks.whyNot { throw ValidationError("can't share the work: \(reason)") }
    if output == nil { throw ValidationError("--mpi needs -o FILE, where all ranks see it.") }
    if shard != nil { throw ValidationError("--mpi gives each rank its shard, without --shard.") }
    if allDraws != nil { throw ValidationError("--all-draws goes with --shard, not with --mpi.") }
  }

  func run() throws {
    if isMPI, let output {
      return try RankedEnsemble(ranks: Ranks(), output: output)
        .run(resuming: resume, isJSON: isJSON, work: work)
    }
    let work = try work(on: shard, for: output)
    if shard != nil, let output {
      let isNew = try work.make(output, resuming: resume)
      return note(isNew ? "wrote \(output)" : "'\(output)' is finished already")
    }
    try EnsembleText.deliver(work.run(resuming: resume), to: output, isJSON: isJSON)
    work.forget()
  }

  /// The work on a shard, or on the whole.
  private func work(on shard: ShardNumber?, for path: String?) throws -> EnsembleRun {
    let ensemble = try options.ensemble(changes.uncertainty(of: Library.model(model)))
    let blocks = shard.map { ensemble.blocks(ofShard: $0.index, of: $0.count) }
    return EnsembleRun(
      ensemble: ensemble,
      head: EnsembleHead(
        ensemble, scenario: changes.scenarioName, changes: changes.settings, program: programName),
      blocks: blocks ?? 0..<ensemble.blocks,
      threads: threads ?? (isMPI ? 1 : ProcessInfo.processInfo.activeProcessorCount),
      partial: path.map { $0 + ".partial" }, allDraws: allDraws)
  }
}

/// Which draws an ensemble makes and what it keeps of them.
struct EnsembleArguments: ParsableArguments {
  @Option(help: "How many draws.")
  var draws: Int
  @Option(help: "The seed of all random numbers.")
  var seed: UInt64 = 1
  @Option(help: "mc (independent draws), lhs (Latin hypercube) or sobol (scrambled sequence).")
  var sampler: Sampler = .monteCarlo
  @Option(
    name: .customLong("of"), parsing: .singleValue,
    help: "Keep only this series, such as eol_rr, stock.use or stock.use.transport; repeatable.")
  var names: [String] = []
  @Flag(name: .customLong("detail"), help: "Keep the series of every element beside the totals.")
  var isDetailed = false

  func validate() throws {
    guard draws > 0 else { throw ValidationError("At least one draw.") }
    guard draws <= UInt32.max else {
      throw ValidationError("At most 4294967295 draws: they are counted in 32 bits.")
    }
  }

  func ensemble(_ uncertainty: Uncertainty) throws -> Ensemble {
    try readingInput {
      try Ensemble(
        uncertainty, draws: draws, seed: seed, sampler: sampler, isDetailed: isDetailed, only: names
      )
    }
  }
}

/// One of several shards, written `2/4`.
struct ShardNumber: ExpressibleByArgument {
  /// Counted from 0.
  let index: Int
  let count: Int

  init(index: Int, count: Int) {
    (self.index, self.count) = (index, count)
  }

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], number >= 1,
      number <= count
    else { return nil }
    self.init(index: number - 1, count: count)
  }
}
