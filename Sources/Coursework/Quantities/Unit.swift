internal import ModelFiles

extension Quantity {
  /// A unit by its symbol: `kt`, `kt/yr`, `kg/cap`, `%`, `MJ/kg`.
  public struct Unit: Hashable, Sendable {
    /// As it was written; empty for a share without `%`.
    public let symbol: String
    public let dimension: Dimension
    /// How many of the base unit (kg, year, person, MJ, …) one of it is.
    public let factor: Double

    /// A unit from the text of an assignment.
    ///
    /// ```
    /// unit = part { ("/" | " per ") part }         the first part may be "1"
    /// ```
    /// - Throws: the reason where a part is unknown, with the nearest known symbol.
    public init(_ text: String) throws(QuantityError) {
      let parts = text.replacing(" per ", with: "/").split(
        separator: "/", omittingEmptySubsequences: false
      ).map { $0.trimmed }
      var (powers, factor) = ([Dimension.Base: Int](), 1.0)
      for (index, part) in parts.enumerated() {
        if index == 0 && (part == "1" || text.isEmpty) { continue }
        guard let known = Unit.known[part] else { throw Unit.unknown(part) }
        let sign = index == 0 ? 1 : -1
        if let base = known.base { powers[base, default: 0] += sign }
        factor = index == 0 ? factor * known.factor : factor / known.factor
      }
      symbol = text
      dimension = Dimension(powers)
      self.factor = factor
    }

    init(symbol: String, dimension: Dimension, factor: Double) {
      self.symbol = symbol
      self.dimension = dimension
      self.factor = factor
    }

    /// A share of one: 0.52.
    public static let share = Unit(symbol: "", dimension: .share, factor: 1)
    /// A share in per cent: 52.
    public static let percent = Unit(symbol: "%", dimension: .share, factor: 0.01)
    public static let tonnes = Unit(symbol: "t", dimension: mass, factor: 1e3)
    public static let kilotonnes = Unit(symbol: "kt", dimension: mass, factor: 1e6)
    public static let megatonnes = Unit(symbol: "Mt", dimension: mass, factor: 1e9)
    public static let kilotonnesPerYear = Unit(symbol: "kt/yr", dimension: flow, factor: 1e6)
    public static let megatonnesPerYear = Unit(symbol: "Mt/yr", dimension: flow, factor: 1e9)
    public static let years = Unit(symbol: "yr", dimension: Dimension([.time: 1]), factor: 1)
    public static let kilogramsPerCapita = Unit(
      symbol: "kg/cap", dimension: Dimension([.mass: 1, .people: -1]), factor: 1)

    private static let mass = Dimension([.mass: 1])
    private static let flow = Dimension([.mass: 1, .time: -1])

    private struct Known {
      let base: Dimension.Base?
      let factor: Double
    }

    /// Every symbol and word that is read, with the base unit in which it counts.
    private static let known: [String: Known] = {
      var units: [String: Known] = [:]
      func add(_ names: String, _ base: Dimension.Base?, _ factor: Double) {
        for name in names.split(separator: " ") {
          units[String(name)] = Known(base: base, factor: factor)
        }
      }
      add("g gram grams", .mass, 1e-3)
      add("mg", .mass, 1e-6)
      add("kg kilogram kilograms", .mass, 1)
      add("t tonne tonnes Mg", .mass, 1e3)
      add("kt kilotonne kilotonnes Gg", .mass, 1e6)
      add("Mt megatonne megatonnes Tg", .mass, 1e9)
      add("Gt gigatonne gigatonnes Pg", .mass, 1e12)
      add("yr a y year years yrs", .time, 1)
      add("month months", .time, 1.0 / 12)
      add("cap capita person persons people inhabitant inhabitants", .people, 1)
      add("% percent pct", nil, 0.01)
      units["per cent"] = Known(base: nil, factor: 0.01)
      add("‰", nil, 1e-3)
      add("ppm", nil, 1e-6)
      add("kJ", .energy, 1e-3)
      add("MJ", .energy, 1)
      add("GJ", .energy, 1e3)
      add("TJ", .energy, 1e6)
      add("PJ", .energy, 1e9)
      add("EJ", .energy, 1e12)
      add("kWh", .energy, 3.6)
      add("MWh", .energy, 3.6e3)
      add("GWh", .energy, 3.6e6)
      add("TWh", .energy, 3.6e9)
      add("W", .power, 1)
      add("kW", .power, 1e3)
      add("MW", .power, 1e6)
      add("GW", .power, 1e9)
      add("TW", .power, 1e12)
      add("USD $ dollar dollars", .money, 1)
      add("items item pieces piece units unit uses use lives life times phones cars", .items, 1)
      add("m", .length, 1)
      add("km", .length, 1e3)
      add("m2 m²", .area, 1)
      add("km2 km²", .area, 1e6)
      add("m3 m³", .volume, 1)
      return units
    }()

    private static func unknown(_ part: String) -> QuantityError {
      // Upper and lower case matter (Mt is a million tonnes, mt nothing), so they are asked about.
      let sameLetters = known.keys.filter { $0.lowercased() == part.lowercased() }.sorted()
      if !sameLetters.isEmpty {
        return .unknownUnit(part, hint: "did you mean '\(sameLetters[0])'?")
      }
      if ["ton", "tons"].contains(part.lowercased()) {
        return .unknownUnit(part, hint: "write t for tonnes of 1000 kg")
      }
      return .unknownUnit(part, hint: Suggestion.hint(for: part, in: known.keys.sorted()))
    }
  }
}
