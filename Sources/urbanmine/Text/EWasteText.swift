internal import ModelFiles

/// What `ewaste` prints.
struct EWasteText {
  private let document: EWasteDocument

  init(_ document: EWasteDocument) {
    self.document = document
  }

  var text: String {
    [[heading], streamLines, metalLines, yearLines, publishedLines].filter { !$0.isEmpty }
      .joined(separator: [""]).joined(separator: "\n")
  }

  private var heading: String {
    "\(document.model), \(document.year)"
      + (document.scenario.map { ", scenario \($0)" } ?? "")
  }

  private var streamLines: [String] {
    let lost = document.lostByDensity.map { " (\(Figures.percent($0)) never becomes waste)" } ?? ""
    let rows: [(String, String)] = [
      ("Put on the market", amount(document.putOnMarket)),
      ("E-waste generated, distribution function", amount(document.generated)),
      (
        "E-waste generated, density method" + lost,
        document.generatedByDensity.map(amount) ?? "–"
      ),
      (
        "per inhabitant",
        document.kilogramsPerCapita.map { Figures.short($0) + " kg" } ?? "–"
      ),
      ("Collected", amount(document.collected)),
      ("Collection rate, of what was generated", Figures.percent(document.rateOfGenerated)),
      (
        "Collection rate, of the mean put on the market in the three years before",
        Figures.percent(document.rateOfMarket)
      ),
    ]
    var table = TextTable(headers: ["Stream", "\(document.year)"])
    for row in rows { table.add([row.0, row.1]) }
    return table.lines(headerWidth: 72)
  }

  private var metalLines: [String] {
    guard !document.metals.isEmpty else { return [] }
    var table = TextTable(headers: [
      "Metal", "Content, g/t", "Generated, t", "Collected, t", "Price \(document.priceYear), $/t",
      "Value of all, M$", "of that collected, M$", "Avoided, kt CO₂-eq", "Avoided energy, TJ",
    ])
    func millions(_ value: Double?) -> String {
      value.map { Figures.short($0 / 1e6) } ?? "–"
    }
    for metal in document.metals {
      table.add([
        metal.metal, Figures.short(metal.content * 1e6), Figures.short(metal.generated),
        Figures.short(metal.collected), metal.price.map(Figures.short) ?? "–",
        millions(metal.value), millions(metal.collectedValue),
        metal.avoidedGases.map { Figures.short($0 / 1e3) } ?? "–",
        metal.avoidedEnergy.map(Figures.short) ?? "–",
      ])
    }
    func sum(_ value: (EWasteDocument.Metal) -> Double?) -> Double {
      document.metals.compactMap(value).reduce(0, +)
    }
    table.add([
      "together", "", "", "", "", millions(sum(\.value)), millions(sum(\.collectedValue)),
      Figures.short(sum(\.avoidedGases) / 1e3), Figures.short(sum(\.avoidedEnergy)),
    ])
    let note =
      "Avoided: if \(Figures.percent(document.recovery)) of the metal in what was collected is recovered and "
      + "takes the place of metal from the mix of ore and scrap of 2008. What the recovery itself takes is "
      + "not taken off."
    return table.lines() + TextTable.wrapped(note, to: 96) + priceNote
  }

  private var priceNote: [String] {
    guard document.priceYear != document.year else { return [] }
    return ["Prices of \(document.priceYear), in money of that year."]
  }

  /// Every fifth year and the last.
  private var yearLines: [String] {
    let all = document.arisings
    var table = TextTable(headers: [
      "\(document.unit) by year", "Put on the market", "Generated", "by density", "Collected",
      "of what was generated", "of the market before",
    ])
    for (place, year) in all.years.enumerated()
    where year.isMultiple(of: 5) || place == all.years.count - 1 {
      table.add([
        "\(year)", Figures.short(all.putOnMarket[place]), Figures.short(all.generated[place]),
        all.generatedByDensity[place].map(Figures.short) ?? "–",
        Figures.short(all.collected[place]), Figures.percent(all.rateOfGenerated[place]),
        Figures.percent(all.rateOfMarket[place]),
      ])
    }
    return table.lines(headerWidth: 14)
  }

  private var publishedLines: [String] {
    guard !document.published.isEmpty else { return [] }
    var table = TextTable(
      headers: ["Published, to compare", "Region", "Year", "Value", "Unit", "Source"],
      wordColumns: 2)
    for figure in document.published {
      table.add([
        figure.quantity, figure.region, "\(figure.year)", Figures.digits(figure.value), figure.unit,
        figure.source,
      ])
    }
    return table.lines(headerWidth: 24)
  }

  private func amount(_ value: Double) -> String {
    Figures.short(value) + " " + document.unit
  }
}
