public import LinearAlgebra

// What is computed on request only, since it takes T² numbers for a lane.
extension DynamicStock {
  /// The stock of one lane by cohort: row t, column c is what is left of cohort c at the end of period t.
  ///
  /// With what is left of the initial stock (see ``initialCohorts(lane:)``) each row sums to the stock.
  /// - Complexity: O(T²) time, at the speed of memory, and memory.
  public func stockByCohort(lane: Int) -> Matrix {
    var table = survival.cohortTable(of: inflow.column(lane), lane: lane)
    guard let retained else { return table }
    // Early retirement takes the same share of all older cohorts.
    var kept = [Double](repeating: 1, count: table.rows)
    for t in 0..<table.rows {
      for c in 0..<t {
        kept[c] *= retained[t, lane]
        table[t, c] *= kept[c]
      }
    }
    return table
  }

  /// The outflow of one lane by cohort: row t, column c is what cohort c loses during period t.
  /// - Complexity: O(T²) time, at the speed of memory, and memory.
  public func outflowByCohort(lane: Int) -> Matrix {
    Kernels.cohortOutflow(stock: stockByCohort(lane: lane), inflow: inflow.column(lane))
  }

  /// Calls a function with the cohort tables of one lane after the other, so that only those of one lane
  /// are in memory at a time.
  ///
  /// ```
  /// stock.forEachCohortTable { lane, stock, outflow in … }
  /// ```
  /// - Parameters:
  ///   - lanes: which lanes; by default all.
  ///   - body: takes the lane, its ``stockByCohort(lane:)`` and its ``outflowByCohort(lane:)``.
  /// - Complexity: O(T²) time for each lane, O(T²) memory.
  public func forEachCohortTable<Failure: Error>(
    lanes: Range<Int>? = nil,
    _ body: (_ lane: Int, _ stock: Matrix, _ outflow: Matrix) throws(Failure) -> Void
  ) throws(Failure) {
    for lane in lanes ?? 0..<inflow.columns {
      let stock = stockByCohort(lane: lane)
      try body(
        lane, stock, Kernels.cohortOutflow(stock: stock, inflow: inflow.column(lane)))
    }
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
