/// One number of a measured system: a flow, a change of stock, a concentration, a transfer coefficient or a sum.
public struct MeasuredQuantity: Hashable, Sendable {
  /// As tables, files and messages call it: `smelter->slag`, `use.stock_change`, `scrap.cu.concentration`.
  public let name: String
  public let kind: Kind
  public let knowledge: Knowledge
  /// The substance whose amount or share it is; nil for goods.
  public let substance: String?
  /// The flow that it belongs to, by its place in the system; nil for other quantities.
  public let flow: Int?
  /// The process that it belongs to, by its place in the system; nil for other quantities.
  public let process: Int?
  /// The relation that it belongs to, by its place in the system.
  public let relation: Int?

  /// What is measured.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An amount per year.
    case flow
    /// What a process adds to its stock in a year; negative where it draws on it.
    case stockChange = "stock_change"
    /// What a process holds at the start of the year.
    case stockAtStart = "stock_at_start"
    /// What a process holds at the end of the year.
    case stockAtEnd = "stock_at_end"
    /// The amount of a substance in an amount of goods, from 0.
    case concentration
    /// The part of what enters a process that leaves it by one flow.
    case share
    /// What a relation adds up to: of any sign.
    case total

    /// Whether a value below zero is impossible.
    public var isNeverNegative: Bool { self != .stockChange && self != .total }

    /// Whether it is a ratio and no amount.
    public var isRatio: Bool { self == .concentration || self == .share }
  }
}
