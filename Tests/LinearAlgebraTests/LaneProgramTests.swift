import LinearAlgebra
import Testing

struct LaneProgramTests {
  /// One period of steps on an arena of rows of this many lanes, each row beginning with these numbers.
  private func run(_ steps: [LaneStep], lanes: Int, rows: [[Double]]) -> [[Double]] {
    var arena = rows.joined().map { $0 }
    LaneProgram(steps, lanes: lanes, periods: 1, size: arena.count).run(period: 0, on: &arena)
    return rows.indices.map { Array(arena[$0 * lanes..<($0 + 1) * lanes]) }
  }

  private func row(_ index: Int, _ lanes: Int) -> LaneRow {
    LaneRow(start: index * lanes, step: 0)
  }

  /// Every operation against plain arithmetic, for lanes that fill no, one and several vectors with a rest.
  @Test(arguments: [1, 3, 8, 13, 96]) func everyStepIsItsArithmetic(lanes: Int) {
    let random = Matrix.random(rows: 3, columns: lanes, seed: UInt64(lanes)).values
    let (out, a, b) = (
      Array(random[..<lanes]), Array(random[lanes..<2 * lanes]), Array(random[(2 * lanes)...])
    )
    let (first, second, third) = (row(0, lanes), row(1, lanes), row(2, lanes))
    func result(_ step: LaneStep) -> [Double] {
      let rows = run([step], lanes: lanes, rows: [out, a, b])
      // What is read stays.
      #expect(rows[1] == a && rows[2] == b)
      return rows[0]
    }
    #expect(result(.zero(first)) == out.map { _ in 0 })
    #expect(result(.broadcast(first, number: second)) == out.map { _ in a[0] })
    #expect(result(.copy(first, second)) == a)
    #expect(result(.add(first, second)) == zip(out, a).map { $0 + $1 })
    #expect(result(.subtract(first, second)) == zip(out, a).map { $0 - $1 })
    #expect(result(.divide(first, second)) == zip(out, a).map { $0 / $1 })
    #expect(result(.divideByNumber(first, number: second)) == out.map { $0 / a[0] })
    #expect(result(.close(first, second)) == zip(out, a).map { $0 / (1 - $1) })
    #expect(result(.minimum(first, second)) == zip(out, a).map { min($0, $1) })
    // The sum of a product may be fused: half a unit in the last place of the product.
    let product = result(.addProduct(first, second, third))
    let scaled = result(.addScaled(first, second, number: third))
    for lane in 0..<lanes {
      #expect(abs(product[lane] - (out[lane] + a[lane] * b[lane])) < 1e-15)
      #expect(abs(scaled[lane] - (out[lane] + a[lane] * b[0])) < 1e-15)
    }
  }

  @Test func largestKeepsWhatIsNoNumber() {
    let rows = run(
      [.largest(row(0, 4), row(1, 4))], lanes: 4, rows: [[1, 1, .nan, 3], [-5, 0.5, 2, .nan]])
    #expect(rows[0][0] == 5 && rows[0][1] == 1)
    #expect(rows[0][2].isNaN && rows[0][3].isNaN)
  }

  @Test func gapsAreFilledAndNumbersKept() {
    let rows = run(
      [.fillGaps(row(0, 3), row(1, 3))], lanes: 3, rows: [[.nan, 2, 0], [7, 8, 9]])
    #expect(rows[0] == [7, 2, 0])
  }

  /// 4 ε of 100 is 8.9e-14.
  @Test func onlyNegativeRoundingIsCleared() {
    let rows = run(
      [.clearRounding(row(0, 5), row(1, 5), row(2, 5))], lanes: 5,
      rows: [
        [-8e-14, -1e-13, 8e-14, -1, -8e-14], [100, 100, 100, 1, 1], [1, 1, 1, 1, -100],
      ])
    #expect(rows[0] == [0, -1e-13, 8e-14, -1, 0])
  }

  @Test func whatIsBelowZeroIsClipped() {
    let rows = run([.clip(row(0, 4))], lanes: 4, rows: [[-3, 0, 2, .nan]])
    #expect(Array(rows[0].prefix(3)) == [0, 0, 2] && rows[0][3].isNaN)
  }

  @Test func rowsMoveWithThePeriods() {
    let steps = [
      LaneStep.copy(LaneRow(start: 0, step: 2), LaneRow(start: 6, step: 0)),
      .add(LaneRow(start: 6, step: 0), LaneRow(start: 6, step: 0)),
    ]
    let program = LaneProgram(steps, lanes: 2, periods: 3, size: 8)
    var arena = [0.0, 0, 0, 0, 0, 0, 1, 3]
    for period in 0..<3 { program.run(period: period, on: &arena) }
    #expect(arena == [1, 3, 2, 6, 4, 12, 8, 24])
  }

  /// Σ_{c < t} s(t, c) · I_c, where one number holds for all lanes, and where each has its own; the inflow of
  /// a period comes only after its cohorts have aged.
  @Test(arguments: [1, 5, 8, 21], [1, 2, 7, 8, 9, 30]) func cohortsAgeAsTheirSumSays(
    lanes: Int, periods: Int
  ) {
    for isByLane in [false, true] {
      let width = isByLane ? lanes : 1
      let curve = Matrix.random(rows: periods, columns: width, seed: 7).values
      let inflow = Matrix.random(rows: periods, columns: lanes, seed: 8).values
      let start = curve.count
      let result = start + inflow.count
      let size = result + (CohortRows.height + 1) * lanes
      let rows = CohortRows(
        survival: 0, rowStep: width, columnStep: -width, isByLane: isByLane,
        inflow: LaneRow(start: start, step: lanes), result: result, lanes: lanes, periods: periods,
        size: size)
      var arena = curve + [Double](repeating: 0, count: size - start)
      for t in 0..<periods {
        rows.ageCohorts(in: t, on: &arena)
        for lane in 0..<lanes {
          let expected = (0..<t).reduce(0.0) { sum, c in
            sum + curve[(t - c) * width + (isByLane ? lane : 0)] * inflow[c * lanes + lane]
          }
          // A sum of at most 30 products, each at most 1.
          #expect(abs(arena[rows.left.offset(in: t) + lane] - expected) < 1e-13)
          arena[start + t * lanes + lane] = inflow[t * lanes + lane]
        }
      }
    }
  }
}
