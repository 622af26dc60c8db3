import Testing

@testable import LinearAlgebra

struct RowStatisticsTests {
  /// Rows that fill no, one and several vectors with a rest, against sums number by number.
  @Test(arguments: InstructionSet.available, [1, 3, 8, 31, 256, 301])
  func areThoseOfPlainSums(set: InstructionSet, draws: Int) {
    let rows = Matrix.random(rows: 4, columns: draws, seed: 3)
    let found = RowStatistics.moments(rows.values.map { $0 + 5 }, draws: draws, using: set)
    for row in 0..<4 {
      let own = (0..<draws).map { rows[row, $0] + 5 }
      let mean = own.reduce(0, +) / Double(draws)
      let squares = own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      // Sums of at most 301 numbers below 6.
      #expect(abs(found.means[row] - mean) < 1e-13)
      #expect(abs(found.squares[row] - squares) < 1e-11)
      #expect(found.smallest[row] == own.min() && found.largest[row] == own.max())
    }
  }

  @Test(arguments: InstructionSet.available) func whatIsNoNumberShowsInTheMean(
    set: InstructionSet
  ) {
    var rows = [Double](repeating: 1, count: 200)
    rows[17] = .nan
    rows[199] = .nan
    let found = RowStatistics.moments(rows, draws: 100, using: set)
    #expect(found.means.allSatisfy { $0.isNaN })
  }

  /// Whole numbers from 1 up: 1, 2 and 3, 4 to 7 … lie in one power of two each, which the exponent tells.
  @Test(arguments: InstructionSet.available) func everyNumberIsCountedInItsBin(
    set: InstructionSet
  ) {
    var counts: [UInt32] = [0, 0, 0, 0]
    let numbers = [-1] + (1...15).map(Double.init)
    RowStatistics.count(
      numbers, from: 1, count: 15, shift: 52, first: 1023, mostlyIn: 0...3, into: &counts,
      using: set)
    #expect(counts == [1, 2, 4, 8])
    // What lies outside goes to the last bin and never beyond.
    RowStatistics.count(
      [0.1, 1e300], from: 0, count: 2, shift: 52, first: 1023, mostlyIn: 0...3, into: &counts,
      using: set)
    #expect(counts == [1, 2, 4, 10])
  }
}
