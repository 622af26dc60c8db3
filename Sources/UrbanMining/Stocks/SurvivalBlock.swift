internal import LinearAlgebra

/// The survival of many lifetimes at the same ages: a row for each age, a column for each lifetime.
///
/// Where all lifetimes are normal, log-normal or Weibull they are evaluated side by side by vector code
/// (see `VectorMath` for its accuracy: 2 to 3 ulp), otherwise one after the other.
/// - Parameters:
///   - lifetimes: one for each lane.
///   - ages: in years, not negative.
///   - threads: how many may work on it; the result has the same bits for any number.
/// - Complexity: O(ages · lanes), about 2 ns a value side by side with AVX-512.
func survivalBlock(
  of lifetimes: [Lifetime], atAges ages: [Double], threads: Int = 1
) -> Matrix {
  switch lifetimes.first?.family {
  case .normal:
    let own = parameters(of: lifetimes) {
      if case .normal(let own) = $0 { (own.mean, own.standardDeviation) } else { nil }
    }
    guard let own else { break }
    return VectorMath.normalSurvival(
      ages: ages, mean: own.first, standardDeviation: own.second, threads: threads)
  case .logNormal:
    let own = parameters(of: lifetimes) {
      if case .logNormal(let own) = $0 { (own.median, own.sigma) } else { nil }
    }
    guard let own else { break }
    return VectorMath.logNormalSurvival(
      ages: ages, median: own.first, sigma: own.second, threads: threads)
  case .weibull:
    let own = parameters(of: lifetimes) {
      if case .weibull(let own) = $0 { (own.scale, own.shape) } else { nil }
    }
    guard let own else { break }
    return VectorMath.weibullSurvival(
      ages: ages, scale: own.first, shape: own.second, threads: threads)
  default: break
  }
  return Matrix(lanes: lifetimes.map { $0.survival(atAges: ages) })
}

/// The parameters of one family, one array for each; nil where a lifetime is of another.
private func parameters(
  of lifetimes: [Lifetime], _ own: (Lifetime.Family) -> (Double, Double)?
) -> (first: [Double], second: [Double])? {
  var (first, second): ([Double], [Double]) = ([], [])
  first.reserveCapacity(lifetimes.count)
  second.reserveCapacity(lifetimes.count)
  for lifetime in lifetimes {
    guard let pair = own(lifetime.family) else { return nil }
    first.append(pair.0)
    second.append(pair.1)
  }
  return (first, second)
}
