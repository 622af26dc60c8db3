import Datasets
import ModelFiles
import Testing
import UrbanMining

struct EnsembleShardTests {
  private static func shard(
    _ ensemble: Ensemble, _ blocks: Range<Int>
  ) throws -> (name: String, shard: EnsembleShard) {
    let head = EnsembleHead(ensemble, scenario: nil, changes: [], program: "test")
    let tally = try ensemble.run(
      from: ensemble.tally(from: blocks.lowerBound), upTo: blocks.upperBound)
    let name = "\(blocks.lowerBound)-\(blocks.upperBound).shard"
    let bytes = try EnsembleShard(head: head, tally: tally).bytes()
    return (name, try EnsembleShard(bytes: bytes, of: name))
  }

  @Test func mergedShardsAreTheWholeToTheLastBit() throws {
    let ensemble = try TinyEnsemble.made()
    let whole = try Self.shard(ensemble, 0..<ensemble.blocks).shard
    let middle = ensemble.blocks / 2
    let parts = try [
      Self.shard(ensemble, middle..<ensemble.blocks), Self.shard(ensemble, 0..<middle),
    ]
    let merged = try EnsembleShard.merged(parts)
    #expect(try merged.bytes() == whole.bytes())
    #expect(try jsonText(EnsembleDocument(merged)) == jsonText(EnsembleDocument(whole)))
    #expect(EnsembleDocument(merged).csvText == EnsembleDocument(whole).csvText)
    #expect(merged.isWhole)
  }

  @Test func namesWhatIsLostDoubleOrOfAnotherEnsemble() throws {
    let ensemble = try TinyEnsemble.made()
    let first = try Self.shard(ensemble, 0..<1)
    let rest = try Self.shard(ensemble, 1..<ensemble.blocks)
    func message(_ shards: [(name: String, shard: EnsembleShard)]) -> String {
      do {
        _ = try EnsembleShard.merged(shards)
        return ""
      } catch {
        return error.description
      }
    }
    #expect(message([rest]).contains("draws 0 to"))
    #expect(message([rest]).contains("are missing before '\(rest.name)'"))
    #expect(message([first]).contains("are missing at the end"))
    #expect(message([first, rest, first]).contains("in '0-1.shard' and again in '0-1.shard'"))
    let other = try TinyEnsemble.made(seed: 5)
    let foreign = try Self.shard(other, 1..<other.blocks)
    #expect(message([first, foreign]).contains("they differ in seeds 4 and 5"))
  }

  @Test func aFileThatIsCutShortIsNamed() throws {
    let ensemble = try TinyEnsemble.made()
    let head = EnsembleHead(ensemble, scenario: nil, changes: [], program: "test")
    let bytes = try EnsembleShard(
      head: head, tally: ensemble.run(from: ensemble.tally(from: 0), upTo: 1)
    ).bytes()
    for wrong in [
      Array(bytes.dropLast()), Array(bytes.prefix(100)), bytes.dropLast(9) + [1, 2, 3],
    ] {
      let error = #expect(throws: ShardError.self) {
        try EnsembleShard(bytes: wrong, of: "x.shard")
      }
      #expect(error == .cutShort("x.shard"))
    }
    let error = #expect(throws: ShardError.self) { try EnsembleShard(bytes: [1, 2], of: "y.csv") }
    #expect(error == .notAShard("y.csv"))
  }
}
