/// The elements in the periodic table, coloured by the class of their end-of-life recycling rate.
public struct PeriodicChart: Hashable, Sendable {
  /// The five classes of UNEP's International Resource Panel.
  ///
  /// Graedel et al. (2011), Recycling Rates of Metals: A Status Report, ISBN 978-92-807-3161-3.
  public enum RateClass: String, Hashable, Sendable, CaseIterable {
    case below1 = "<1"
    case from1to10 = "1-10"
    case from10to25 = ">10-25"
    case from25to50 = ">25-50"
    case above50 = ">50"

    /// The class in words: `25 to 50 %`.
    public var label: String {
      switch self {
      case .below1: "below 1 %"
      case .from1to10: "1 to 10 %"
      case .from10to25: "10 to 25 %"
      case .from25to50: "25 to 50 %"
      case .above50: "above 50 %"
      }
    }
  }

  public let caption: Caption
  /// The class of each element with data, by its symbol.
  public let classes: [String: RateClass]

  /// - Parameters:
  ///   - classes: the class of each element with data, by its symbol.
  ///   - source: who published them.
  ///   - program: the name and version of the program.
  /// - Throws: a fault for each symbol that no element has.
  public init(
    classes: [String: RateClass], source: String, program: String
  ) throws(ChartError) {
    let unknown = classes.keys.filter { PeriodicTable.place(of: $0) == nil }.sorted()
    guard unknown.isEmpty else {
      throw ChartError(faults: unknown.map { .unknownElement(symbol: $0) })
    }
    let above = classes.values.count { $0 == .above50 }
    let words = NumberFormat.word(for: above)
    caption = Caption(
      id: "periodic",
      title: "Only \(words) of \(classes.count) metals are recycled above 50 % at end of life",
      subtitle: "Functional end-of-life recycling rate (EOL-RR), world, about 2000 to 2005, %",
      footer: "Source: \(source). Made by \(program).")
    self.classes = classes
  }
}

extension PeriodicChart: ChartContent {
  /// Kind, finding and the elements of each class.
  public var alternativeText: String {
    let parts = RateClass.allCases.reversed().map { rate in
      let symbols = PeriodicTable.elements.map(\.symbol).filter { classes[$0] == rate }
      return "\(rate.label): \(symbols.joined(separator: ", "))"
    }
    return "Periodic table of recycling rates. \(caption.title). " + parts.joined(separator: "; ")
      + "."
  }

  /// One row for each element.
  public var table: DataTable {
    DataTable(
      columns: ["element", "number", "column", "row", "class"],
      rows: PeriodicTable.elements.map { element in
        [
          .text(element.symbol), .number(Double(element.number)), .number(Double(element.column)),
          .number(Double(element.row)),
          classes[element.symbol].map { .text($0.rawValue) } ?? .missing,
        ]
      })
  }

  var vegaLite: VegaLite? {
    let (none, colors) = (Theme.light.grid, PeriodicLayout.colors(.light))
    let entries = RateClass.allCases.reversed().map { ($0.rawValue, colors[$0] ?? none) }
    let place: [JSON.Member] = [.init(key: "axis", value: .null)]
    let (x, y) = (
      VegaLite.channel("column", .ordinal, place), VegaLite.channel("row", .ordinal, place)
    )
    let fill = VegaLite.channel(
      "class", .nominal,
      [
        .init(key: "scale", value: VegaLite.scale(entries)),
        .init(key: "title", value: "EOL-RR, %; no colour: no data"),
      ])
    let cells: JSON = [
      "mark": ["type": "rect", "stroke": .string(none.hex)],
      "encoding": ["x": x, "y": y, "color": fill],
      "transform": [["filter": "datum.class !== null"]],
    ]
    let symbols: JSON = [
      "mark": ["type": "text"],
      "encoding": ["x": x, "y": y, "text": VegaLite.channel("element", .nominal)],
    ]
    return VegaLite(members: [
      .init(key: "width", value: 640), .init(key: "height", value: 340),
      .init(key: "layer", value: [cells, symbols]),
    ])
  }

  func drawing(size: ChartSize, theme: Theme) -> Drawing {
    drawing(PeriodicLayout(self, size: size, theme: theme).marks, size: size, theme: theme)
  }
}
