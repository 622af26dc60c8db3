internal import LinearAlgebra

/// Finds the inflow of a stock period by period, where a decision in one period changes the next.
struct StockMarch {
  let survival: Survival
  /// The stock that is asked for; before `from` its rows are not read.
  let target: Matrix
  /// The inflow of the periods before `from`.
  let given: Matrix?
  let from: Int
  let inherited: [InheritedStock]
  let policy: NegativeInflowPolicy

  /// - Complexity: O(T² · lanes).
  func result(_ drive: DynamicStock.Drive, threads: Int) throws(StockError) -> DynamicStock {
    let empty = Matrix(rows: target.rows, columns: target.columns)
    var (inflow, stock, asked) = (empty, empty, target)
    var retained = Matrix(rows: target.rows, columns: target.columns, repeating: 1)
    for lane in 0..<target.columns {
      // The share of each cohort, and of the initial stock, that early retirement has left.
      var kept = [Double](repeating: 1, count: target.rows)
      var keptInherited = 1.0
      for t in 0..<target.rows {
        var left = inherited.isEmpty ? 0 : keptInherited * inherited[lane].left[t]
        for c in 0..<t {
          left += kept[c] * survival.share(atEndOf: t, ofCohort: c, lane: lane) * inflow[c, lane]
        }
        let share = survival.share(atEndOf: t, ofCohort: t, lane: lane)
        if let given, t < from {
          inflow[t, lane] = given[t, lane]
          stock[t, lane] = left + share * given[t, lane]
          asked[t, lane] = stock[t, lane]
          continue
        }
        let needed = (target[t, lane] - left) / share
        switch policy {
        case .keep:
          inflow[t, lane] = needed
          stock[t, lane] = target[t, lane]
        case .clip:
          inflow[t, lane] = max(0, needed)
          stock[t, lane] = needed < 0 ? left : target[t, lane]
        case .retire:
          inflow[t, lane] = max(0, needed)
          stock[t, lane] = target[t, lane]
          guard needed < 0, left > 0 else { continue }
          let factor = target[t, lane] / left
          retained[t, lane] = factor
          keptInherited *= factor
          for c in 0..<t { kept[c] *= factor }
        }
      }
    }
    return try DynamicStock(
      survival: survival, drive: drive,
      StockBalance(
        inflow: inflow, stock: stock, before: inherited.map(\.total), threads: threads),
      inherited: inherited, target: asked, negativeInflow: policy,
      retained: policy == .retire ? retained : nil)
  }
}
