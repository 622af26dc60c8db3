/// A row of lanes that moves through an arena with the periods, or one number for all lanes.
package struct LaneRow: Hashable, Sendable {
  /// Where it begins in the first period.
  package let start: Int
  /// How far it moves with each period; 0 for a place that every period uses anew.
  package let step: Int

  package init(start: Int, step: Int) {
    self.start = start
    self.step = step
  }

  /// Where it begins in a period.
  package func offset(in period: Int) -> Int { start + period * step }
}

/// One operation on whole rows of lanes.
package enum LaneStep: Hashable, Sendable {
  /// out = 0
  case zero(LaneRow)
  /// out = one number
  case broadcast(LaneRow, number: LaneRow)
  /// out = a
  case copy(LaneRow, LaneRow)
  /// out += a
  case add(LaneRow, LaneRow)
  /// out −= a
  case subtract(LaneRow, LaneRow)
  /// out += a · b
  case addProduct(LaneRow, LaneRow, LaneRow)
  /// out += a · one number
  case addScaled(LaneRow, LaneRow, number: LaneRow)
  /// out = out / a
  case divide(LaneRow, LaneRow)
  /// out = out / one number
  case divideByNumber(LaneRow, number: LaneRow)
  /// out = out / (1 − a)
  case close(LaneRow, LaneRow)
  /// out = min(out, a)
  case minimum(LaneRow, LaneRow)
  /// out = max(out, |a|), where a NaN stays
  case largest(LaneRow, LaneRow)
  /// out = a where out is not a number
  case fillGaps(LaneRow, LaneRow)
  /// out = 0 where it is below 0 by at most 4 ε · max(|a|, |b|)
  case clearRounding(LaneRow, LaneRow, LaneRow)
  /// out = 0 where it is below 0
  case clip(LaneRow)

  /// The rows that it reads and writes; the last is a single number where `endsWithNumber`.
  var rows: [LaneRow] {
    switch self {
    case .zero(let out), .clip(let out): [out]
    case .broadcast(let out, let a), .copy(let out, let a), .add(let out, let a),
      .subtract(let out, let a), .divide(let out, let a), .divideByNumber(let out, let a),
      .close(let out, let a), .minimum(let out, let a), .largest(let out, let a),
      .fillGaps(let out, let a):
      [out, a]
    case .addProduct(let out, let a, let b), .addScaled(let out, let a, let b),
      .clearRounding(let out, let a, let b):
      [out, a, b]
    }
  }

  var endsWithNumber: Bool {
    switch self {
    case .broadcast, .addScaled, .divideByNumber: true
    default: false
    }
  }
}
