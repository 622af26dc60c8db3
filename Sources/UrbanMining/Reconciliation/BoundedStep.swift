internal import LinearAlgebra

/// The nearest point that keeps bounds, from a point that keeps balances.
///
/// For a solution x with covariance F·Fᵀ and bounds g = ±(x − bound) ≥ 0 the least additional sum of squares is
/// reached at
/// ```
/// x + F·Fᵀ·Σ ±λ·e,   λ ≥ 0,   λ·g = 0
/// ```
/// which is found by adding the bound that is broken most, and leaving those whose multiplier would fall
/// below zero. Goldfarb & Idnani (1983), doi:10.1007/BF02591962.
struct BoundedStep {
  /// A quantity that is not below, or not above, a value.
  struct Bound: Hashable, Sendable {
    let quantity: Int
    let isUpper: Bool

    var value: Double { isUpper ? 1 : 0 }
    fileprivate var sign: Double { isUpper ? -1 : 1 }
  }

  /// A bound and what measures how far it is broken.
  struct Candidate {
    let bound: Bound
    /// The row of the quantity in F.
    let row: Int
    let scale: Double
  }

  /// The bounds that hold.
  private(set) var held: [Bound] = []
  /// Bounds that nothing can keep together with those before them.
  private(set) var unkept: [Bound] = []
  /// F·Fᵀ·Σ ±λ·e, by row of F.
  private(set) var moves: [Double]

  /// - Parameters:
  ///   - candidates: the bounds.
  ///   - values: the point, by row of F.
  ///   - factor: F.
  /// - Complexity: O(rows · columns) for each bound that is added, and O(held³).
  init(_ candidates: [Candidate], at values: [Double], factor: Matrix) {
    var (active, multipliers): ([Candidate], [Double]) = ([], [])
    // The products of their rows of F, with the signs of the bounds.
    var products: [[Double]] = []
    var moves = [Double](repeating: 0, count: factor.rows)
    var done: Set<Bound> = []
    func room(_ own: Candidate) -> Double {
      own.bound.sign * (values[own.row] + moves[own.row] - own.bound.value)
    }
    func product(_ first: Candidate, _ second: Candidate) -> Double {
      let sum = (0..<factor.columns).reduce(0.0) {
        $0 + factor[first.row, $1] * factor[second.row, $1]
      }
      return first.bound.sign * second.bound.sign * sum
    }
    while true {
      let broken = candidates.filter { !done.contains($0.bound) }
      let worst = broken.min { room($0) / $0.scale < room($1) / $1.scale }
      guard let worst, room(worst) < -1e-9 * worst.scale else { break }
      done.insert(worst.bound)
      var (gap, multiplier) = (room(worst), 0.0)
      let own = product(worst, worst)
      var shared = active.map { product($0, worst) }
      while true {
        // What the multipliers of the others give up for one of the new bound.
        let matrix = Matrix(
          rows: active.count, columns: active.count, values: products.flatMap { $0 })
        let given =
          active.isEmpty
          ? []
          : (try? DenseSystem(coefficients: matrix).solve(Matrix(column: shared)).values)
            ?? shared.map { _ in 0 }
        let rise = zip(shared, given).reduce(own) { $0 - $1.0 * $1.1 }
        let whole = rise > 1e-12 * own ? -gap / rise : .infinity
        let leaving = given.indices.filter { given[$0] > 0 }.min {
          multipliers[$0] / given[$0] < multipliers[$1] / given[$1]
        }
        let part = leaving.map { multipliers[$0] / given[$0] } ?? .infinity
        let step = min(whole, part)
        guard step.isFinite else {
          unkept = active.map(\.bound) + [worst.bound]
          break
        }
        for index in multipliers.indices { multipliers[index] -= step * given[index] }
        multiplier += step
        gap += step * rise
        guard let leaving, part < whole else {
          for index in products.indices { products[index].append(shared[index]) }
          products.append(shared + [own])
          active.append(worst)
          multipliers.append(multiplier)
          break
        }
        done.remove(active[leaving].bound)
        products.remove(at: leaving)
        for index in products.indices { products[index].remove(at: leaving) }
        active.remove(at: leaving)
        multipliers.remove(at: leaving)
        shared.remove(at: leaving)
      }
      var weights = [Double](repeating: 0, count: factor.columns)
      for (own, multiplier) in zip(active, multipliers) {
        for column in weights.indices {
          weights[column] += own.bound.sign * multiplier * factor[own.row, column]
        }
      }
      moves = factor.times(weights)
    }
    held = active.map(\.bound)
    self.moves = moves
  }
}
