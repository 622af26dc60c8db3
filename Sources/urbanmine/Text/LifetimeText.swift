internal import ModelFiles

/// What `lifetime` prints.
struct LifetimeText {
  private let document: LifetimeDocument

  init(_ document: LifetimeDocument) {
    self.document = document
  }

  var text: String {
    func years(_ value: Double?) -> String {
      value.map { Figures.fixed($0, 3) + " years" } ?? "infinite"
    }
    var table = TextTable(headers: ["Age", "Survival", "Density, 1/yr", "Hazard, 1/yr"])
    for index in document.ages.indices {
      table.add([
        "\(Figures.plain(document.ages[index]))",
        document.survival[index].map { Figures.fixed($0, 6) } ?? "–",
        document.density[index].map { Figures.fixed($0, 6) } ?? "–",
        document.hazard[index].map { Figures.fixed($0, 6) } ?? "–",
      ])
    }
    let moments =
      "mean \(years(document.mean)), sd \(years(document.sd)), median \(years(document.median))"
    return ([document.lifetime, moments, ""] + table.lines(headerWidth: 14)).joined(separator: "\n")
  }
}

extension Figures {
  /// All digits, without `.0` behind whole numbers.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
