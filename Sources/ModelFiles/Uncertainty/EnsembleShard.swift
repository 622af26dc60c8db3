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

  /// Reads a shard.
  /// - Parameters:
  ///   - path: the file.
  ///   - bytes: what is in it.
  public init(bytes: [UInt8], of path: String) throws(ShardFault) {
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
        bytes: bytes[(end + 1)..<(bytes.count - 8)], rows: head.rows),
      head.isConsistent, tally.blocks.upperBound <= head.blocks
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

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> UInt64(8 * $0)) }
  }
}
