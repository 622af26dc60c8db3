public import UrbanMining

/// Lifetimes fitted to ages as JSON holds them (schema `urbanmine/lifetime-fit/1`), the best family first.
public struct LifetimeFitDocument: Encodable, Sendable {
  let schema = "urbanmine/lifetime-fit/1"
  let program: String
  let left: Double
  let watched: Double
  /// Of all, those that were watched from a later age on, and those that left within a known interval.
  let enteredLate: Double
  let intervals: Double
  let fits: [Fit]
  /// Null where ages are known as intervals.
  let kaplanMeier: Nullable<[Step]>

  struct Fit: Encodable, Sendable {
    let family: String
    let lifetime: String
    let mean: Double
    let logLikelihood: Double
    let akaike: Double
    let parameters: [Parameter]
  }

  struct Parameter: Encodable, Sendable {
    let label: String
    let value: Double
    let standardError: Double
    let low: Double
    let high: Double
  }

  struct Step: Encodable, Sendable {
    let age: Double
    let atRisk: Double
    let left: Double
    let survival: Double
    let low: Nullable<Double>
    let high: Nullable<Double>
  }

  public init(_ fits: [LifetimeFit], to data: SurvivalData, program: String) {
    self.program = program
    left = data.leftCount
    watched = data.counts.reduce(0, +) - data.leftCount
    enteredLate = data.lateCount
    intervals = data.intervalCount
    self.fits = fits.map { fit in
      Fit(
        family: fit.family.rawValue, lifetime: fit.lifetime.description, mean: fit.lifetime.mean,
        logLikelihood: fit.logLikelihood, akaike: fit.akaike,
        parameters: fit.parameters.map {
          Parameter(
            label: $0.label, value: $0.value, standardError: $0.standardError, low: $0.low,
            high: $0.high)
        })
    }
    kaplanMeier = Nullable(
      KaplanMeier(data)?.steps.map {
        Step(
          age: $0.age, atRisk: $0.atRisk, left: $0.left, survival: $0.survival,
          low: Nullable($0.low), high: Nullable($0.high))
      })
  }
}
