internal import ArgumentParser
internal import ModelFiles

/// `urbanmine merge`: the shards of an ensemble, joined.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Join the shards of an ensemble to the file of the whole.",
    discussion: """
      EXAMPLE:
        urbanmine merge part1.shard part2.shard part3.shard part4.shard -o bands.csv

      The file is the same, to the last bit, as that of the ensemble run in one piece. Shards that are lost,
      there twice, cut short or of another ensemble are named, all at once.
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
    try EnsembleText.deliver(try Library.ensemble(ofShards: shards), to: output, isJSON: isJSON)
  }
}
