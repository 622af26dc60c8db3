import LinearAlgebra
import Testing

@testable import UrbanMining

struct FitSolverTests {
  /// Compiled once and solved with other numbers, or a model for each point: the same predictions, also where
  /// one key is set, multiplied and grown, and a process has its lifetimes changed in two ways.
  @Test func compiledModelsPredictWhatModelsDo() throws {
    let reference = try FittingReference.all.get().stock
    let model = try FittedStock.model(
      "weibull(shape: 2, scale: 15)", inflow: reference.inflow, share: 0.3)
    let problem = try FitProblem(
      model,
      ["sales.growth", "use.lifetime", "yard->melt.share", "use.lifetime.shape", "sales"]
        .map { FitParameter($0) },
      reference.observations()
        + [Observation(series: "yard->melt", year: 2020, value: 9, uncertainty: 1)])
    let points = (0..<11).map { place in
      let step = Double(place) / 10
      return [0.03 * step - 0.01, 0.8 + 0.3 * step, 0.2 + 0.5 * step, 1.5 + step, 1.3 - 0.4 * step]
    }
    let (fast, slow) = (
      try problem.solver.predictions(points), try problem.solver.modelled(points)
    )
    for (own, expected) in zip(fast, slow) { expectClose(own, expected, relative: 1e-12) }
    #expect(Set(fast.map(\.[3])).count == points.count)
  }

  /// A value and its growth: the value is put in place before it grows, in whatever order they are named.
  @Test func theOrderOfParametersDoesNotMatter() throws {
    let constant = try FittedStock.model(
      "weibull(shape: 2.4, scale: 11)", inflow: [Double](repeating: 50, count: 30))
    let seen = try FittingReference.all.get().stock.observations()
    let keys = [FitParameter("sales"), FitParameter("sales.growth")]
    let (one, other) = (
      try ModelFit(of: constant, keys, to: seen, withIntervals: false),
      try ModelFit(of: constant, keys.reversed(), to: seen, withIntervals: false)
    )
    #expect(one.warnings.isEmpty && other.warnings.isEmpty)
    expectClose(
      one.estimates.map(\.value), other.estimates.reversed().map(\.value), relative: 1e-7)
    #expect(one.estimates[1].value > 0.01)
    #expect(one.changes.map(\.key) == ["sales", "sales"])
    #expect(one.changes == other.changes || one.cost < 1.000001 * other.cost)
  }

  /// The derivatives of the search against those of the adjoint, which solves backwards in time.
  @Test func derivativesAgreeWithTheAdjoint() throws {
    let reference = try FittingReference.all.get().stock
    let model = try FittedStock.model(
      "weibull(shape: 2, scale: 15)", inflow: reference.inflow, share: 0.3)
    let places = [
      ("stock.use", 2011.0), ("outflow.use", 2023), ("yard->melt", 2028), ("outflow.use", 2009),
      ("stock.use", 2029),
    ]
    let seen = places.map {
      Observation(series: $0.0, year: $0.1, value: 100, uncertainty: 1)
    }
    let problem = try FitProblem(
      model,
      ["use.lifetime.shape", "use.lifetime.scale", "use.lifetime", "yard->melt.share", "sales"]
        .map { FitParameter($0) }, seen)
    let search = problem.search(.squared, scatter: 1)
    let slopes = try search.weightedJacobian(at: search.point(problem.targets.map(\.start)))
    for (row, own) in seen.enumerated() {
      let gradient = try ResultGradient(
        of: ResultKey("\(own.series)@\(Int(own.year))"), in: model)
      let lifetime = gradient.lifetimes[0]
      let parameter = lifetime.parameters.map(\.derivative)
      let share = try #require(gradient.numbers.first { $0.key == "yard->melt.share" })
      let sales = try #require(gradient.numbers.first { $0.key == "sales" })
      let expected =
        parameter + [
          lifetime.stretch ?? .nan, share.derivatives.reduce(0, +), sales.perShare,
        ]
      for (column, value) in expected.enumerated() {
        expectClose(slopes[row, column], value, relative: 1e-8, absolute: 1e-7)
      }
    }
  }
}
