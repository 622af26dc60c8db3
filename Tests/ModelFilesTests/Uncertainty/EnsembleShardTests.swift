import ModelFiles
import Testing
import UrbanMining

struct EnsembleShardTests {
  private static func bytes(draws: Int) throws -> [UInt8] {
    let ensemble = try TinyEnsemble.made(draws: draws)
    let head = EnsembleHead(ensemble, scenario: nil, changes: [], program: "test")
    return try EnsembleShard(
      head: head, tally: ensemble.run(from: ensemble.tally(from: 0), upTo: 1)
    ).bytes()
  }

  private static func fault(_ bytes: [UInt8]) -> ShardFault? {
    do {
      _ = try EnsembleShard(bytes: bytes, of: "x.shard")
      return nil
    } catch {
      return error
    }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let ensemble = try TinyEnsemble.made()
    let head = EnsembleHead(ensemble, scenario: nil, changes: [], program: "test")
    let tally = try ensemble.run(from: ensemble.tally(from: 0), upTo: ensemble.blocks)
    let shard = EnsembleShard(head: head, tally: tally)
    let again = try EnsembleShard(bytes: shard.bytes(), of: "x.shard")
    #expect(again.head == head)
    #expect(try again.bytes() == shard.bytes())
    #expect(EnsembleDocument(again).csvText == EnsembleDocument(shard).csvText)
  }

  /// One byte is lost at the end, two, … all of them.
  @Test func aFileCutShortAtAnyByteIsRefused() throws {
    let bytes = try Self.bytes(draws: 2)
    #expect(Self.fault(bytes) == nil)
    for count in bytes.indices {
      let fault = Self.fault(Array(bytes.prefix(count)))
      #expect(fault == .cutShort("x.shard") || fault == .notAShard("x.shard"), "\(count) bytes")
    }
  }

  /// Both ends of every byte, as a bad disk or wire would turn them.
  @Test(arguments: [UInt8(1), 128])
  func aBitThatFlipsAnywhereIsRefused(_ mask: UInt8) throws {
    var bytes = try Self.bytes(draws: 2)
    for place in bytes.indices {
      bytes[place] ^= mask
      #expect(Self.fault(bytes) != nil, "byte \(place)")
      bytes[place] ^= mask
    }
    #expect(Self.fault(bytes) == nil)
  }

  /// What FTP in text mode, a second copy, and blocks that were never written do to a file.
  @Test func aFileThatWasChangedInOtherWaysIsRefused() throws {
    let bytes = try Self.bytes(draws: 300)
    let lines = bytes.flatMap { $0 == 10 ? [13, 10] : [$0] }
    var hole = bytes
    hole.replaceSubrange(4096..<8192, with: repeatElement(0, count: 4096))
    for wrong in [lines, bytes + bytes, bytes + [0], hole, Array(bytes.dropFirst())] {
      #expect(Self.fault(wrong) != nil)
    }
    #expect(Self.fault([1, 2]) == .notAShard("x.shard"))
    #expect(Self.fault([]) == .notAShard("x.shard"))
  }
}
