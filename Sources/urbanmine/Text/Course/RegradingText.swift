internal import Coursework

/// What `course regrade` prints.
struct RegradingText {
  private let regrading: Regrading
  private let since: String
  private let key: String

  init(_ regrading: Regrading, since: String, key: String) {
    self.regrading = regrading
    self.since = since
    self.key = key
  }

  var text: String {
    let (gains, losses) = (regrading.gains.count, regrading.losses.count)
    let unchanged = regrading.compared - gains - losses
    let head =
      "Key \(since) to key \(key), \(regrading.compared) submissions: \(gains) gain, \(losses) lose, "
      + "\(unchanged) stay"
    guard !regrading.changes.isEmpty else { return head }
    var table = TextTable(
      headers: ["Learner", "Assignment", "Why", "Before", "Now", "Change"], wordColumns: 3)
    for change in regrading.changes {
      for (index, reason) in change.reasons.enumerated() {
        let isFirst = index == 0
        table.add([
          isFirst ? change.after.learner : "", isFirst ? change.after.assignment : "", reason,
          isFirst ? Figures.fixed(change.before.points, 2) : "",
          isFirst ? Figures.fixed(change.after.points, 2) : "",
          isFirst ? Figures.signed(change.gain, 2) : "",
        ])
      }
    }
    return ([head, ""] + table.lines()).joined(separator: "\n")
  }
}
