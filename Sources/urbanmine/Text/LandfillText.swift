internal import ModelFiles

/// What `landfill` prints.
struct LandfillText {
  private let document: LandfillDocument

  init(_ document: LandfillDocument) {
    self.document = document
  }

  var text: String {
    ([heading, ""] + lines + [""] + TextTable.wrapped(assumptions, to: 96)).joined(separator: "\n")
  }

  private var heading: String {
    let place = document.model == nil ? "a site" : document.deposit.replacing("_", with: " ")
    let name = document.element.prefix(1).uppercased() + document.element.dropFirst()
    return "\(name) in \(place)" + (document.scenario.map { ", scenario \($0)" } ?? "")
  }

  private var lines: [String] {
    var headers = [
      document.layers.isEmpty ? "Mass" : "Deposited",
      document.layers.isEmpty ? "Wet mass, Mt" : "Mass, Mt",
      document.layers.isEmpty ? "Grade, % of \(document.basis)" : "Grade, %",
      "Metal, kt", "Recovered, kt", "Energy, GJ/t metal",
    ]
    if document.price != nil {
      headers.append(document.priceYear == nil ? "Value, M" : "Value, M$")
    }
    if document.yearlyUse != nil { headers.append("Years of use") }
    var table = TextTable(headers: headers)
    let rows = document.layers.map { ("\($0.decade ?? 0)–\(($0.decade ?? 0) + 9)", $0) }
    for (name, layer) in rows + [(document.layers.isEmpty ? "all" : "together", document.total)] {
      var fields = [
        name, Figures.short(layer.wetMass / 1e6), Figures.digits(layer.grade * 100),
        Figures.short(layer.metal / 1e3), Figures.short(layer.recovered / 1e3),
        layer.energyPerTonne.map(Figures.short) ?? "–",
      ]
      if document.price != nil { fields.append(layer.value.map { Figures.short($0 / 1e6) } ?? "–") }
      if document.yearlyUse != nil { fields.append(layer.yearsOfUse.map(Figures.short) ?? "–") }
      table.add(fields)
    }
    return table.lines()
  }

  /// What value and years of use rest on, where they were not given.
  private var basis: String {
    let price = document.priceYear.flatMap { year in
      document.price.map {
        "Value: at \(Figures.short($0)) $/t, the unit value of \(year) in the United States."
      }
    }
    let use = document.yearlyUseYear.flatMap { year in
      document.yearlyUse.map {
        "Years of use: of \(Figures.short($0 / 1e6)) Mt, the primary metal of the world in \(year)."
      }
    }
    return [price, use].compactMap { $0 }.map { " " + $0 }.joined()
  }

  /// How sure the metal is.
  private var range: String {
    document.metalRange.map {
      " Nine of ten draws of what the model calls uncertain hold \(Figures.short($0[0] / 1e3)) to "
        + "\(Figures.short($0[2] / 1e3)) kt of metal together."
    } ?? ""
  }

  private var assumptions: String {
    "If all of it were dug up: \(Figures.percent(document.moisture)) water, \(Figures.percent(document.recovery)) "
      + "of the metal recovered, \(Figures.short(document.energy)) MJ for a tonne that is dug up and sorted "
      + "(smelting comes on top)." + basis + range
  }
}
