/// Item statistics as JSON (schema `urbanmine/item-statistics/1`).
public struct StatisticsDocument: Encodable, Sendable {
  let schema = "urbanmine/item-statistics/1"
  let items: [Item]

  struct Item: Encodable, Sendable {
    let assignment: String
    let question: String
    let learners: Int
    let facility: Double
    let discrimination: Double?
    let upperLower: Double?
    let wrong: [Wrong]
  }

  struct Wrong: Encodable, Sendable {
    let name: String
    let count: Int
  }

  public init(_ items: [ItemStatistics]) {
    self.items = items.map { item in
      Item(
        assignment: item.assignment, question: item.question, learners: item.count,
        facility: item.facility, discrimination: item.discrimination, upperLower: item.upperLower,
        wrong: item.clusters.map { Wrong(name: $0.name, count: $0.count) })
    }
  }
}

extension ItemStatistics {
  /// The statistics as CSV, a row for each question.
  public static func csvText(_ items: [ItemStatistics]) -> String {
    let head = [
      "assignment", "question", "learners", "facility", "discrimination", "upper_lower",
      "most_frequent_wrong", "count",
    ]
    let rows = items.map { item in
      [
        item.assignment, item.question, "\(item.count)", Gradebook.number(item.facility),
        item.discrimination.map(Gradebook.number) ?? "",
        item.upperLower.map(Gradebook.number) ?? "",
        item.clusters.first?.name ?? "", item.clusters.first.map { "\($0.count)" } ?? "",
      ]
    }
    return ([head] + rows)
      .map { $0.map(SpreadsheetCell.field).joined(separator: ",") + "\r\n" }.joined()
  }
}
