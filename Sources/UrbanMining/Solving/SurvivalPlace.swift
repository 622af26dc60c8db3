internal import LinearAlgebra

/// Where the survival of a stock in service lies in an arena.
struct SurvivalPlace: Sendable {
  let start: Int
  let rowStep: Int
  let columnStep: Int
  let isByLane: Bool
  private let isCurve: Bool
  private let lanes: Int

  /// Takes the room that a survival needs: a curve of T numbers or a triangle of T², for all lanes or each.
  init(_ survival: Survival, in arena: inout ArenaLayout) {
    isByLane = survival.law.laneCount != nil
    isCurve = survival.isCurve
    lanes = arena.lanes
    let width = isByLane ? arena.lanes : 1
    let periods = arena.periods
    start = arena.take((isCurve ? periods : periods * periods) * width)
    rowStep = isCurve ? width : periods * width
    columnStep = isCurve ? -width : width
  }

  /// Writes s(t, c) for the lanes of a block.
  func fill(_ arena: inout [Double], _ survival: Survival, lanes block: Range<Int>) {
    let periods = survival.time.count
    let width = isByLane ? lanes : 1
    if case .lanes(let matrix) = survival.shape, matrix.curves.columns == lanes {
      arena.replaceSubrange(start..<start + periods * lanes, with: matrix.curves.values)
      return
    }
    // Several draws may share the elements of a dimension that never mixes: their lanes come again and again.
    let own = survival.law.laneCount ?? 1
    for t in 0..<periods {
      for c in isCurve ? 0..<1 : 0..<t + 1 {
        let place = start + t * rowStep + c * columnStep
        for lane in 0..<width {
          arena[place + lane] = survival.share(
            atEndOf: t, ofCohort: c, lane: (block.lowerBound + lane) % own)
        }
      }
    }
  }
}
