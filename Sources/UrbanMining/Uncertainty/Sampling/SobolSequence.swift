/// Sobol's sequence in base 2 with the direction numbers of Joe & Kuo, scrambled or not.
///
/// Point i is the sum without carry of the direction numbers that belong to the bits of i. Scrambling
/// multiplies the digits by a random lower triangular matrix and adds a random shift, which keeps every
/// balance of the point set and makes estimates unbiased.
///
/// Sobol (1967), doi:10.1016/0041-5553(67)90144-9; Joe & Kuo (2008), doi:10.1137/070709359;
/// Matoušek (1998), doi:10.1006/jcom.1998.0489.
struct SobolSequence: Hashable, Sendable {
  let dimensions: Int
  /// 32 numbers of 53 bits for each dimension, that of the lowest bit of i first.
  private let directions: [UInt64]
  private let shifts: [UInt64]

  /// Points with more than this many bits in their number do not exist.
  static let indexBits = 32
  private static let digits = 53

  /// - Parameters:
  ///   - dimensions: at most `SobolDirections.dimensions`.
  ///   - scrambling: where the scrambling comes from; nil for the plain sequence.
  init(dimensions: Int, scrambling source: Philox?) {
    precondition(dimensions <= SobolDirections.dimensions, "direction numbers for each dimension")
    self.dimensions = dimensions
    var directions: [UInt64] = []
    var shifts: [UInt64] = []
    for (dimension, initial) in SobolDirections.all(dimensions).enumerated() {
      let plain = SobolSequence.directions(of: initial)
      guard let source else {
        directions += plain
        shifts.append(0)
        continue
      }
      // Stream numbers of their own: no name hashes to a number this small but by accident.
      let stream = UInt64(dimension)
      let masks = (0..<SobolSequence.digits).map { digit in
        let diagonal = UInt64(1) << (SobolSequence.digits - 1 - digit)
        let above = ~(diagonal << 1 &- 1) & (UInt64(1) << SobolSequence.digits &- 1)
        return source.bits(stream: stream, at: digit) & above | diagonal
      }
      directions += plain.map { number in
        masks.reduce(0) { $0 << 1 | UInt64(truncatingIfNeeded: (number & $1).nonzeroBitCount & 1) }
      }
      shifts.append(source.bits(stream: stream, at: SobolSequence.digits) >> 11)
    }
    self.directions = directions
    self.shifts = shifts
  }

  /// The 53 binary digits of a coordinate.
  /// - Complexity: O(bits of the index).
  func digits(ofPoint index: Int, dimension: Int) -> UInt64 {
    precondition(index >= 0 && index >> SobolSequence.indexBits == 0, "at most 2³² points")
    var digits = shifts[dimension]
    var rest = index
    while rest != 0 {
      digits ^= directions[dimension * SobolSequence.indexBits + rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return digits
  }

  /// A coordinate of a point, above 0 and below 1.
  func value(ofPoint index: Int, dimension: Int) -> Double {
    unitInterval(digits(ofPoint: index, dimension: dimension))
  }

  /// The direction numbers that follow from a primitive polynomial and the first ones.
  ///
  /// With degree s and coefficients a₁ … a₍s₋₁₎ (the outer two are 1):
  /// ```
  /// vₖ = a₁·v₍ₖ₋₁₎ ⊕ … ⊕ a₍s₋₁₎·v₍ₖ₋ₛ₊₁₎ ⊕ v₍ₖ₋ₛ₎ ⊕ v₍ₖ₋ₛ₎ / 2ˢ
  /// ```
  private static func directions(of initial: SobolDirections.Initial) -> [UInt64] {
    let degree = initial.numbers.count
    var numbers = initial.numbers.enumerated().map { $1 << UInt64(digits - 1 - $0) }
    guard degree > 0 else {
      return (0..<indexBits).map { UInt64(1) << UInt64(digits - 1 - $0) }
    }
    for index in degree..<max(indexBits, degree) {
      var next = numbers[index - degree] ^ numbers[index - degree] >> UInt64(degree)
      for step in 1..<max(1, degree) where initial.polynomial >> UInt64(degree - step) & 1 == 1 {
        next ^= numbers[index - step]
      }
      numbers.append(next)
    }
    return Array(numbers.prefix(indexBits))
  }
}
