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
      + line("in the crust", "\(Figures.digits(card.crustAbundance)) mg/kg")
      + line("uses", card.uses.map { "\($0.text) (\($0.scope))" })
  }

  private var supply: [String] {
    let grade = card.oreGrade.map {
      "\(MetalText.grade($0.first)) in \($0.firstYear), \(MetalText.grade($0.last)) in "
        + "\($0.lastYear) (world mean of mines)"
    }
    let production = card.production.map {
      "\(ScarcityText.mass($0.amount)) in \($0.year) (\(ScarcityText.words($0.definition)))"
    }
    let producers = card.producers.prefix(4).map { "\($0.country) \(Figures.percent($0.share))" }
    var lines = line("ore grade", grade) + line("world production", production)
    lines += line("producers", producers.isEmpty ? nil : producers.joined(separator: ", "))
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

  /// Poor ores in grams per tonne, as miners print them.
  private static func grade(_ percent: Double) -> String {
    percent < 0.1 ? "\(Figures.short(percent * 1e4)) g/t" : "\(Figures.digits(percent)) %"
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
      let yield = "yield " + (route.yield.map { Figures.percent($0) } ?? MetalText.absent)
      let energy =
        "energy " + (route.energy.map { "\(Figures.digits($0)) GJ/t" } ?? MetalText.absent)
      lines += line(
        "recycling route",
        "\(route.route): \(yield), \(energy)" + (route.note.isEmpty ? "" : "; \(route.note)"))
    }
    return lines
  }

  private var impacts: [String] {
    guard !card.impacts.isEmpty else { return line("impacts", nil) }
    var table = TextTable(
      headers: ["Impacts", "Of", "Scope", "Value", "Low", "High", "Unit"], wordColumns: 3)
    for figure in card.impacts {
      table.add([
        figure.route.replacing("_", with: " "),
        figure.indicator == "ced" ? "energy (CED)" : "greenhouse gases",
        figure.scope, Figures.digits(figure.value), figure.low.map(Figures.digits) ?? "–",
        figure.high.map(Figures.digits) ?? "–",
        figure.indicator == "ced" ? "MJ/kg" : "kg CO2-eq/kg",
      ])
    }
    return table.lines() + ["A supply mix is what the world used in 2008, recycled metal included."]
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
