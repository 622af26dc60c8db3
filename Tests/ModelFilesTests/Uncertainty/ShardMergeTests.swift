import ModelFiles
import Testing
import UrbanMining

/// Shards of an ensemble as files, good and bad ones.
private struct ShardFiles {
  var files: [String: [UInt8]] = [:]

  /// Cuts an ensemble in shards named `1-of-4` and so on.
  init(_ ensemble: Ensemble, count: Int, program: String = "test", suffix: String = "") throws {
    let head = EnsembleHead(ensemble, scenario: nil, changes: [], program: program)
    for number in 1...count {
      let blocks = ensemble.blocks(ofShard: number - 1, of: count)
      let tally = try ensemble.run(
        from: ensemble.tally(from: blocks.lowerBound), upTo: blocks.upperBound)
      files["\(number)-of-\(count)\(suffix)"] = try EnsembleShard(head: head, tally: tally).bytes()
    }
  }

  func merged(_ names: [String]? = nil) throws(ShardError) -> EnsembleShard {
    try EnsembleShard.merged(names ?? files.keys.sorted()) { (name) throws(ShardFault) in
      guard let bytes = files[name] else { throw .unreadable("there is no '\(name)'") }
      return bytes
    }
  }

  func message(_ names: [String]? = nil) -> [String] {
    do {
      _ = try merged(names)
      return []
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }
}

struct ShardMergeTests {
  private static let ensemble = Result { try TinyEnsemble.made(draws: 3000) }

  private func whole(_ ensemble: Ensemble) throws -> [UInt8] {
    try EnsembleShard(
      head: EnsembleHead(ensemble, scenario: nil, changes: [], program: "test"),
      tally: ensemble.run(from: ensemble.tally(from: 0), upTo: ensemble.blocks)
    ).bytes()
  }

  /// 3,000 draws are 12 blocks, so that 16 and 40 shards leave some empty.
  @Test(arguments: [1, 2, 3, 4, 7, 12, 16, 40])
  func anyNumberOfShardsInAnyOrderIsTheWhole(_ count: Int) throws {
    let ensemble = try Self.ensemble.get()
    let shards = try ShardFiles(ensemble, count: count)
    let expected = try whole(ensemble)
    var random = Lehmer(seed: 7)
    let names = shards.files.keys.sorted().shuffled(using: &random)
    #expect(try shards.merged(names).bytes() == expected)
  }

  @Test func everythingThatIsWrongIsNamedAtOnce() throws {
    let ensemble = try Self.ensemble.get()
    var shards = try ShardFiles(ensemble, count: 6)
    let other = try ShardFiles(TinyEnsemble.made(draws: 3000, seed: 5), count: 6, suffix: "-b")
    let older = try ShardFiles(ensemble, count: 6, program: "urbanmine 0.0.1", suffix: "-c")
    shards.files["5-of-6"]?.removeLast(9)
    shards.files["foreign"] = other.files["1-of-6-b"]
    shards.files["older"] = older.files["6-of-6-c"]
    shards.files["notes.txt"] = Array("to do".utf8)
    // The foreign one comes first: what most files say counts.
    let names = [
      "foreign", "1-of-6", "2-of-6", "2-of-6", "5-of-6", "6-of-6", "older", "notes.txt", "gone",
    ]
    #expect(
      shards.message(names) == [
        "'5-of-6' is cut short or changed: make this shard again",
        "'notes.txt' is not a shard: 'urbanmine ensemble --shard' writes them",
        "there is no 'gone'",
        "'foreign' is of another ensemble than '1-of-6': seed 5 instead of 4",
        "'older' is of another ensemble than '1-of-6': program urbanmine 0.0.1 instead of test",
        "draws 512 to 1023 are in '2-of-6' and again in '2-of-6': leave one out",
        "draws 1024 to 2559 are missing before '6-of-6': shards 3/6 to 5/6 are lost or unfinished",
      ])
  }

  /// Every set of up to two lost shards and one that is there twice.
  @Test func lostShardsAndDoubleOnesAreFoundWhereverTheyAre() throws {
    let ensemble = try Self.ensemble.get()
    let shards = try ShardFiles(ensemble, count: 5)
    let names = shards.files.keys.sorted()
    for lost in 0..<5 {
      for second in lost..<5 {
        let left = names.indices.filter { $0 != lost && $0 != second }.map { names[$0] }
        let lines = shards.message(left)
        let text = lines.joined(separator: "\n")
        if second <= lost + 1 {
          let numbers =
            second == lost
            ? "shard \(lost + 1)/5 is" : "shards \(lost + 1)/5 to \(second + 1)/5 are"
          #expect(lines.count == 1 && text.contains("\(numbers) lost"), "\(text)")
        } else {
          #expect(lines.count == 2, "\(text)")
          #expect(lines[0].contains("shard \(lost + 1)/5 is lost"), "\(text)")
          #expect(lines[1].contains("shard \(second + 1)/5 is lost"), "\(text)")
        }
      }
      let twice = shards.message(names + [names[lost]])
      #expect(twice.count == 1)
      #expect(twice[0].contains("'\(names[lost])' and again in '\(names[lost])'"))
    }
  }

  @Test func shardsOfAnotherCutOverlap() throws {
    let ensemble = try Self.ensemble.get()
    var shards = try ShardFiles(ensemble, count: 4)
    shards.files.merge(try ShardFiles(ensemble, count: 3).files) { own, _ in own }
    #expect(
      shards.message(["1-of-4", "2-of-3", "3-of-3"]) == [
        "draws 768 to 1023 are missing before '2-of-3': a shard is lost or unfinished"
      ])
    #expect(
      shards.message(["1-of-3", "2-of-4", "3-of-4", "4-of-4"]) == [
        "draws 768 to 1023 are in '1-of-3' and again in '2-of-4': leave one out"
      ])
  }

  @Test func aFileThatChangesWhileItIsMergedIsNamed() throws {
    let shards = try ShardFiles(Self.ensemble.get(), count: 2)
    var reads: [String: Int] = [:]
    let error = #expect(throws: ShardError.self) {
      try EnsembleShard.merged(["1-of-2", "2-of-2"]) { (name) throws(ShardFault) in
        reads[name, default: 0] += 1
        guard let bytes = shards.files[name] else { throw .unreadable(name) }
        return reads[name] == 2 && name == "2-of-2" ? bytes.dropLast() : bytes
      }
    }
    #expect(error?.faults == [.cutShort("2-of-2")])
  }

  @Test func nothingIsNoEnsemble() {
    let error = #expect(throws: ShardError.self) { try EnsembleShard.merged([]) { _ in [] } }
    #expect(error?.faults == [.nothing])
  }
}

/// A small generator with a seed.
private struct Lehmer: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
