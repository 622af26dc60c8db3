internal import ArgumentParser
internal import ModelFiles

/// `urbanmine merge`: the shards of an ensemble, joined.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Join the shards of an ensemble to the file of the whole.",
    discussion: """
      EXAMPLE:
        urbanmine merge part1.shard part2.shard part3.shard part4.shard -o bands.csv

      The file is the same, to the last bit, as that of the ensemble run in one piece.
      """)

  @Argument(help: "The shards that 'urbanmine ensemble --shard' wrote, in any order.")
  var shards: [String]
  @Option(name: .shortAndLong, help: "Write the statistics to this file: .csv or .json.")
  var output: String?
  @Flag(name: .customLong("json"), help: "Print the statistics as one JSON document.")
  var isJSON = false

  func validate() throws {
    try TableOrDocument.check(output)
  }

  func run() throws {
    let whole = try readingInput {
      try EnsembleShard.merged(
        shards.map { ($0, try EnsembleShard(bytes: Library.file($0), of: $0)) })
    }
    try EnsembleText.deliver(whole, to: output, isJSON: isJSON)
  }
}
