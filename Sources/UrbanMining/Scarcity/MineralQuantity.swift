/// An amount of a mineral with what it counts, so that ore is never divided by metal.
///
/// Reserves are what could be economically mined at the time; identified resources are known, economic or
/// not; undiscovered resources are expected by geology. U.S. Geological Survey (2026), Mineral Commodity
/// Summaries, appendix C.
public struct MineralQuantity: Hashable, Sendable {
  /// What an amount counts.
  public enum Definition: String, Hashable, Sendable, CaseIterable {
    /// The metal in it.
    case content
    /// The ore as it is mined or dried.
    case grossWeight = "gross_weight"
    /// The oxide of the metal.
    case oxide
    /// All metals of a group that are mined together.
    case groupContent = "group_content"
  }

  /// The amount, in tonnes, or in tonnes per year for production.
  public let amount: Double
  public let definition: Definition

  /// - Throws: where the amount is negative or not finite.
  public init(_ amount: Double, _ definition: Definition) throws(ScarcityError) {
    guard amount.isFinite, amount >= 0 else {
      throw .impossible(name: "the amount", value: amount, rule: "it must be 0 or above")
    }
    self.amount = amount
    self.definition = definition
  }
}
