/// How much of a metal a stream of waste holds, what it is worth and what making it anew would cause.
public struct MetalContent: Hashable, Sendable {
  public let metal: String
  /// Its share of the mass, between 0 and 1.
  public let share: Double
  /// The price of a tonne, in any currency; nil where it is not known.
  public let price: Double?
  /// Greenhouse gases of a kilogram of new metal, in kg CO₂-equivalent; nil where they are not known.
  public let greenhouseGases: Double?
  /// Cumulative energy demand of a kilogram of new metal, in MJ; nil where it is not known.
  public let energy: Double?

  /// Checks what it is given.
  /// - Throws: ``EWasteError`` for a share outside 0 to 1 or a negative price or impact.
  public init(
    _ metal: String, share: Double, price: Double? = nil, greenhouseGases: Double? = nil,
    energy: Double? = nil
  ) throws(EWasteError) {
    guard share >= 0, share <= 1 else { throw .shareOutside(name: metal, value: share) }
    let numbers = [
      ("price", price), ("greenhouse gases", greenhouseGases), ("energy", energy),
    ]
    for (what, value) in numbers {
      guard let value else { continue }
      guard value >= 0, value.isFinite else {
        throw .negative(name: metal, what: what, value: value)
      }
    }
    self.metal = metal
    self.share = share
    self.price = price
    self.greenhouseGases = greenhouseGases
    self.energy = energy
  }

  /// The same with another price.
  /// - Throws: ``EWasteError`` for a negative price.
  public func with(price: Double) throws(EWasteError) -> MetalContent {
    try MetalContent(
      metal, share: share, price: price, greenhouseGases: greenhouseGases, energy: energy)
  }
}
