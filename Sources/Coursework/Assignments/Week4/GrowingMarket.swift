internal import Charts
internal import UrbanMining

/// Products that have been sold since 2010, each year by the same share more.
struct GrowingMarket {
  static let years = 2010...2020

  /// Products as texts name them, with their UNU keys.
  static let products: [(title: String, key: String)] = [
    ("dishwashers", "0102"), ("washing machines", "0104"), ("microwave ovens", "0114"),
    ("vacuum cleaners", "0204"), ("desktop computers", "0302"), ("laptops", "0303"),
    ("printers", "0304"), ("mobile phones", "0306"), ("flat monitors", "0309"),
    ("flat television sets", "0408"),
  ]

  private let variant: Variant

  init(_ variant: Variant) {
    self.variant = variant
  }

  /// kt of each year.
  var sold: [Double] {
    var amount = variant["first"]
    return GrowingMarket.years.map { _ in
      defer { amount *= 1 + variant["growth"] }
      return amount
    }
  }

  /// kt per year: the mean of the three years before the last.
  var soldBefore: Double { sold.dropLast().suffix(3).reduce(0, +) / 3 }

  /// kt that are discarded in the last year.
  /// - Parameter swapped: whether shape and scale are taken for each other.
  func waste(swapped: Bool = false) throws -> Double {
    try discarded(swapped: swapped).latest
  }

  /// kt that have been discarded since the first year.
  func wasteSoFar() throws -> Double { try discarded(swapped: false).reduce(0, +) }

  /// kt in the last year by the density at the middle of each age.
  func wasteByDensity() throws -> Double {
    try DensityMethod(lifetime(swapped: false), at: .halfYears).arisings(of: sold).latest
  }

  private func discarded(swapped: Bool) throws -> [Double] {
    let survival = Survival(
      try lifetime(swapped: swapped), over: TimeAxis(years: GrowingMarket.years), timing: .middle)
    return try DynamicStock.inflowDriven(inflow: sold, survival: survival).outflow(ofLane: 0)
  }

  /// Shape and scale (years) of the Weibull distribution that the bundled table has for the product.
  func lifespan() throws -> (shape: Double, scale: Double) {
    let title = variant.word("product")
    let key = GrowingMarket.products.first { $0.title == title }?.key ?? title
    let text = try BundledTable.lifespans.get().text("lifetime", where: ["unu_key": key])
    // weibull(shape: 2.2, scale: 15.16)
    let numbers = text.split { "(:,)".contains($0) }.compactMap { Double($0.trimmed) }
    guard text.hasPrefix("weibull(shape:"), numbers.count == 2 else {
      throw CourseError.file("ewaste-lifetimes", reason: "'\(text)' is no shape and scale")
    }
    return (numbers[0], numbers[1])
  }

  private func lifetime(swapped: Bool) throws -> Lifetime {
    let (shape, scale) = try lifespan()
    return swapped
      ? try .weibull(shape: scale, scale: shape) : try .weibull(shape: shape, scale: scale)
  }

  /// What was sold, as table and chart.
  var sales: YearlyValues {
    YearlyValues(years: GrowingMarket.years, values: sold, column: "sold_kt")
  }

  func chart() throws(ChartError) -> PanelChart {
    let product = variant.word("product")
    return try sales.chart(
      Caption(
        id: "sold", title: "More of them are sold every year",
        subtitle:
          "\(product.prefix(1).uppercased() + product.dropFirst()) sold, kt per year, 2010–2020",
        footer: "w4-ewaste"),
      unit: "kt/yr", label: "Sold", message: "Sales grow by the same share every year.")
  }
}
