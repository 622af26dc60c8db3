internal import UrbanMining

extension PanelChart {
  /// An ensemble in words: the median, the half of all draws nearest to it, and nine in ten.
  ///
  /// - Parameters:
  ///   - caption: the words around the chart.
  ///   - unit: the unit of all values.
  ///   - years: the years.
  ///   - median: the value that half of the draws exceed, for each year.
  ///   - half: the quartiles, for each year.
  ///   - most: the 5 % and 95 % quantiles, for each year.
  ///   - projectedFrom: the first year of a projection, if there is one.
  public init(
    fan caption: Caption, unit: String, years: [Double], median: [Double?],
    half: (low: [Double?], high: [Double?]), most: (low: [Double?], high: [Double?]),
    projectedFrom: Double? = nil
  ) throws(ChartError) {
    try self.init(
      caption: caption, kind: "Fan chart",
      panels: [
        Panel(
          unit: unit, positions: years,
          layers: [
            .band(
              Band(
                id: "most", label: "9 of 10 draws", ink: .primary, lower: most.low,
                upper: most.high, strength: 0.2)),
            .band(
              Band(
                id: "half", label: "5 of 10 draws", ink: .primary, lower: half.low,
                upper: half.high, strength: 0.45)),
            .line(
              Line(
                id: "median", label: "Median", ink: .primary, values: median,
                projectedFrom: projectedFrom)),
          ])
      ],
      message: "Half of all draws lie in the dark band, nine in ten in the light one.")
  }

  /// A series of an ensemble: what its title says is where nine in ten draws of the last year lie.
  ///
  /// - Parameters:
  ///   - series: the series with its bands.
  ///   - projectedFrom: the first year of a projection, if there is one.
  /// - Throws: where no year has bands.
  public init(fanOf series: FanSeries, projectedFrom: Double? = nil) throws(ChartError) {
    let origin = series.origin
    let largest = series.quantiles.flatMap { $0 }.compactMap { $0.map(abs) }.max() ?? 0
    let words = SeriesWords(
      series.label, labels: origin.labels, material: origin.material, largest: largest)
    // Years before the series begins, such as those of a rate of nothing, are left out.
    let known = series.years.indices.filter { year in
      series.quantiles.allSatisfy { $0[year] != nil }
    }
    guard let first = known.first, let last = known.last else {
      throw ChartError(faults: [.notInModel(what: "year in which all draws have '\(words.name)'")])
    }
    let years = Array(series.years[first...last])
    let quantiles = series.quantiles.map { $0[first...last].map { $0.map { $0 * words.factor } } }
    func text(_ place: Int) -> String {
      NumberFormat.significant(quantiles[place][last - first] ?? 0)
    }
    let year = NumberFormat.year(series.years[last])
    let (from, to) = (NumberFormat.year(years[0]), NumberFormat.year(years[years.count - 1]))
    let how = origin.sampler.map { "\($0.words), " } ?? ""
    let draws = NumberFormat.decimal(mantissa: origin.draws, exponent: 0)
    let projection = projectedFrom.flatMap { start in
      start <= series.years[last] ? "; dashed from \(NumberFormat.year(start)) on: projected" : nil
    }
    try self.init(
      fan: Caption(
        id: "fan-\(series.label.key)",
        title: "\(words.name.capitalizedFirst) in \(year): \(text(0)) to \(text(4)) \(words.unit) "
          + "in 9 of 10 draws",
        subtitle:
          "\(origin.title): \(words.name), \(words.unit), \(from)–\(to); median and the bands "
          + "of half and of nine in ten of \(draws) draws (\(how)seed \(origin.seed)); "
          + origin.convention + (projection ?? ""),
        footer: "Uncertain: \(origin.uncertain.joined(separator: ", ")). \(origin.footer)"),
      unit: words.unit, years: years, median: quantiles[2], half: (quantiles[1], quantiles[3]),
      most: (quantiles[0], quantiles[4]), projectedFrom: projectedFrom)
  }
}
