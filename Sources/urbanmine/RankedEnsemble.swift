internal import Foundation

/// An ensemble that all ranks of an MPI run share: each makes one shard, and the first joins them when all are
/// there. Shards are files, so that what ranks have made survives one that dies.
struct RankedEnsemble {
  let ranks: Ranks
  /// The file of the whole; shards stand beside it, in a folder that all ranks see.
  let output: String

  private func path(ofShard rank: Int) -> String {
    "\(output).\(rank + 1)-of-\(ranks.count).shard"
  }

  /// - Parameters:
  ///   - isResuming: whether to go on with what an earlier run left.
  ///   - isJSON: whether the first rank prints the document instead of the text.
  ///   - work: gives the work on one shard that goes to a file.
  func run(
    resuming isResuming: Bool, isJSON: Bool, work: (ShardNumber, String) throws -> EnsembleRun
  ) throws {
    let path = path(ofShard: ranks.number)
    let own = try ranks.together {
      try work(ShardNumber(index: ranks.number, count: ranks.count), path)
    }
    do {
      _ = try own.make(path, resuming: isResuming)
      ranks.wait()
      if ranks.number == 0 { try join(isJSON: isJSON) }
    } catch {
      let failure = error as? Failure
      ranks.abort(failure ?? Failure(code: Failure.internalFault, message: "\(error)"))
      throw error
    }
    ranks.end()
  }

  private func join(isJSON: Bool) throws {
    let paths = (0..<ranks.count).map(path(ofShard:))
    try EnsembleText.deliver(Library.ensemble(ofShards: paths), to: output, isJSON: isJSON)
    for path in paths { try? FileManager.default.removeItem(atPath: path) }
  }
}
