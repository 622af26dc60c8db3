/// The units of the assignments that no metal flow has.
extension Quantity.Unit {
  static let kilograms = Quantity.Unit(
    symbol: "kg", dimension: Quantity.Dimension([.mass: 1]), factor: 1)
  static let gramsPerTonne = Quantity.Unit(symbol: "g/t", dimension: .share, factor: 1e-6)
  static let dollarsPerTonne = Quantity.Unit(
    symbol: "USD/t", dimension: Quantity.Dimension([.money: 1, .mass: -1]), factor: 1e-3)
  static let petajoules = Quantity.Unit(
    symbol: "PJ", dimension: Quantity.Dimension([.energy: 1]), factor: 1e9)
  static let gigajoulesPerTonne = Quantity.Unit(
    symbol: "GJ/t", dimension: Quantity.Dimension([.energy: 1, .mass: -1]), factor: 1)
  static let gigawatts = Quantity.Unit(
    symbol: "GW", dimension: Quantity.Dimension([.power: 1]), factor: 1e9)
  static let items = Quantity.Unit(
    symbol: "uses", dimension: Quantity.Dimension([.items: 1]), factor: 1)
}
