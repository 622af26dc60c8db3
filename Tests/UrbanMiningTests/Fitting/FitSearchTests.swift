import Testing

@testable import UrbanMining

struct FitSearchTests {
  private func model(_ lifetime: String) throws -> SystemModel {
    try FittedStock.model(lifetime, inflow: try FittingReference.all.get().stock.inflow)
  }

  /// One observation and one parameter: a value, and no word on how certain it is.
  @Test func withNothingLeftOverThereIsNoUncertainty() throws {
    let reference = try FittingReference.all.get().stock
    let own = try ModelFit(
      of: model("weibull(shape: 2, scale: 15)"), [FitParameter("use.lifetime.scale")],
      to: [reference.observations(withUncertainty: false)[9]])
    #expect(own.warnings == [.noScatter] && own.scatter == 0)
    #expect(own.estimates[0].standardError == .infinity)
    #expect(own.estimates[0].low == nil && own.estimates[0].high == nil)
  }

  /// What is far out is told by the scatter of the rest, which statsmodels finds in the same way.
  @Test func aRobustLossFindsTheScatterItself() throws {
    let all = try FittingReference.all.get()
    let own = try ModelFit(
      of: model("weibull(shape: 2.4, scale: 11)"), [FitParameter("sales")],
      to: all.stock.observations(withUncertainty: false), loss: .huber, withIntervals: false)
    let expected = all.unknownScatter.huber
    expectClose(own.estimates[0].value, expected["factor"] ?? .nan, relative: 1e-7)
    expectClose(own.scatter, expected["scatter"] ?? .nan, relative: 1e-6)
  }

  /// What is known beforehand is weighed against the scatter that the observations show.
  @Test func aPriorIsWeighedAgainstTheScatter() throws {
    let all = try FittingReference.all.get()
    let expected = all.unknownScatter.prior
    let own = try ModelFit(
      of: model("weibull(shape: 2.4, scale: 11)"),
      [
        FitParameter(
          "sales",
          prior: .normal(
            mean: expected["mean"] ?? .nan, standardDeviation: expected["sd"] ?? .nan))
      ], to: all.stock.observations(withUncertainty: false), withIntervals: false)
    expectClose(own.estimates[0].value, expected["factor"] ?? .nan, relative: 1e-7)
    expectClose(own.scatter, expected["scatter"] ?? .nan, relative: 1e-6)
  }
}
