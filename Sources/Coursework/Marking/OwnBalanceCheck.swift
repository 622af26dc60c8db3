/// The learner's own mass balance: what their stock grew by must be what came in less what they say went out.
struct OwnBalanceCheck {
  private let key: AnswerKey

  init(_ key: AnswerKey) {
    self.key = key
  }

  /// The markings with a sentence about the balance where stock and outflow are both given and one of them
  /// isn't right.
  func applied(to markings: [QuestionMarking]) throws(CourseError) -> [QuestionMarking] {
    var markings = markings
    for balance in key.assignment.balances {
      guard let place = markings.firstIndex(where: { $0.question == balance.outflow }),
        let stock = markings.first(where: { $0.question == balance.stock }),
        markings[place].state != .right || stock.state != .right,
        let years = years(of: balance.stock)
      else { continue }
      let inflow: [Double]
      do {
        inflow = try balance.inflow(key.variant)
      } catch {
        throw .unsolvable(
          assignment: key.assignment.id, question: balance.stock, reason: "\(error)")
      }
      guard
        let sentence = sentence(
          years: years, inflow: inflow, stock: stock.series, outflow: markings[place].series)
      else { continue }
      markings[place] = markings[place].adding(sentence)
    }
    return markings
  }

  private func years(of question: String) -> [Int]? {
    guard case .series(let years, _) = key[question]?.answer else { return nil }
    return years
  }

  /// What to say; nil where a series is not complete.
  private func sentence(
    years: [Int], inflow: [Double], stock: [Int: Double], outflow: [Int: Double]
  ) -> String? {
    var isChecked = false
    for (index, year) in years.enumerated() {
      guard let now = stock[year] else { return nil }
      let before = index == 0 ? 0 : stock[years[index - 1]] ?? 0
      guard let outflow = outflow[year] else { continue }
      isChecked = true
      let residual = inflow[index] - outflow - (now - before)
      // Answers are rounded: half a percent of what moves, and the last digits of the stock.
      let tolerance = 0.005 * max(abs(inflow[index]), abs(outflow)) + 1e-4 * abs(now)
      if abs(residual) > tolerance {
        return
          "Your own numbers do not balance in \(year): inflow − outflow should be the change of your "
          + "stock in that year."
      }
    }
    guard isChecked else { return nil }
    return
      "Your own numbers balance: inflow − outflow is the change of your stock in every year. The error "
      + "lies before that."
  }
}

extension QuestionMarking {
  /// The same with one more sentence for the learner.
  func adding(_ sentence: String) -> QuestionMarking {
    QuestionMarking(
      question: question, state: state, credit: credit, mostPoints: mostPoints, mistake: mistake,
      message: message + " " + sentence, reading: reading, dependsOn: dependsOn, number: number,
      series: series)
  }
}
