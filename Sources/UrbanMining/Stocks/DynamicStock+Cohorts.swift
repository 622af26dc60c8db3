public import LinearAlgebra

// What is computed on request only, since it takes T² numbers for a lane.
extension DynamicStock {
  /// The stock of one lane by cohort: row t, column c is what is left of cohort c at the end of period t.
  ///
  /// With what is left of the initial stock (see ``initialCohorts(lane:)``) each row sums to the stock.
  /// - Complexity: O(T²) time and memory.
  public func stockByCohort(lane: Int) -> Matrix {
    var table = Matrix(rows: inflow.rows, columns: inflow.rows)
    for c in 0..<inflow.rows {
      var kept = inflow[c, lane]
      for t in c..<inflow.rows {
        if let retained, t > c { kept *= retained[t, lane] }
        table[t, c] = survival.share(atEndOf: t, ofCohort: c, lane: lane) * kept
      }
    }
    return table
  }

  /// The outflow of one lane by cohort: row t, column c is what cohort c loses during period t.
  /// - Complexity: O(T²) time and memory.
  public func outflowByCohort(lane: Int) -> Matrix {
    let stock = stockByCohort(lane: lane)
    var table = Matrix(rows: inflow.rows, columns: inflow.rows)
    for c in 0..<inflow.rows {
      for t in c..<inflow.rows {
        let before = t == c ? inflow[c, lane] : stock[t - 1, c]
        table[t, c] = before - stock[t, c]
      }
    }
    return table
  }

  /// The cohorts of the initial stock of one lane: when they entered, how much did so then, and what is
  /// left at the end of each period.
  public func initialCohorts(
    lane: Int
  ) -> [(from: Double, to: Double, inflow: Double, left: [Double])] {
    guard !inherited.isEmpty else { return [] }
    let factors = keptFactors(lane: lane)
    return inherited[lane].cohorts.map { cohort in
      (cohort.from, cohort.to, cohort.inflow, zip(cohort.left, factors).map { $0 * $1 })
    }
  }

  /// The stock by cohort as rows, for files.
  public func cohortRows(ofLane lane: Int) -> [[Double]] {
    let table = stockByCohort(lane: lane)
    return (0..<table.rows).map { row in
      Array(table.values[row * table.columns..<(row + 1) * table.columns])
    }
  }

  /// The inflow of one lane.
  public func inflow(ofLane lane: Int) -> [Double] { inflow.column(lane) }

  /// The stock of one lane.
  public func amounts(ofLane lane: Int) -> [Double] { stock.column(lane) }

  /// The outflow of one lane.
  public func outflow(ofLane lane: Int) -> [Double] { outflow.column(lane) }

  /// The mass balance of every lane.
  public var balance: MassBalance {
    MassBalance(
      (0..<inflow.columns).map { lane in
        let residuals = (0..<inflow.rows).map { t in
          let added = stock[t, lane] - stock(before: t, lane: lane)
          return abs(inflow[t, lane] - outflow[t, lane] - added)
        }
        func largest(_ values: Matrix) -> Double {
          (0..<values.rows).reduce(0) { max($0, abs(values[$1, lane])) }
        }
        return MassBalance.Entry(
          process: "lane \(lane)", residuals: residuals,
          largestFlow: max(largest(inflow), largest(outflow)),
          largestStock: max(largest(stock), initialAmount(lane: lane)))
      })
  }

  /// The share of the initial stock that early retirement has left by the end of each period.
  func keptFactors(lane: Int) -> [Double] {
    var kept = 1.0
    return (0..<inflow.rows).map { t in
      kept *= retained?[t, lane] ?? 1
      return kept
    }
  }
}
