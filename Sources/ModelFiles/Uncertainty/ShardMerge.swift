internal import UrbanMining

extension EnsembleShard {
  /// Joins the files of shards to the whole ensemble, in whatever order they come.
  ///
  /// Files are read twice: to see whether they fit together, and to join them in the order of their draws. So no
  /// more than one of them is in memory beside what is joined already.
  /// - Parameters:
  ///   - names: the files.
  ///   - reading: gives the bytes of one.
  /// - Throws: everything that is wrong: which files can't be read, are cut short or of another ensemble, which
  ///   draws are there twice, and which are missing.
  /// - Complexity: O(bytes), and O(bytes of the largest shard and of the whole) in memory.
  public static func merged(
    _ names: [String], reading: (String) throws(ShardFault) -> [UInt8]
  ) throws(ShardError) -> EnsembleShard {
    guard !names.isEmpty else { throw ShardError(faults: [.nothing]) }
    let survey = ShardSurvey(names, reading: reading)
    guard survey.faults.isEmpty, let head = survey.head else {
      throw ShardError(faults: survey.faults)
    }
    var tally: EnsembleTally?
    for part in survey.parts {
      do throws(ShardFault) {
        let shard = try EnsembleShard(bytes: reading(part.name), of: part.name)
        // A file that changed since it was looked at.
        guard shard.head == head, shard.tally.blocks == part.blocks else {
          throw .cutShort(part.name)
        }
        guard tally != nil else {
          tally = shard.tally
          continue
        }
        guard tally?.join(shard.tally) == true else { throw .cutShort(part.name) }
      } catch {
        throw ShardError(faults: [error])
      }
    }
    guard let tally else { throw ShardError(faults: [.nothing]) }
    return EnsembleShard(head: head, tally: tally)
  }
}

/// What the files of shards hold, and what is wrong with that.
struct ShardSurvey {
  /// A shard that can be read.
  struct Part {
    let name: String
    let head: EnsembleHead
    let blocks: Range<Int>
  }

  /// What the ensemble is of: what most of the files say, the first of them where no more say one thing than
  /// another.
  let head: EnsembleHead?
  /// The shards of this ensemble that hold any draws, in their order.
  let parts: [Part]
  let faults: [ShardFault]

  init(_ names: [String], reading: (String) throws(ShardFault) -> [UInt8]) {
    var found: [Part] = []
    var faults: [ShardFault] = []
    for name in names {
      do throws(ShardFault) {
        let shard = try EnsembleShard(bytes: reading(name), of: name)
        found.append(Part(name: name, head: shard.head, blocks: shard.tally.blocks))
      } catch {
        faults.append(error)
      }
    }
    let groups = Dictionary(grouping: found.indices) { found[$0].head }
    let largest = groups.values.max { ($0.count, $1[0]) < ($1.count, $0[0]) }
    guard let first = largest.map({ found[$0[0]] }) else {
      (head, parts, self.faults) = (nil, [], faults)
      return
    }
    head = first.head
    for part in found where part.head != first.head {
      faults.append(
        .different(part.name, from: first.name, part.head.difference(from: first.head)))
    }
    // More shards than blocks leave some empty.
    parts = found.filter { $0.head == first.head && !$0.blocks.isEmpty }.sorted {
      ($0.blocks.lowerBound, $0.blocks.upperBound, $0.name)
        < ($1.blocks.lowerBound, $1.blocks.upperBound, $1.name)
    }
    self.faults = faults + ShardSurvey.faults(of: parts, in: first.head)
  }

  /// What is missing between shards in the order of their draws, and what is there twice.
  private static func faults(of parts: [Part], in head: EnsembleHead) -> [ShardFault] {
    var faults: [ShardFault] = []
    let count = shardCount(parts.map(\.blocks), of: head.blocks)
    func lost(_ blocks: Range<Int>, before name: String?) {
      faults.append(
        .lost(
          head.draws(ofBlocks: blocks), before: name,
          count.map { count in
            let first = shard(holding: blocks.lowerBound, of: head.blocks, in: count)
            let last = shard(holding: blocks.upperBound - 1, of: head.blocks, in: count)
            return ShardNumbers(numbers: first + 1...last + 1, count: count)
          }))
    }
    /// The block that is wanted next, and the file that holds the one before.
    var (next, last) = (0, "")
    for part in parts {
      if part.blocks.lowerBound > next { lost(next..<part.blocks.lowerBound, before: part.name) }
      if part.blocks.lowerBound < next {
        let both = part.blocks.lowerBound..<min(next, part.blocks.upperBound)
        faults.append(.double(last, part.name, head.draws(ofBlocks: both)))
      }
      if part.blocks.upperBound > next { (next, last) = (part.blocks.upperBound, part.name) }
    }
    if next < head.blocks { lost(next..<head.blocks, before: nil) }
    return faults
  }

  /// The shard, counted from 0, that holds a block.
  private static func shard(holding block: Int, of blocks: Int, in count: Int) -> Int {
    ((block + 1) * count - 1) / blocks
  }

  /// In how many shards some blocks were cut, if one number explains all of them.
  static func shardCount(_ parts: [Range<Int>], of blocks: Int) -> Int? {
    guard let shortest = parts.map(\.count).min() else { return nil }
    let most = shortest > 1 ? blocks / (shortest - 1) : blocks
    return (max(1, blocks / (shortest + 1))...max(1, min(most, 1 << 20))).first { count in
      parts.allSatisfy { part in
        let own = shard(holding: part.lowerBound, of: blocks, in: count)
        return own * blocks / count == part.lowerBound
          && (own + 1) * blocks / count == part.upperBound
      }
    }
  }
}

extension EnsembleHead {
  /// The draws of some blocks.
  fileprivate func draws(ofBlocks blocks: Range<Int>) -> ClosedRange<Int> {
    draws(ofBlock: blocks.lowerBound).lowerBound...draws(ofBlock: blocks.upperBound - 1).upperBound
      - 1
  }

  /// Everything in which it differs, in words.
  fileprivate func difference(from other: EnsembleHead) -> String {
    var lines: [String] = []
    func compare(_ name: String, _ own: String, _ its: String) {
      if own != its { lines.append("\(name) \(own) instead of \(its)") }
    }
    compare("draws", "\(draws)", "\(other.draws)")
    compare("seed", "\(seed)", "\(other.seed)")
    compare("sampler", sampler, other.sampler)
    compare("model", model, other.model)
    compare("scenario", scenario ?? "none", other.scenario ?? "none")
    compare("changes", EnsembleHead.list(changes), EnsembleHead.list(other.changes))
    compare("program", program, other.program)
    if series.map(\.key) != other.series.map(\.key) { lines.append("other series") }
    // What the lines above explain needs no further word.
    if lines.isEmpty { lines.append("other numbers in the model, or in what is uncertain in it") }
    return lines.joined(separator: ", ")
  }

  private static func list(_ texts: [String]) -> String {
    texts.isEmpty ? "none" : texts.joined(separator: " ")
  }
}
