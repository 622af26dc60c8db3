internal import ModelFiles

/// What `metal` prints.
struct MetalText {
  private let card: MetalCard

  init(_ card: MetalCard) {
    self.card = card
  }

  var text: String {
    [facts, supply, recycling, impacts, sources].filter { !$0.isEmpty }
      .joined(separator: [""]).joined(separator: "\n")
  }

  private static let absent = "not given"

  private func line(_ name: String, _ value: String?) -> [String] {
    let width = 24
    let lines = TextTable.wrapped(value ?? MetalText.absent, to: 76)
    return lines.enumerated().map { place, text in
      (place == 0
        ? name + String(repeating: " ", count: max(1, width - name.count))
        : String(repeating: " ", count: width)) + text
    }
  }

  private var facts: [String] {
    ["\(card.metal.prefix(1).uppercased() + card.metal.dropFirst()) (\(card.symbol))", ""]
      + line("atomic number", "\(card.atomicNumber), CAS \(card.casNumber)")
      + line("density", "\(Figures.digits(card.density)) g/cm³")
      + line("melting point", "\(Figures.fixed(card.meltingPoint, 1)) °C")
      + line("in the crust", "\(MetalText.number(card.crustAbundance)) mg/kg")
      + line("uses", card.uses.map { "\($0.text) (\($0.scope))" })
  }

  private var supply: [String] {
    let production = card.production.map {
      "\(ScarcityText.mass($0.amount)) in \($0.year) (\(ScarcityText.words($0.definition)))"
    }
    let producers = card.producers.prefix(4).map { "\($0.country) \(Figures.percent($0.share))" }
    let makers = card.producersOf.map { of in
      producers.joined(separator: ", ")
        + " (of \(ScarcityText.mass(of.amount)) from \(of.stage)s in \(of.year))"
    }
    var lines = line("ore grade", oreGrade) + line("world production", production)
    lines += line("producers", makers)
    if card.reserves.isEmpty { lines += line("reserves", nil) }
    for reserve in card.reserves {
      lines += line(
        reserve.quantity.replacing("_", with: " "),
        "\(ScarcityText.mass(reserve.amount)) in \(reserve.year) "
          + "(\(ScarcityText.words(reserve.definition)))"
          + (reserve.note.isEmpty ? "" : "; \(reserve.note)"))
    }
    lines += line("static range", card.staticRange.map { "\(Figures.short($0)) years" })
    return lines + line("unit value", price) + line("EU list 2023", european)
  }

  private var oreGrade: String? {
    card.oreGrade.map { grade in
      let last = "\(ScarcityText.grade(grade.last)) in \(grade.lastYear)"
      return switch grade.measure {
      case "typical_mine": last + " (typical mine)"
      case "mean_of_reserves": last + " (metal in reserves over their ore)"
      default:
        "\(ScarcityText.grade(grade.first)) in \(grade.firstYear), \(last) (world mean of mines)"
      }
    }
  }

  private var price: String? {
    guard let prices = card.prices, let last = prices.years.last, let value = prices.values.last,
      let low = prices.values.min(), let high = prices.values.max(),
      let lowest = prices.values.firstIndex(of: low),
      let highest = prices.values.firstIndex(of: high)
    else { return nil }
    return "\(Figures.dollars(value)) $/t in \(last); since \(prices.years[0]) from "
      + "\(Figures.dollars(low)) (\(prices.years[lowest])) to \(Figures.dollars(high)) "
      + "(\(prices.years[highest]))"
      + (prices.of == card.metal ? "" : "; of \(prices.of)")
  }

  private var european: String {
    switch card.eu2023 {
    case "critical": "critical"
    case "strategic_only": "strategic, below the thresholds of critical"
    default: "not listed"
    }
  }

  private var recycling: [String] {
    var lines: [String] = []
    for rate in card.recyclingRates {
      let range =
        rate.isUpperBound
        ? "below \(Figures.plain(rate.high)) %"
        : rate.low == rate.high
          ? "\(Figures.plain(rate.low)) %"
          : "\(Figures.plain(rate.low)) to \(Figures.plain(rate.high)) %"
      let count = rate.estimates == 1 ? "1 estimate" : "\(rate.estimates) estimates"
      lines += line(rate.indicator.replacing("_", with: " "), "\(range) (\(count), UNEP 2011)")
    }
    if lines.isEmpty { lines += line("recycling rates", nil) }
    guard !card.recyclingRoutes.isEmpty else { return lines + line("recycling routes", nil) }
    for route in card.recyclingRoutes {
      let bound = route.yieldIs.map { $0.replacing("_", with: " ") + " " } ?? ""
      let yield = "yield " + (route.yield.map { bound + Figures.percent($0) } ?? MetalText.absent)
      let energy =
        "energy " + (route.energy.map { "\(Figures.digits($0)) GJ/t" } ?? MetalText.absent)
      lines += line(
        "recycling route",
        "\(route.route): \(yield), \(energy)" + (route.basis == "assumption" ? ", assumed" : "")
          + (route.note.isEmpty ? "" : "; \(route.note)"))
    }
    return lines
  }

  private var impacts: [String] {
    guard !card.impacts.isEmpty else { return line("impacts", nil) }
    var table = TextTable(
      headers: ["Impacts", "Of", "Value", "Low", "High", "Unit", "Bounds"], wordColumns: 2)
    for figure in card.impacts {
      table.add([
        figure.route.replacing("_", with: " "),
        figure.indicator == "ced" ? "energy (CED)" : "greenhouse gases",
        MetalText.number(figure.value), figure.low.map(MetalText.number) ?? "–",
        figure.high.map(MetalText.number) ?? "–",
        figure.indicator == "ced" ? "MJ/kg" : "kg CO2-eq/kg", MetalText.bounds(figure.bounds),
      ])
    }
    var notes: [String] = []
    for figure in card.impacts {
      let note =
        "\(figure.route.replacing("_", with: " ")): \(figure.scope)"
        + (figure.note.isEmpty ? "" : "; \(figure.note)")
      if !notes.contains(note) { notes.append(note) }
    }
    return table.lines()
      + notes.flatMap { note in
        TextTable.wrapped(note, to: 94).enumerated().map { ($0 == 0 ? "" : "  ") + $1 }
      } + ["A supply mix is what the world used in 2008."]
  }

  private static func bounds(_ name: String) -> String {
    switch name {
    case "p95": "95 % of draws"
    case "assumption": "assumed"
    case "none": "none"
    default: "of sources"
    }
  }

  /// Four digits, and all before the point.
  private static func number(_ value: Double) -> String {
    value >= 10_000 ? Figures.fixed(value, 0) : Figures.digits(value)
  }

  private var sources: [String] {
    TextTable.wrapped("Sources: " + card.sources.joined(separator: ", "), to: 96)
  }
}

extension Figures {
  /// An amount of money, with all its digits from a hundred on.
  static func dollars(_ value: Double) -> String {
    value >= 100 ? fixed(value, 0) : digits(value)
  }
}
