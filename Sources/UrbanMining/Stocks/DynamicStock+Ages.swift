internal import LinearAlgebra

// Ages: of what is in stock, of what leaves, and of what is still to come.
extension DynamicStock {
  /// The mean age, in years, of one lane's stock at the end of each period; nil where there is none.
  ///
  /// ```
  /// Σ_c s(t, c) · I_c · (mean age of what is left of cohort c) / Sₜ
  /// ```
  /// - Complexity: O(T²).
  public func meanAge(lane: Int) -> [Double?] {
    let moments = ageMoments(lane: lane)
    return moments.indices.map { t in
      stock[t, lane] > 0 ? moments[t] / stock[t, lane] : nil
    }
  }

  /// The mean age, in years, of what leaves one lane in each period; nil where that is nothing, or less
  /// than 10⁻⁹ of the stock, which the rounding of the stock would swamp.
  ///
  /// Of a cohort that ages from a₀ to a₁ in a period, what leaves has lived
  /// ```
  /// ∫ a · f(a) da = a₀ · S(a₀) − a₁ · S(a₁) + ∫ S(a) da
  /// ```
  /// unit-years. Early retirement takes place at the end of a period.
  /// - Complexity: O(T) integrals where cohorts age alike, else O(T²).
  public func meanAgeOfOutflow(lane: Int) -> [Double?] {
    let moments = ageMoments(lane: lane)
    let lived = yearsLived(lane: lane)
    let ageing = CohortAgeing(survival)
    let initial = standingEntries(lane: lane)
      .reduce(0) { $0 + $1.amount * ageing.age(of: $1, at: 0) }
    return (0..<inflow.rows).map { t in
      guard outflow[t, lane] > 1e-9 * stock(before: t, lane: lane), outflow[t, lane] > 0 else {
        return nil
      }
      // What is in stock gains the years lived in the period; what leaves takes its years away.
      let before = t > 0 ? moments[t - 1] : initial
      return (before + lived[t] - moments[t]) / outflow[t, lane]
    }
  }

  /// What in-use dissipation takes from one lane in each period, as a part of its outflow.
  ///
  /// ```
  /// rate · ∫ (what is in use) dt
  /// ```
  /// with the rate of ``Lifetime/dissipating(rate:)``; zero where the lifetime has none. In a mixture each
  /// part dissipates at its own rate.
  /// - Complexity: O(T) integrals where cohorts age alike, else O(T²).
  public func dissipated(lane: Int) -> [Double] {
    sumOverLives(lane: lane, isAtEnd: false) { ageing, entry in
      ageing.dissipated(of: entry, lane: lane)
    }
  }

  /// The age structure of one lane at the end of a period: amounts by the period of entry, oldest first,
  /// those of the initial stock included.
  /// - Complexity: O(T).
  public func ageStructure(
    lane: Int, period t: Int
  ) -> [(enteredFrom: Double, enteredTo: Double, amount: Double)] {
    let earlier = initialCohorts(lane: lane).sorted { $0.from < $1.from }
      .map { (enteredFrom: $0.from, enteredTo: $0.to, amount: $0.left[t]) }
    let table = stockByCohort(lane: lane)
    let bounds = survival.time.bounds
    return earlier
      + (0...t).map { (enteredFrom: bounds[$0], enteredTo: bounds[$0 + 1], amount: table[t, $0]) }
  }

  /// What the stock at the end of the last period will give back without any new inflow: the urban
  /// mine's future yield, for so many more periods of the length of the last.
  ///
  /// Lifetimes that change with the calendar keep what they are in the last period.
  /// - Complexity: O(T · (T + periods)).
  public func futureYield(lane: Int, periods: Int) -> [Double] {
    let time = survival.time
    let last = time.count - 1
    let ageing = CohortAgeing(survival)
    var yield = [Double](repeating: 0, count: periods)
    func add(_ entry: CohortAgeing.Entry, times amount: Double) {
      guard amount != 0, let now = ageing.life(of: entry, lane: lane).last?.left else { return }
      let lifetime = survival.law.lifetime(lane: lane, cohort: entry.cohort, period: last)
      let age = ageing.age(of: entry, at: time.count)
      var before = 1.0
      for step in 0..<periods {
        let older = age + Double(step + 1) * time.length(of: last)
        let left = ageing.quotient(lifetime, from: age, to: older)
        yield[step] += amount * now * (before - left)
        before = left
      }
    }
    for c in 0..<time.count {
      let kept = (c..<time.count).dropFirst().reduce(1.0) { $0 * (retained?[$1, lane] ?? 1) }
      for entry in ageing.entries(ofCohort: c, lane: lane) {
        add(entry, times: inflow[c, lane] * kept)
      }
    }
    let kept = keptFactors(lane: lane)[last]
    for entry in standingEntries(lane: lane) { add(entry, times: kept) }
    return yield
  }

  /// Σ over cohorts of what is left times its age, at the end of each period.
  private func ageMoments(lane: Int) -> [Double] {
    sumOverLives(lane: lane, isAtEnd: true) { ageing, entry in
      ageing.life(of: entry, lane: lane).map(\.moment)
    }
  }

  /// The unit-years that are lived in each period.
  private func yearsLived(lane: Int) -> [Double] {
    sumOverLives(lane: lane, isAtEnd: false) { ageing, entry in
      ageing.yearsLived(of: entry, lane: lane)
    }
  }

  /// The initial stock of one lane: each of its cohorts by the nodes of its entry.
  private func standingEntries(lane: Int) -> [CohortAgeing.Entry] {
    inherited.isEmpty ? [] : inherited[lane].cohorts.flatMap(\.entries)
  }

  /// Adds a quantity of all lives, period by period, with what early retirement has left of each.
  /// - Parameter isAtEnd: whether the quantity stands at the end of a period, after its retirement.
  private func sumOverLives(
    lane: Int, isAtEnd: Bool, _ quantity: (CohortAgeing, CohortAgeing.Entry) -> [Double]
  ) -> [Double] {
    let ageing = CohortAgeing(survival)
    let isAlike = survival.time.evenLength != nil && survival.law.isSameForAllCohorts
    func unit(_ c: Int) -> [Double] {
      ageing.entries(ofCohort: c, lane: lane).map { quantity(ageing, $0) }
        .reduce([Double](repeating: 0, count: inflow.rows - c)) { sum, part in
          zip(sum, part).map { $0 + $1 }
        }
    }
    let common = isAlike ? unit(0) : []
    var total = [Double](repeating: 0, count: inflow.rows)
    func add(_ series: [Double], from c: Int, times amount: Double, isNew: Bool) {
      var kept = amount
      for t in c..<inflow.rows {
        let factor = t == c && isNew ? 1 : retained?[t, lane] ?? 1
        total[t] += series[t - c] * (isAtEnd ? kept * factor : kept)
        kept *= factor
      }
    }
    for c in 0..<inflow.rows {
      add(isAlike ? common : unit(c), from: c, times: inflow[c, lane], isNew: true)
    }
    for entry in standingEntries(lane: lane) {
      add(quantity(ageing, entry), from: 0, times: 1, isNew: false)
    }
    return total
  }
}
