/// What a learner wrote for one question, exactly as typed.
public struct Response: Hashable, Sendable, Codable {
  public let question: String
  /// The one cell of a number, a choice, a match or an order.
  public let text: String?
  /// The convention that was declared, where the question has several.
  public let convention: String?
  /// The cells of a series, by year.
  public let series: [YearCell]?

  public struct YearCell: Hashable, Sendable, Codable {
    public let year: Int
    public let text: String

    public init(year: Int, text: String) {
      self.year = year
      self.text = text
    }
  }

  public init(
    question: String, text: String? = nil, convention: String? = nil, series: [YearCell]? = nil
  ) {
    self.question = question
    self.text = text
    self.convention = convention
    self.series = series
  }

  /// Whether nothing was written.
  public var isEmpty: Bool {
    (text ?? "").allSatisfy(\.isWhitespace)
      && (series ?? []).allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
  }
}
