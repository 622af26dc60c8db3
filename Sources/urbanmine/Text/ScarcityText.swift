internal import ModelFiles

/// What `scarcity` prints.
struct ScarcityText {
  private let report: ScarcityReport

  init(_ report: ScarcityReport) {
    self.report = report
  }

  var text: String {
    [heading, rangeTable, demandTable, reserveTable, gradeLines, peakLines, sourceLine]
      .filter { !$0.isEmpty }.joined(separator: [""]).joined(separator: "\n")
  }

  private var heading: [String] {
    let production = report.production
    return [
      "Scarcity of \(report.metal)",
      "Amounts in tonnes, \(ScarcityText.words(production.definition)); world production "
        + "\(ScarcityText.mass(production.amount)) in \(production.year)",
    ]
  }

  private var rangeTable: [String] {
    var table = TextTable(
      headers: [
        "Range in years", "Amount, t", "Year", "Static", "Growth", "Discrete", "Continuous",
        "Growth first",
      ])
    var notes: [String] = []
    for range in report.ranges {
      let name = ScarcityText.kind(range.quantity)
      let head = [name, ScarcityText.amount(range.amount.amount), "\(range.amount.year)"]
      let first = range.staticYears.map { Figures.short($0) } ?? "–"
      if range.dynamic.isEmpty { table.add(head + [first, "–", "–", "–", "–"]) }
      for (place, dynamic) in range.dynamic.enumerated() {
        table.add(
          (place == 0 ? head + [first] : ["", "", "", ""]) + ScarcityText.fields(dynamic))
      }
      if range.staticYears == nil {
        let (own, mined) = (range.amount.definition, report.production.definition)
        notes.append(
          "\(name): \(ScarcityText.words(own)), not \(ScarcityText.words(mined)): no range.")
      }
      if !range.note.isEmpty { notes.append("\(name): \(range.note).") }
    }
    return table.lines() + notes
  }

  private var demandTable: [String] {
    guard let years = report.demand.first?.years, let last = years.last else { return [] }
    let shown = [2030, 2050, 2075, 2100].filter { years.contains($0) }
    var table = TextTable(
      headers: ["Mined until, t"] + shown.map(String.init) + [
        "Reserves used up", "Resources used up",
      ])
    for demand in report.demand {
      func year(_ value: Int?, _ quantity: String) -> String {
        guard report.ranges.contains(where: { $0.quantity == quantity && $0.staticYears != nil })
        else { return "–" }
        return value.map(String.init) ?? "after \(last)"
      }
      table.add(
        ["growth \(Figures.percent(demand.growth))"]
          + shown.map { ScarcityText.amount(demand.cumulative[$0 - years[0]]) } + [
            year(demand.reservesUsedUp, "reserves"),
            year(demand.resourcesUsedUp, "identified_resources"),
          ])
    }
    return table.lines()
  }

  private var reserveTable: [String] {
    guard report.reservesByYear.count > 1 else { return [] }
    var table = TextTable(
      headers: ["Reserves by year", "Reserves, t", "Mined since, t", "Left if a stock, t"])
    for row in report.reservesByYear {
      table.add([
        "\(row.year)", ScarcityText.amount(row.reserves),
        row.minedSinceFirst.map(ScarcityText.amount) ?? "–",
        row.ifReservesWereAStock.map { $0 > 0 ? ScarcityText.amount($0) : "none" } ?? "–",
      ])
    }
    return table.lines(headerWidth: 14) + [
      "Reserves are what is worth mining at the prices and with the knowledge of a year:",
      "a working inventory that exploration refills, not a stock that mining empties.",
    ]
  }

  private var gradeLines: [String] {
    guard let grade = report.grade, let first = grade.years.first, let last = grade.years.last,
      let from = grade.trend.first, let to = grade.trend.last
    else { return [] }
    var lines = [
      "Ore grade \(ScarcityText.grade(from)) in \(Int(first)), \(ScarcityText.grade(to)) in "
        + "\(Int(last)) by the trend: \(Figures.signed(grade.changePerYear * 100, 2)) ± "
        + "\(Figures.fixed(2 * grade.changeError * 100, 2)) % a year "
        + "(R² \(Figures.fixed(grade.explained, 2)))",
      "Mining and concentrating a tonne of metal takes \(Figures.fixed(grade.energyFactor, 2)) times "
        + "the energy at the last grade",
    ]
    for energy in grade.miningEnergy {
      lines.append(
        "  at \(Figures.digits(energy.oreEnergy)) GJ per tonne of ore: "
          + "\(Figures.fixed(energy.first, 1)) to \(Figures.fixed(energy.last, 1)) GJ per tonne of metal"
      )
    }
    return lines
  }

