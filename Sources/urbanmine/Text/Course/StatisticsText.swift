internal import Coursework

/// What `course stats` prints.
struct StatisticsText {
  private let items: [ItemStatistics]

  init(_ items: [ItemStatistics]) {
    self.items = items
  }

  var text: String {
    var table = TextTable(
      headers: [
        "Assignment", "Question", "Learners", "Facility", "Discri- mination", "Upper − lower",
      ],
      wordColumns: 2)
    for item in items {
      table.add([
        item.assignment, item.question, "\(item.count)", Figures.percent(item.facility),
        item.discrimination.map { Figures.fixed($0, 2) } ?? "–",
        item.upperLower.map { Figures.fixed($0, 2) } ?? "–",
      ])
    }
    var wrong = TextTable(headers: ["Most frequent wrong answers", "Count", "Share"])
    for item in items {
      for cluster in item.clusters.prefix(3) {
        let share = Figures.percent(Double(cluster.count) / Double(item.count))
        wrong.add(["\(item.name): \(cluster.name)", "\(cluster.count)", share])
      }
    }
    let notes = [
      "",
      "Facility: mean share of the points. Discrimination: correlation with all other points of the",
      "assignment; below 0.2 a question hardly tells strong learners from weak ones. Upper − lower: mean",
      "of the best 27 % less that of the weakest.",
    ]
    return (table.lines() + [""] + wrong.lines(headerWidth: 40) + notes).joined(separator: "\n")
  }
}
