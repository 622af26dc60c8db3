/// How a question did: how hard it is, whether it tells strong learners from weak ones, and what went
/// wrong.
public struct ItemStatistics: Hashable, Sendable {
  public let assignment: String
  public let question: String
  /// How many learners answered the assignment.
  public let count: Int
  /// The mean share of the points, 0 to 1: the facility index.
  public let facility: Double
  /// The point-biserial correlation of the question's share with the share of all other points; nil
  /// where one of the two is the same for all.
  ///
  /// ```
  /// r = cov(x, y) / √(var x · var y)
  /// ```
  public let discrimination: Double?
  /// The mean share of the upper 27 % of learners by all other points less that of the lower 27 %
  /// (Kelley 1939, doi 10.1037/h0057123); nil for fewer than eight learners.
  public let upperLower: Double?
  /// The most frequent wrong answers, the most frequent first.
  public let clusters: [WrongCluster]

  /// The statistics of every question, in the order of the grades' questions.
  ///
  /// Each learner counts once with the last attempt.
  /// - Parameter grades: the latest grade of every submission, of one assignment.
  /// - Complexity: O(*n* log *n*) for each question.
  public static func all(_ grades: [Grade]) -> [ItemStatistics] {
    var last: [String: Grade] = [:]
    for grade in grades {
      if let known = last[grade.learner], (known.time, known.attempt) >= (grade.time, grade.attempt)
      {
        continue
      }
      last[grade.learner] = grade
    }
    let latest = last.values.sorted { $0.learner < $1.learner }
    var order: [String] = []
    for question in latest.flatMap(\.questions) where !order.contains(question.id) {
      order.append(question.id)
    }
    return order.map { ItemStatistics(of: $0, in: latest) }
  }

  private init(of question: String, in grades: [Grade]) {
    let items = grades.compactMap { grade -> (item: Grade.Question, rest: Double)? in
      guard let item = grade.questions.first(where: { $0.id == question }) else { return nil }
      let others = grade.questions.filter { $0.id != question }
      let most = others.reduce(0) { $0 + $1.mostPoints }
      let points = others.reduce(0) { $0 + $1.credit * $1.mostPoints }
      return (item, most > 0 ? points / most : 0)
    }
    let shares = items.map(\.item.credit)
    let rests = items.map(\.rest)
    assignment = grades.first?.assignment ?? ""
    self.question = question
    count = items.count
    facility = shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
    discrimination = ItemStatistics.correlation(shares, rests)
    upperLower = ItemStatistics.upperLower(shares, rests)
    clusters = WrongCluster.all(items.map(\.item))
  }

  /// Pearson's correlation; nil where it has no value.
  static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    let count = Double(x.count)
    guard count > 1 else { return nil }
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (one, other) in zip(x, y) {
      xx += (one - meanX) * (one - meanX)
      yy += (other - meanY) * (other - meanY)
      xy += (one - meanX) * (other - meanY)
    }
    guard xx > 1e-18 * count, yy > 1e-18 * count else { return nil }
    return xy / (xx * yy).squareRoot()
  }

  /// The mean of the upper 27 % less that of the lower; learners with equal rests share their places.
  static func upperLower(_ shares: [Double], _ rests: [Double]) -> Double? {
    let size = Int((0.27 * Double(shares.count)).rounded())
    guard size >= 2 else { return nil }
    // Learners with the same rest count with the mean of their group, so that no order among them
    // decides.
    let pairs = zip(rests, shares).map { (rest: $0, share: $1) }
    let byRest = Dictionary(grouping: pairs, by: \.rest).sorted { $0.key < $1.key }
    let groups = byRest.map { group -> (count: Int, mean: Double) in
      let sum = group.value.reduce(0.0) { $0 + $1.share }
      return (group.value.count, sum / Double(group.value.count))
    }
    func mean(_ groups: some Sequence<(count: Int, mean: Double)>) -> Double {
      var (left, sum) = (size, 0.0)
      for group in groups where left > 0 {
        let taken = min(left, group.count)
        sum += Double(taken) * group.mean
        left -= taken
      }
      return sum / Double(size)
    }
    return mean(groups.reversed()) - mean(groups)
  }
}
