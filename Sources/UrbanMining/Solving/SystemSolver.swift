internal import LinearAlgebra

/// The values of all nodes and stocks of a solved plan, in all of its lanes.
struct SolvedLanes: Sendable {
  /// By node: periods × lanes.
  let values: [Matrix]
  /// By stock, those in service and then the sinks: what is held before the first period, and at the end
  /// of each.
  let stocks: [Matrix]
  /// By process cell inside the system, one number for each lane.
  let balance: [Sizes]
  /// Whether no flow that is not data is below zero anywhere.
  let isNowhereNegative: Bool

  struct Sizes: Sendable {
    let residual: [Double]
    let largestFlow: [Double]
    let largestStock: [Double]
  }

  var periods: Int { (stocks.first?.rows ?? values[0].rows + 1) - 1 }
}

extension SystemPlan {
  /// Solves the system for all periods and lanes.
  /// - Parameter threads: how many may work on it; the result has the same bits for any number.
  /// - Throws: `.balanceViolated` where given flows leave no way to conserve mass, `.overdrawn` where they
  ///   take more than there is.
  /// - Complexity: O(T² · stocks in service · lanes + T · terms · lanes).
  public func solve(threads: Int = 1) throws(SolveError) -> SystemResults {
    try SystemResults(plan: self, solved: solved(numbers, threads: threads))
  }

  func solved(_ numbers: PlanNumbers, threads: Int) throws(SolveError) -> SolvedLanes {
    let blocks = LaneBlocks(lanes: split.lanes)
    let widths = Set((0..<blocks.count).map { blocks[$0].count })
    let programs = Dictionary(
      uniqueKeysWithValues: widths.map { ($0, MarchProgram(self, numbers, lanes: $0)) })
    let results = blocks.map(threads: threads) { lanes -> Result<[Double], SolveError> in
      guard let program = programs[lanes.count] else {
        preconditionFailure("there is a program for each width of a block")
      }
      do throws(SolveError) {
        return .success(try program.run(numbers, lanes: lanes))
      } catch {
        return .failure(error)
      }
    }
    var arenas: [[Double]] = []
    for result in results { arenas.append(try result.get()) }
    return SolvedLanes(
      arenas, programs: (0..<blocks.count).compactMap { programs[blocks[$0].count] })
  }
}

extension SolvedLanes {
  /// Joins the arenas of all blocks of lanes.
  fileprivate init(_ arenas: [[Double]], programs: [MarchProgram]) {
    let lanes = programs.reduce(0) { $0 + $1.layout.lanes }
    func rows(_ count: Int, _ place: (MarchProgram) -> LaneRow) -> Matrix {
      var values: [Double] = []
      values.reserveCapacity(count * lanes)
      let places = programs.map(place)
      for period in 0..<count {
        for (block, row) in places.enumerated() {
          let start = row.offset(in: period)
          values += arenas[block][start..<start + programs[block].layout.lanes]
        }
      }
      return Matrix(rows: count, columns: lanes, values: values)
    }
    let plan = programs[0].plan
    let periods = programs[0].layout.periods
    values = plan.nodes.indices.map { node in rows(periods) { $0.layout.node(node) } }
    stocks = (0..<plan.uses.count + plan.sinks.count).map { stock in
      rows(periods + 1) { $0.layout.stockBefore(stock) }
    }
    balance = plan.balanceCells.indices.map { cell in
      Sizes(
        residual: rows(1) { $0.balanceRows[cell].residual }.values,
        largestFlow: rows(1) { $0.balanceRows[cell].largestFlow }.values,
        largestStock: rows(1) { $0.balanceRows[cell].largestStock }.values)
    }
    isNowhereNegative = rows(1) { $0.lowest }.values.allSatisfy { $0 >= 0 }
  }
}
