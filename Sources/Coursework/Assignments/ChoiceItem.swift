/// A question with options: exactly one is right, or all that are true are to be named.
public struct ChoiceItem: Sendable {
  public let options: [Option]
  /// Whether several may be named.
  public let isMultiple: Bool
  /// The options that are right for a variant.
  public let right: @Sendable (Variant) throws -> Set<String>

  public struct Option: Hashable, Sendable {
    /// What a learner writes: a letter or a short word.
    public let id: String
    /// Markdown with named values.
    public let text: String
    /// What a learner reads who chose it wrongly, or left it out wrongly.
    public let feedback: String
    /// The share of the points for choosing it wrongly.
    public let credit: Double

    public init(_ id: String, _ text: String, credit: Double = 0, feedback: String) {
      self.id = id
      self.text = text
      self.feedback = feedback
      self.credit = credit
    }
  }

  public init(
    options: [Option], isMultiple: Bool = false,
    right: @escaping @Sendable (Variant) throws -> Set<String>
  ) {
    self.options = options
    self.isMultiple = isMultiple
    self.right = right
  }
}

/// A question that pairs each thing on the left with one on the right.
public struct MatchItem: Sendable {
  public let left: [Thing]
  /// May hold more than there is on the left.
  public let right: [Thing]
  /// For each identifier on the left the one on the right.
  public let pairs: @Sendable (Variant) throws -> [String: String]

  public init(
    left: [Thing], right: [Thing], pairs: @escaping @Sendable (Variant) throws -> [String: String]
  ) {
    self.left = left
    self.right = right
    self.pairs = pairs
  }
}

/// A question that brings things into an order.
public struct OrderItem: Sendable {
  /// In the order in which they are shown.
  public let things: [Thing]
  /// What the order means: `from the largest to the smallest`.
  public let sense: String
  /// The identifiers in their right order.
  public let order: @Sendable (Variant) throws -> [String]

  public init(
    things: [Thing], sense: String, order: @escaping @Sendable (Variant) throws -> [String]
  ) {
    self.things = things
    self.sense = sense
    self.order = order
  }
}

/// Something to match or to order.
public struct Thing: Hashable, Sendable {
  /// What a learner writes: a letter, a digit or a short word.
  public let id: String
  public let text: String

  public init(_ id: String, _ text: String) {
    self.id = id
    self.text = text
  }
}
