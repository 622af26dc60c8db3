internal import Foundation
public import UrbanMining

/// Some or all blocks of an ensemble, as a file holds them: a shard, or what is known after an interruption.
///
/// The file begins with `urbanmine/ensemble-shard/1`, a line of JSON (the head) and the bytes of the tally;
/// the last eight bytes are a checksum (FNV-1a) of all that stands before them.
public struct EnsembleShard: Sendable {
  public let head: EnsembleHead
  public let tally: EnsembleTally
  private static let schema = "urbanmine/ensemble-shard/1"

  public init(head: EnsembleHead, tally: EnsembleTally) {
    self.head = head
    self.tally = tally
  }

  /// Whether it holds the whole ensemble.
  public var isWhole: Bool { tally.blocks == 0..<head.blocks }

  /// Reads a shard.
  /// - Parameters:
  ///   - path: the file.
  ///   - bytes: what is in it.
  public init(bytes: [UInt8], of path: String) throws(ShardError) {
    let intro = Array((EnsembleShard.schema + "\n").utf8)
    guard bytes.starts(with: intro) else { throw .notAShard(path) }
    guard bytes.count > intro.count + 8,
      let end = bytes[intro.count...].firstIndex(of: UInt8(ascii: "\n")),
      EnsembleShard.checksum(bytes.dropLast(8)) == Array(bytes.suffix(8))
    else { throw .cutShort(path) }
    let head: EnsembleHead
    do {
      head = try JSONDecoder().decode(EnsembleHead.self, from: Data(bytes[intro.count..<end]))
    } catch {
      throw .cutShort(path)
    }
    guard
      let tally = EnsembleTally(
        bytes: bytes[(end + 1)..<(bytes.count - 8)], rows: head.rows)
    else { throw .cutShort(path) }
    self.init(head: head, tally: tally)
  }

  /// The bytes of the file.
  public func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let head = [UInt8](try encoder.encode(head))
    let all = Array((EnsembleShard.schema + "\n").utf8) + head + [UInt8(ascii: "\n")] + tally.bytes
    return all + EnsembleShard.checksum(all[...])
  }

  /// Joins shards to the whole ensemble, in whatever order they come.
  /// - Parameter shards: each with the name of its file.
  /// - Throws: which one is of another ensemble, is there twice, or is missing.
  public static func merged(
    _ shards: [(name: String, shard: EnsembleShard)]
  ) throws(ShardError) -> EnsembleShard {
    let sorted = shards.sorted {
      ($0.shard.tally.blocks.lowerBound, $0.name) < ($1.shard.tally.blocks.lowerBound, $1.name)
    }
    guard let first = sorted.first else { throw .nothing }
    for (name, shard) in shards where shard.head != shards[0].shard.head {
      throw .different(shards[0].name, name, shards[0].shard.head.difference(to: shard.head))
    }
    let head = first.shard.head
    func draws(_ blocks: Range<Int>) -> ClosedRange<Int> {
      blocks.lowerBound * head.blockDraws...min(blocks.upperBound * head.blockDraws, head.draws) - 1
    }
    guard first.shard.tally.blocks.lowerBound == 0 else {
      throw .lost(draws(0..<first.shard.tally.blocks.lowerBound), before: first.name)
    }
    var tally = first.shard.tally
    var last = first.name
    for (name, shard) in sorted.dropFirst() {
      let (known, next) = (tally.blocks.upperBound, shard.tally.blocks.lowerBound)
      guard next >= known else {
        throw .double(
          last, name, draws(next..<min(known, max(next + 1, shard.tally.blocks.upperBound))))
      }
      guard tally.join(shard.tally) else { throw .lost(draws(known..<next), before: name) }
      last = name
    }
    guard tally.blocks.upperBound == head.blocks else {
      throw .lost(draws(tally.blocks.upperBound..<head.blocks), before: nil)
    }
    return EnsembleShard(head: head, tally: tally)
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> UInt64(8 * $0)) }
  }
}

extension EnsembleHead {
  /// What differs first, in words.
  fileprivate func difference(to other: EnsembleHead) -> String {
    if draws != other.draws { return "\(draws) and \(other.draws) draws" }
    if seed != other.seed { return "seeds \(seed) and \(other.seed)" }
    if sampler != other.sampler { return "samplers \(sampler) and \(other.sampler)" }
    if model != other.model { return "models \(model) and \(other.model)" }
    if program != other.program { return "\(program) and \(other.program)" }
    if series != other.series { return "not the same series" }
    return "the model, its changes or what is uncertain in it"
  }
}

/// Why shards do not make an ensemble.
public enum ShardError: Error, Hashable, Sendable, CustomStringConvertible {
  case nothing
  case notAShard(String)
  case cutShort(String)
  case different(String, String, String)
  case double(String, String, ClosedRange<Int>)
  case lost(ClosedRange<Int>, before: String?)

  public var description: String {
    switch self {
    case .nothing: "there are no shards to merge"
    case .notAShard(let name):
      "'\(name)' is not a shard: 'urbanmine ensemble --shard' writes them"
    case .cutShort(let name): "'\(name)' is cut short or changed: make this shard again"
    case .different(let one, let other, let what):
      "'\(one)' and '\(other)' are shards of different ensembles: they differ in \(what)"
    case .double(let one, let other, let draws):
      "draws \(draws.lowerBound) to \(draws.upperBound) are in '\(one)' and again in '\(other)': "
        + "leave one out"
    case .lost(let draws, let name):
      "draws \(draws.lowerBound) to \(draws.upperBound) are missing"
        + (name.map { " before '\($0)'" } ?? " at the end") + ": a shard is lost or unfinished"
    }
  }
}
