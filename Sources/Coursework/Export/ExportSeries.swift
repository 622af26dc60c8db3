extension ExportItem {
  /// A number for each year, as other systems ask it.
  struct Series: Sendable {
    let years: [Int]
    /// The right value of each year.
    let right: [Double]
    let tolerance: Tolerance
    let unit: Quantity.Unit
    let mistakes: [Mistake]

    /// A mistake with the value that it leads to in each year.
    struct Mistake: Sendable {
      let values: [Double]
      let credit: Double
      let feedback: String
    }

    init(_ item: SeriesItem, years: [Int], right: [Double], _ slips: [AnswerKey.Slip]) {
      self.years = years
      self.right = right.map(ExportItem.tidy)
      tolerance = item.tolerance
      unit = item.unit
      mistakes = slips.compactMap { slip in
        guard case .series(_, let values) = slip.answer else { return nil }
        return Mistake(
          values: values.map(ExportItem.tidy), credit: slip.credit, feedback: slip.feedback)
      }
    }

    /// One year of it as a number, without mistakes that can't be told from what is right in that year.
    func number(at place: Int) -> ExportItem.Number {
      let reach = 2 * tolerance.width(at: right[place])
      return ExportItem.Number(
        right: [right[place]], tolerance: tolerance, unit: unit,
        mistakes: mistakes.filter { abs($0.values[place] - right[place]) > reach }.map {
          ExportItem.Mistake(value: $0.values[place], credit: $0.credit, feedback: $0.feedback)
        })
    }

    /// How far from a value an answer may be, in the unit.
    func width(at value: Double) -> Double { ExportItem.tidy(tolerance.width(at: value)) }

    /// A quarter, half and three quarters of the way: years that show whether the whole is right.
    var sample: [Int] {
      guard years.count > 3 else { return Array(years.indices) }
      return [1, 2, 3].map { $0 * (years.count - 1) / 4 }
    }
  }

  /// What a prompt says about a sheet that lies beside the statement is left out: there is none.
  static func withoutSheet(_ prompt: String) -> String {
    guard let start = prompt.firstRange(of: " (column `"),
      let end = prompt[start.upperBound...].firstIndex(of: ")")
    else { return prompt }
    return String(prompt[..<start.lowerBound] + prompt[prompt.index(after: end)...])
  }

  /// The item itself, or where it asks for a number for each year some of these years as items of their
  /// own, which together are worth as much.
  var sampled: [ExportItem] {
    guard case .series(let series) = kind else { return [self] }
    return series.sample.map { place in
      let year = series.years[place]
      return ExportItem(
        id: "\(id)-\(year)", path: path.dropLast() + ["\(path.last ?? "") \(year)"],
        title: "\(title) \(year)", statement: statement,
        prompt: prompt + "<p>Give the value of <strong>\(year)</strong>.</p>",
        points: ExportItem.tidy(points / Double(series.sample.count)), reading: reading,
        figure: figure, kind: .number(series.number(at: place)))
    }
  }
}
