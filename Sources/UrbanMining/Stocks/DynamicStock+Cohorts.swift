public import LinearAlgebra

// What is computed on request only, since it takes T² numbers for a lane.
extension DynamicStock {
  /// The stock of one lane by cohort: row t, column c is s(t, c) · I_c; each row sums to the stock.
  /// - Complexity: O(T²) time and memory.
  public func stockByCohort(lane: Int) -> Matrix {
    var table = Matrix(rows: inflow.rows, columns: inflow.rows)
    for t in 0..<inflow.rows {
      for c in 0...t {
        table[t, c] = survival.share(atEndOf: t, ofCohort: c) * inflow[c, lane]
      }
    }
    return table
  }

  /// The same as rows, for files.
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

  /// The mean age, in years, of one lane's stock at the end of each period; nil where there is none.
  ///
  /// ```
  /// Σ_c s(t, c) · I_c · (mean age of what is left of cohort c) / Sₜ
  /// ```
  /// - Complexity: O(T²).
  public func meanAge(lane: Int) -> [Double?] {
    let evenCurve =
      survival.time.evenLength == nil
      ? nil : (0..<inflow.rows).map { survival.ageMoment(atEndOf: $0, ofCohort: 0) }
    return (0..<inflow.rows).map { t in
      guard stock[t, lane] > 0 else { return nil }
      let moment = (0...t).reduce(0.0) { sum, c in
        let left = evenCurve?[t - c] ?? survival.ageMoment(atEndOf: t, ofCohort: c)
        return sum + left * inflow[c, lane]
      }
      return moment / stock[t, lane]
    }
  }

  /// The mass balance of every lane.
  public var balance: MassBalance {
    MassBalance(
      (0..<inflow.columns).map { lane in
        let residuals = (0..<inflow.rows).map { t in
          let before = t > 0 ? stock[t - 1, lane] : 0
          return abs(inflow[t, lane] - outflow[t, lane] - (stock[t, lane] - before))
        }
        func largest(_ values: Matrix) -> Double {
          values.column(lane).reduce(0) { max($0, abs($1)) }
        }
        return MassBalance.Entry(
          process: "lane \(lane)", residuals: residuals,
          largestFlow: max(largest(inflow), largest(outflow)), largestStock: largest(stock))
      })
  }
}
