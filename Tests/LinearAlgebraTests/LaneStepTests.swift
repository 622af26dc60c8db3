import Testing

@testable import LinearAlgebra

struct LaneStepTests {
  private let rows = (0..<3).map { LaneRow(start: 10 * $0, step: $0) }

  @Test func aRowMovesByItsStep() {
    #expect(LaneRow(start: 5, step: 3).offset(in: 4) == 17)
    #expect(LaneRow(start: 5, step: 0).offset(in: 4) == 5)
  }

  @Test func aStepNamesTheRowsThatItUses() {
    #expect(LaneStep.zero(rows[0]).rows == [rows[0]])
    #expect(LaneStep.close(rows[0], rows[1]).rows == Array(rows[0...1]))
    #expect(LaneStep.clearRounding(rows[0], rows[1], rows[2]).rows == rows)
    #expect(LaneStep.addScaled(rows[0], rows[1], number: rows[2]).rows == rows)
  }

  /// One number for all lanes stands in the last place, so that its room is 1 and not a row.
  @Test func onlySomeStepsEndWithOneNumber() {
    #expect(LaneStep.broadcast(rows[0], number: rows[1]).endsWithNumber)
    #expect(LaneStep.addScaled(rows[0], rows[1], number: rows[2]).endsWithNumber)
    #expect(LaneStep.scaled(rows[0], rows[1], number: rows[2]).endsWithNumber)
    #expect(!LaneStep.product(rows[0], rows[1], rows[2]).endsWithNumber)
    #expect(LaneStep.divideByNumber(rows[0], number: rows[1]).endsWithNumber)
    #expect(!LaneStep.addProduct(rows[0], rows[1], rows[2]).endsWithNumber)
    #expect(!LaneStep.divide(rows[0], rows[1]).endsWithNumber)
  }
}
