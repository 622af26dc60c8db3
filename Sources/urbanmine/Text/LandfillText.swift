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
    let place = document.model.map { "\($0): \(document.deposit)" } ?? "a site"
    return "\(document.element) in \(place)" + (document.scenario.map { ", scenario \($0)" } ?? "")
  }

  private var lines: [String] {
    var headers = [
      document.layers.isEmpty ? "Mass" : "Deposited",
      document.layers.isEmpty ? "Wet mass, Mt" : "Mass, Mt",
      document.layers.isEmpty ? "Grade, % of \(document.basis)" : "Grade, %",
      "Metal, kt", "Recovered, kt", "Energy, GJ/t metal",
    ]
    if document.price != nil { headers.append("Value, M") }
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

  private var assumptions: String {
    "If all of it were dug up: \(Figures.percent(document.moisture)) water, \(Figures.percent(document.recovery)) "
      + "of the metal recovered, \(Figures.short(document.energy)) MJ for a tonne that is dug up and sorted "
      + "(smelting comes on top)."
  }
}
