internal import LinearAlgebra

/// How much of each cohort is still in the stock at the end of each period.
///
/// ```
/// s(t, c) = ∫₀¹ w(η) · S( b₍ₜ₊₁₎ − b_c − η · (b₍c₊₁₎ − b_c) ) dη     for c ≤ t
/// ```
/// with the survival function S of the lifetime and the weights w of the timing. With even periods it
/// depends on the age t − c alone and is a curve of T numbers; otherwise a triangle of T².
public struct Survival: Hashable, Sendable {
  public let lifetime: Lifetime
  public let time: TimeAxis
  public let timing: InflowTiming
  let shape: Shape

  enum Shape: Hashable, Sendable {
    case curve(LowerToeplitz)
    case table(LowerTriangle)
  }

  /// Evaluates the survival of every cohort at the end of every period.
  /// - Complexity: O(T · points) for even periods, else O(T² · points).
  public init(_ lifetime: Lifetime, over time: TimeAxis, timing: InflowTiming = .middle) {
    self.lifetime = lifetime
    self.time = time
    self.timing = timing
    let nodes = timing.nodes
    func share(_ t: Int, _ c: Int) -> Double {
      Survival.ages(at: t, of: c, in: time, nodes: nodes).reduce(0) {
        $0 + $1.weight * lifetime.survival(atAge: $1.age)
      }
    }
    if time.evenLength != nil {
      shape = .curve(LowerToeplitz(curve: (0..<time.count).map { share($0, 0) }))
    } else {
      var entries = Matrix(rows: time.count, columns: time.count)
      for t in 0..<time.count {
        for c in 0...t { entries[t, c] = share(t, c) }
      }
      shape = .table(LowerTriangle(entries: entries))
    }
  }

  /// s(t, c): the share of cohort c that is in the stock at the end of period t ≥ c.
  public func share(atEndOf t: Int, ofCohort c: Int) -> Double {
    switch shape {
    case .curve(let matrix): matrix.curve[t - c]
    case .table(let matrix): matrix.entries[t, c]
    }
  }

  /// s(t, c) times the mean age, in years, of what is left of cohort c.
  func ageMoment(atEndOf t: Int, ofCohort c: Int) -> Double {
    Survival.ages(at: t, of: c, in: time, nodes: timing.nodes).reduce(0) {
      $0 + $1.weight * lifetime.survival(atAge: $1.age) * $1.age
    }
  }

  /// Stock from inflow: Sₜ = Σ s(t, c) · I_c for every lane.
  func stock(fromInflow inflow: Matrix) -> Matrix {
    switch shape {
    case .curve(let matrix): matrix.times(inflow)
    case .table(let matrix): matrix.times(inflow)
    }
  }

  /// Inflow from stock, the solution of the same equations; no s(t, t) may be zero.
  func inflow(fromStock stock: Matrix) -> Matrix {
    switch shape {
    case .curve(let matrix): matrix.solve(stock)
    case .table(let matrix): matrix.solve(stock)
    }
  }

  private static func ages(
    at t: Int, of c: Int, in time: TimeAxis, nodes: [(position: Double, weight: Double)]
  ) -> [(age: Double, weight: Double)] {
    let oldest = time.bounds[t + 1] - time.bounds[c]
    let length = time.length(of: c)
    return nodes.map { (age: max(0, oldest - $0.position * length), weight: $0.weight) }
  }
}
