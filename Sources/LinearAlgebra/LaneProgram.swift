// The wall: steps on rows of lanes, and sums over cohorts. Every row is checked to lie inside the arena
// when a program is made, so that a kernel never reads or writes outside of it.
internal import CKernels

/// Steps on rows of lanes in one arena, checked once and then run for one period after the other.
package struct LaneProgram: Sendable {
  /// Numbers in a row.
  package let lanes: Int
  private let periods: Int
  private let size: Int
  private let steps: [kernel_lane_step]

  /// - Parameters:
  ///   - steps: what is done, in order.
  ///   - lanes: numbers in a row.
  ///   - periods: for how many periods it can run.
  ///   - size: numbers in the arena.
  /// - Complexity: O(steps).
  package init(_ steps: [LaneStep], lanes: Int, periods: Int, size: Int) {
    precondition(lanes > 0 && periods >= 0, "a row has lanes")
    self.lanes = lanes
    self.periods = periods
    self.size = size
    self.steps = steps.map { step in
      let rows = step.rows
      for (index, row) in rows.enumerated() {
        let width = step.endsWithNumber && index == rows.count - 1 ? 1 : lanes
        let last = row.offset(in: max(0, periods - 1))
        precondition(
          row.start >= 0 && row.step >= 0 && last + width <= size, "a row lies inside the arena")
      }
      let (a, b) = (rows.count > 1 ? rows[1] : rows[0], rows.count > 2 ? rows[2] : rows[0])
      return kernel_lane_step(
        operation: step.code, out: rows[0].start, out_step: rows[0].step, a: a.start,
        a_step: a.step, b: b.start, b_step: b.step)
    }
  }

  /// Does all steps for one period.
  /// - Complexity: O(steps · lanes).
  package func run(period: Int, on arena: inout [Double]) {
    precondition(period >= 0 && period < periods && arena.count >= size, "inside the arena")
    let level = InstructionSet.best.rawValue
    unsafe arena.withUnsafeMutableBufferPointer { arena in
      unsafe steps.withUnsafeBufferPointer { steps in
        unsafe kernel_lane_steps(
          level, steps.count, steps.baseAddress, period, lanes, arena.baseAddress)
      }
    }
  }
}

/// Where the survival s(t, c) of a stock lies in an arena, and what entered it.
package struct CohortRows: Hashable, Sendable {
  /// Periods that are worked on at once.
  package static let height = Int(MARCH_ROWS)

  /// s(0, 0).
  let survival: Int
  /// How far apart s(t, c) and s(t + 1, c) lie, and s(t, c) and s(t, c + 1).
  let rowStep: Int
  let columnStep: Int
  /// Whether s(t, c) is a row of lanes and not one number.
  let isByLane: Bool
  let inflow: LaneRow
  /// What is left of all earlier cohorts, in the period that was aged last.
  package let left: LaneRow
  /// Room for `height` rows.
  private let tile: Int
  let lanes: Int
  let periods: Int

  /// - Parameters:
  ///   - survival: where s(0, 0) lies.
  ///   - rowStep: how far apart s(t, c) and s(t + 1, c) lie.
  ///   - columnStep: how far apart s(t, c) and s(t, c + 1) lie.
  ///   - isByLane: whether s(t, c) is a row of lanes and not one number.
  ///   - inflow: the rows of what enters.
  ///   - result: room for `height` + 1 rows: the first holds what is left of earlier cohorts.
  ///   - lanes: numbers in a row.
  ///   - periods: the number of periods.
  ///   - size: numbers in the arena.
  package init(
    survival: Int, rowStep: Int, columnStep: Int, isByLane: Bool, inflow: LaneRow, result: Int,
    lanes: Int, periods: Int, size: Int
  ) {
    let last = max(0, periods - 1)
    let width = isByLane ? lanes : 1
    // The corners of the triangle c ≤ t.
    let corners = [0, last * rowStep, last * (rowStep + columnStep)]
    precondition(
      corners.allSatisfy { survival + $0 >= 0 && survival + $0 + width <= size }
        && inflow.step >= lanes && inflow.start >= 0 && inflow.offset(in: last) + lanes <= size
        && result >= 0 && result + (CohortRows.height + 1) * lanes <= size, "inside the arena")
    self.survival = survival
    self.rowStep = rowStep
    self.columnStep = columnStep
    self.isByLane = isByLane
    self.inflow = inflow
    left = LaneRow(start: result, step: 0)
    tile = result + lanes
    self.lanes = lanes
    self.periods = periods
  }

  /// Σ_{c < t} s(t, c) · I_c, to be called for one period after the other: it goes to ``left``.
  ///
  /// Every `height` periods what the cohorts so far leave is summed for all of the next periods at once,
  /// so that each inflow is read once for them; in between only the latest cohorts are added.
  /// - Complexity: O(T) for each lane and period.
  package func ageCohorts(in period: Int, on arena: inout [Double]) {
    precondition(period >= 0 && period < periods, "a period of the march")
    let place = period % CohortRows.height
    let first = period - place
    if place == 0 {
      let count = min(CohortRows.height, periods - first)
      sum(0..<first, in: first, count, from: nil, into: tile, on: &arena)
    }
    sum(first..<period, in: period, 1, from: tile + place * lanes, into: left.start, on: &arena)
  }

  private func sum(
    _ cohorts: Range<Int>, in period: Int, _ count: Int, from before: Int?, into out: Int,
    on arena: inout [Double]
  ) {
    let level = InstructionSet.best.rawValue
    unsafe arena.withUnsafeMutableBufferPointer { arena in
      guard let base = arena.baseAddress else { return }
      let before = unsafe before.map { unsafe UnsafePointer(base + $0) }
      unsafe kernel_cohort_rows(
        level, cohorts.lowerBound, cohorts.upperBound, period, count, lanes, rowStep, columnStep,
        isByLane ? 1 : 0, base + survival, inflow.step, base + inflow.start, before,
        base + out)
    }
  }
}

extension LaneStep {
  fileprivate var code: Int32 {
    let code =
      switch self {
      case .zero: kernel_lane_zero
      case .broadcast: kernel_lane_broadcast
      case .copy: kernel_lane_copy
      case .add: kernel_lane_add
      case .subtract: kernel_lane_subtract
      case .addProduct: kernel_lane_add_product
      case .addScaled: kernel_lane_add_scaled
      case .divide: kernel_lane_divide
      case .divideByNumber: kernel_lane_divide_scaled
      case .close: kernel_lane_close
      case .minimum: kernel_lane_minimum
      case .largest: kernel_lane_largest
      case .fillGaps: kernel_lane_fill_gaps
      case .clearRounding: kernel_lane_clear_rounding
      case .clip: kernel_lane_clip
      }
    return Int32(code)
  }
}
