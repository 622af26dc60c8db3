/// Where a number comes from: who published it, or why it was assumed.
public struct Provenance: Hashable, Sendable {
  /// The table that holds it, where there is one: `world-primary-production, column copper`.
  public let table: String?
  /// Who published it: the identifier of a source or a citation.
  public let source: String?
  /// Why it was chosen where nobody published it, in words.
  public let assumption: String?

  public init(table: String? = nil, source: String? = nil, assumption: String? = nil) {
    self.table = table
    self.source = source
    self.assumption = assumption
  }

  /// Whether anything is said about the origin.
  public var isStated: Bool { source != nil || assumption != nil }
}
