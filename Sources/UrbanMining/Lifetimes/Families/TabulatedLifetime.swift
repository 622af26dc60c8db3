/// A survival curve given by points, straight in between.
///
/// The table starts at age 0 with a share of at most 1, never rises, and ends at 0: it says when the
/// last unit leaves. The mean is the area under the curve.
struct TabulatedLifetime: LifetimeDistribution {
  let ages: [Double]
  let shares: [Double]

  init(ages: [Double], survival shares: [Double]) throws(LifetimeError) {
    guard ages.count == shares.count, ages.count >= 2 else {
      throw .table(rule: "it needs two or more ages, each with a share")
    }
    guard ages[0] == 0 else {
      throw .table(rule: "it must start at age 0, not at \(plainNumber(ages[0]))")
    }
    for index in 1..<ages.count where !(ages[index] > ages[index - 1] && ages[index].isFinite) {
      let (age, before) = (plainNumber(ages[index]), plainNumber(ages[index - 1]))
      throw .table(rule: "age \(age) does not follow age \(before)")
    }
    guard shares[0] <= 1 else { throw .table(rule: "the share at age 0 is above 1") }
    for index in 1..<shares.count where !(shares[index] <= shares[index - 1]) {
      throw .table(rule: "the share rises at age \(plainNumber(ages[index]))")
    }
    guard shares[shares.count - 1] == 0 else {
      throw .table(rule: "it must end at 0: say at which age the last unit has left")
    }
    self.init(uncheckedAges: ages, shares: shares)
  }

  func survival(atAge age: Double) -> Double {
    guard let next = ages.firstIndex(where: { $0 > age }) else { return 0 }
    let weight = (age - ages[next - 1]) / (ages[next] - ages[next - 1])
    return shares[next - 1] + weight * (shares[next] - shares[next - 1])
  }

  func density(atAge age: Double) -> Double? {
    guard let next = ages.firstIndex(where: { $0 > age }) else { return 0 }
    return (shares[next - 1] - shares[next]) / (ages[next] - ages[next - 1])
  }

  var mean: Double {
    pieces.reduce(0) { $0 + $1.length * ($1.start + $1.end) / 2 }
  }

  /// √(2·∫ a·S da − mean²), exact for straight pieces.
  var standardDeviation: Double {
    let first = pieces.reduce(0.0) { sum, piece in
      let centre = piece.age * (piece.start + piece.end) / 2
      return sum + piece.length * (centre + piece.length * (piece.start + 2 * piece.end) / 6)
    }
    return max(0, 2 * first - mean * mean).squareRoot()
  }

  func age(atShareLeft share: Double) -> Double {
    let target = 1 - share
    guard let piece = pieces.first(where: { $0.end <= target }) else { return ages[ages.count - 1] }
    guard piece.start > target else { return piece.age }
    return piece.age + piece.length * (piece.start - target) / (piece.start - piece.end)
  }

  func area(from younger: Double, to older: Double) -> Double {
    pieces.reduce(0) { sum, piece in
      let start = min(max(younger, piece.age), piece.age + piece.length)
      let end = min(max(older, piece.age), piece.age + piece.length)
      guard end > start else { return sum }
      func share(_ age: Double) -> Double {
        piece.start + (age - piece.age) / piece.length * (piece.end - piece.start)
      }
      return sum + (end - start) * (share(start) + share(end)) / 2
    }
  }

  func breaks(below oldest: Double) -> [Double] {
    ages.filter { $0 < oldest }
  }

  func stretched(by factor: Double) -> Lifetime.Family {
    .table(TabulatedLifetime(uncheckedAges: ages.map { $0 * factor }, shares: shares))
  }

  private init(uncheckedAges ages: [Double], shares: [Double]) {
    self.ages = ages
    self.shares = shares
  }

  private struct Piece {
    let age, length, start, end: Double
  }

  private var pieces: [Piece] {
    (1..<ages.count).map {
      Piece(
        age: ages[$0 - 1], length: ages[$0] - ages[$0 - 1], start: shares[$0 - 1], end: shares[$0])
    }
  }
}
