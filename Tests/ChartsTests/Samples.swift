@testable import Charts

/// Charts that several tests look at.
enum Samples {
  static let copperYears = Array(1900...2020)

  /// Five end uses that rise to about 450 with different speeds.
  static func copper() throws(ChartError) -> StackedAreaChart {
    let uses = [
      ("construction", "Construction", 210.0, 2.9), ("electrical", "Electrical", 82, 3.1),
      ("industrial", "Industrial machinery", 47, 2.2), ("transport", "Transport", 41, 4.0),
      ("other", "Other", 70, 2.5),
    ]
    return try StackedAreaChart(
      title: "Copper in use passed 400 Mt", subtitle: "In-use stock by end use, Mt, world",
      footer: "Source: test", unit: "Mt", years: copperYears,
      bands: uses.map { id, label, end, power in
        let values = copperYears.map { year in
          end * (0.02 + 0.98 * raised(Double(year - 1900) / 120, to: power))
        }
        return .init(id: id, label: label, values: values)
      })
  }

  /// A chart with the given values and short texts.
  static func chart(
    _ values: [[Double]], years: [Double]? = nil, labels: [String] = []
  ) throws(ChartError) -> StackedAreaChart {
    let count = values.first?.count ?? 0
    return try StackedAreaChart(
      title: "Finding", subtitle: "Quantity", footer: "Source", unit: "kt",
      years: years ?? (0..<count).map { 2000 + Double($0) },
      bands: values.enumerated().map { index, values in
        let label = index < labels.count ? labels[index] : "Band \(index)"
        return .init(id: "b\(index)", label: label, values: values)
      })
  }

  /// A chart of random shape: 1 to 14 bands, 1 to 150 years, values over many powers of ten, gaps of
  /// zeros, labels of one to many words.
  static func random(seed: UInt64) throws(ChartError) -> StackedAreaChart {
    var generator = SplitMix64(state: seed)
    let years = Int.random(in: 1...150, using: &generator)
    let scales: [Double] = [1e-7, 1e-3, 1, 450, 1e5, 1e13]
    let scale = scales[Int.random(in: 0..<scales.count, using: &generator)]
    let bands = (0..<Int.random(in: 1...14, using: &generator)).map { index in
      let weight = scale * Double.random(in: 0...1, using: &generator)
      let start = Int.random(in: 0...years, using: &generator)
      let values = (0..<years).map { year in
        year < start / 3 ? 0 : weight * Double.random(in: 0.6...1, using: &generator)
      }
      let words = (0...Int.random(in: 0...6, using: &generator)).map { _ in
        String("aluminiumfoilandcans".prefix(Int.random(in: 1...20, using: &generator)))
      }
      return StackedAreaChart.Band(
        id: "b\(index)", label: words.joined(separator: " "), values: values)
    }
    return try StackedAreaChart(
      title: "A finding that is long enough to need more than one line on a page, in numbers",
      subtitle: "Quantity, unit, region, years, convention", footer: "Source", unit: "kt",
      years: (0..<years).map { 1870 + $0 }, bands: bands)
  }

  private static func raised(_ base: Double, to power: Double) -> Double {
    // Linear between whole powers: smooth enough for a sample.
    let whole = Int(power)
    let low = (0..<whole).reduce(1.0) { product, _ in product * base }
    return low * (1 - (power - Double(whole)) * (1 - base))
  }
}

/// A small seeded generator (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
