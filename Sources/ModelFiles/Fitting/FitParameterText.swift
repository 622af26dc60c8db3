public import UrbanMining

/// Why the text of a parameter to be fitted can't be read.
public struct FitParameterFault: Error, Hashable, Sendable, CustomStringConvertible {
  public let text: String
  public let reason: String

  public var description: String { "'\(text)': \(reason)" }
}

extension FitParameter {
  /// Reads a parameter as the command line writes it.
  ///
  /// ```
  /// KEY                                   use.lifetime.cars.mean
  /// KEY=START                             collection_rate.cars=0.5
  /// KEY in LOW...HIGH                     mining.growth in -0.01...0.05
  /// KEY ~ DISTRIBUTION                    use.lifetime.cars.mean ~ normal(mean: 16, sd: 2)
  /// ```
  /// The last three may be joined in this order.
  public init(text: String) throws(FitParameterFault) {
    func fault(_ reason: String) -> FitParameterFault {
      FitParameterFault(text: text, reason: reason)
    }
    let halves = text.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
    var prior: Prior?
    if halves.count == 2 {
      do throws(DistributionError) {
        prior = Prior(try Distribution(String(halves[1]).trimmed))
      } catch {
        throw fault("\(error)")
      }
      if prior == nil { throw fault("what is known is written as a normal or a lognormal") }
    }
    let parts = String(halves[0]).split(separator: " in ", maxSplits: 1)
    var bounds: ClosedRange<Double>?
    if parts.count == 2 {
      let ends = String(parts[1]).split(separator: "...").map { Double(String($0).trimmed) }
      guard ends.count == 2, let low = ends[0], let high = ends[1], low < high else {
        throw fault("bounds are written LOW...HIGH, like 0.1...0.9")
      }
      bounds = low...high
    }
    let named = (parts.first.map(String.init) ?? "").split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let key = named.first.map { String($0).trimmed } ?? ""
    guard !key.isEmpty else { throw fault("a key is missing") }
    var start: Double?
    if named.count == 2 {
      guard let value = Double(String(named[1]).trimmed) else {
        throw fault("the start behind '=' is a number")
      }
      start = value
    }
    self.init(key, start: start, bounds: bounds, prior: prior)
  }
}