  private var peakLines: [String] {
    guard !report.peaks.isEmpty else { return [] }
    var table = TextTable(
      headers: ["Logistic peak (contested)", "Ultimate, t", "Peak year", "Peak, t/yr"])
    for peak in report.peaks {
      table.add([
        peak.ultimateFrom, ScarcityText.amount(peak.ultimate),
        "\(Figures.fixed(peak.year, 0)) ± \(Figures.fixed(2 * peak.yearError, 0))",
        ScarcityText.amount(peak.production),
      ])
    }
    var lines = table.lines(headerWidth: 14)
    let past = report.peaks.flatMap(\.hindcasts).map { hindcast in
      "\(hindcast.dataUntil): " + (hindcast.year.map { Figures.fixed($0, 0) } ?? "none")
    }
    if !past.isEmpty {
      lines.append("Peak year that the data until then show: " + past.joined(separator: ", "))
      lines.append("A date that moves with every decade of data is a property of the model.")
    }
    return lines
  }

  private var sourceLine: [String] {
    TextTable.wrapped("Sources: " + report.sources.joined(separator: ", "), to: 96)
  }
}

extension ScarcityText {
  static func list(_ list: ScarcityList) -> String {
    var table = TextTable(
      headers: [
        "Metal", "Reserves, t", "Year", "Production, t/yr", "Year", "Static range, years",
        "Dynamic at \(Figures.percent(list.growth)), years", "Counts",
      ])
    for row in list.metals {
      table.add([
        row.metal, amount(row.reserves.amount), "\(row.reserves.year)",
        amount(row.production.amount), "\(row.production.year)", Figures.short(row.staticYears),
        row.dynamicYears.map { Figures.short($0) } ?? "–", words(row.reserves.definition),
      ])
    }
    return
      (table.lines(headerWidth: 14) + [
        "", "A range is no forecast: 'urbanmine scarcity copper' shows why.",
      ]).joined(separator: "\n")
  }

  static func calculated(_ document: DepletionDocument) -> String {
    var table = TextTable(headers: ["Growth", "Discrete", "Continuous", "Growth first"])
    for dynamic in document.dynamic { table.add(fields(dynamic)) }
    return
      ([
        "Static range \(Figures.fixed(document.staticYears, 2)) years; dynamic range in years:", "",
      ]
      + table.lines()).joined(separator: "\n")
  }

  fileprivate static func fields(_ dynamic: ScarcityReport.Dynamic) -> [String] {
    [Figures.percent(dynamic.growth)]
      + [dynamic.discrete, dynamic.continuous, dynamic.growthFirst].map {
        $0.map { Figures.fixed($0, 2) } ?? "never"
      }
  }

  /// Tonnes with three digits and a word for the power of ten.
  static func amount(_ tonnes: Double) -> String {
    for (factor, unit) in [(1e9, " G"), (1e6, " M"), (1e3, " k")] where abs(tonnes) >= factor {
      return Figures.digits(tonnes / factor) + unit
    }
    return Figures.digits(tonnes)
  }

  /// The same with its unit: `980 Mt`.
  static func mass(_ tonnes: Double) -> String {
    let text = amount(tonnes)
    return text.last?.isLetter == true ? text + "t" : text + " t"
  }

  /// A grade in per cent, or in grams per tonne where it is that of a precious metal.
  static func grade(_ percent: Double) -> String {
    percent < 0.1 ? Figures.digits(percent * 1e4) + " g/t" : Figures.digits(percent) + " %"
  }

  static func kind(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 }).capitalizedSentence
  }

  static func words(_ definition: String) -> String {
    switch definition {
    case "content": "metal content"
    case "gross_weight": "ore, gross weight"
    case "oxide": "oxides of the group"
    case "group_content": "metals of the group"
    default: definition
    }
  }
}

extension String {
  fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}
