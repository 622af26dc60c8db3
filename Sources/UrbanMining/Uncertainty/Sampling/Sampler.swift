internal import LinearAlgebra

/// How the draws of an ensemble fill the space of what is uncertain.
public enum Sampler: String, Hashable, Sendable, CaseIterable {
  /// Independent draws: the error of a mean falls as 1/√N.
  case monteCarlo = "mc"
  /// One draw in each of N equal layers of every quantity. McKay, Beckman & Conover (1979),
  /// doi:10.1080/00401706.1979.10489755.
  case latinHypercube = "lhs"
  /// Scrambled points of Sobol's sequence: best for smooth results and N a power of two. Owen (1998),
  /// doi:10.1006/jcom.1998.0487.
  case sobol
}

/// The numbers between 0 and 1 behind the draws of an ensemble.
///
/// The number of a draw in a stream depends on the seed, the draw and the stream alone; for a Latin
/// hypercube on the number of draws, too.
struct DrawSource: Sendable {
  let sampler: Sampler
  let seed: UInt64
  let draws: Int
  /// The streams by name.
  let streams: [String]
  private let philox: Philox
  private let hashes: [UInt64]
  private let orders: [RandomPermutation]
  private let sequence: SobolSequence

  /// - Parameters:
  ///   - streams: a name for each number that a draw needs. Beyond what Sobol's sequence has dimensions
  ///     for, numbers are independent: put what matters most first.
  init(_ sampler: Sampler, seed: UInt64, draws: Int, streams: [String]) {
    self.sampler = sampler
    self.seed = seed
    self.draws = draws
    self.streams = streams
    let philox = Philox(key: seed)
    self.philox = philox
    let hashes = streams.map(Philox.stream)
    self.hashes = hashes
    orders =
      sampler == .latinHypercube
      ? hashes.map { RandomPermutation(count: max(1, draws), source: philox, stream: $0) } : []
    sequence = SobolSequence(
      dimensions: sampler == .sobol ? min(streams.count, SobolDirections.dimensions) : 0,
      scrambling: philox)
  }

  /// Adds the numbers of several draws in a stream.
  func append(_ own: Range<Int>, stream: Int, to numbers: inout [Double]) {
    if sampler == .sobol && stream < sequence.dimensions {
      for draw in own {
        numbers.append(sequence.value(ofPoint: draw, dimension: stream))
      }
      return
    }
    let start = numbers.count
    RandomNumbers.append(
      own.count, key: seed, stream: hashes[stream], first: UInt64(own.lowerBound), to: &numbers)
    guard sampler == .latinHypercube else { return }
    for (place, draw) in own.enumerated() {
      numbers[start + place] = inLayer(of: draw, stream, numbers[start + place])
    }
  }

  /// The place of a draw in its layer of a Latin hypercube.
  private func inLayer(of draw: Int, _ stream: Int, _ inside: Double) -> Double {
    let value = (Double(orders[stream][draw]) + inside) / Double(draws)
    return min(max(value, 0x1p-54), 1 - 0x1p-53)
  }

  /// The number of a draw in a stream, above 0 and below 1.
  func uniform(draw: Int, stream: Int) -> Double {
    switch sampler {
    case .sobol where stream < sequence.dimensions:
      return sequence.value(ofPoint: draw, dimension: stream)
    case .latinHypercube:
      return inLayer(of: draw, stream, philox.uniform(stream: hashes[stream], at: draw))
    case .monteCarlo, .sobol: return philox.uniform(stream: hashes[stream], at: draw)
    }
  }
}
