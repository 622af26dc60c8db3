internal import Foundation

/// All draws of some blocks of an ensemble, on their way to a table: doubles in a file, each block at a place of
/// its own, so that blocks can come in any order and an interrupted run finds them again.
public struct DrawStore: Sendable {
  public let head: EnsembleHead
  /// The blocks that it has room for.
  public let blocks: Range<Int>
  public let path: String
  private let intro: [UInt8]

  /// - Parameters:
  ///   - head: what the draws are of.
  ///   - blocks: those that are wanted.
  ///   - path: the file that holds them meanwhile.
  ///   - known: how many of the blocks are there already, from an interrupted run.
  /// - Throws: ``DrawStoreError`` where these are not there.
  public init(
    _ head: EnsembleHead, blocks: Range<Int>, path: String, known: Int
  ) throws {
    self.head = head
    self.blocks = blocks
    self.path = path
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let identity = String(decoding: try encoder.encode(head), as: UTF8.self)
    intro = Array("urbanmine/draws/1 \(fnv1a(identity)) \(blocks)\n".utf8)
    guard known > 0 else {
      guard FileManager.default.createFile(atPath: path, contents: Data(intro)) else {
        throw DrawStoreError.unwritable(path)
      }
      return
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw DrawStoreError.missing(path)
    }
    defer { try? file.close() }
    guard try file.read(upToCount: intro.count) == Data(intro),
      try file.seekToEnd() >= offset(ofBlock: blocks.lowerBound + known)
    else { throw DrawStoreError.different(path) }
  }

  /// Keeps the values of a block: series after series, year after year, a number for each draw.
  public func put(_ values: [Double], ofBlock block: Int) throws {
    precondition(blocks.contains(block), "a block that was asked for")
    guard let file = FileHandle(forUpdatingAtPath: path) else {
      throw DrawStoreError.unwritable(path)
    }
    defer { try? file.close() }
    try file.seek(toOffset: offset(ofBlock: block))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * values.count)
    for value in values {
      let word = value.bitPattern
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    try file.write(contentsOf: Data(bytes))
  }

  /// The values of a block, as they were put.
  func values(ofBlock block: Int, from file: FileHandle) throws -> [Double] {
    try file.seek(toOffset: offset(ofBlock: block))
    let count = 8 * head.rows * head.draws(ofBlock: block).count
    guard let data = try file.read(upToCount: count), data.count == count else {
      throw DrawStoreError.different(path)
    }
    let bytes = [UInt8](data)
    return stride(from: 0, to: count, by: 8).map { place in
      var word: UInt64 = 0
      for byte in (0..<8).reversed() { word = word << 8 | UInt64(bytes[place + byte]) }
      return Double(bitPattern: word)
    }
  }

  /// A handle for reading.
  func reading() throws -> FileHandle {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw DrawStoreError.missing(path)
    }
    return file
  }

  /// Removes the file.
  public func remove() { try? FileManager.default.removeItem(atPath: path) }

  private func offset(ofBlock block: Int) -> UInt64 {
    let first = blocks.lowerBound * head.blockDraws
    let draws = min(block * head.blockDraws, head.draws) - first
    return UInt64(intro.count + 8 * head.rows * draws)
  }
}

/// Why draws can't be kept or found again.
public enum DrawStoreError: Error, Hashable, Sendable, CustomStringConvertible {
  case unwritable(String)
  case missing(String)
  case different(String)

  public var description: String {
    switch self {
    case .unwritable(let path): "can't write '\(path)'"
    case .missing(let path):
      "'\(path)', the draws of the interrupted run, is not there: start again without --resume"
    case .different(let path):
      "'\(path)' does not hold the draws of this ensemble: remove it, or give the same options"
    }
  }
}

/// The FNV-1a hash of a text.
private func fnv1a(_ text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
