/// A dense matrix of doubles, row-major: element (row, column) is `values[row · columns + column]`.
///
/// Throughout the package a row is one period and a column one *lane* (a series, scenario or draw), so
/// that the numbers of all lanes for one period are contiguous.
public struct Matrix: Hashable, Sendable {
  public let rows: Int
  public let columns: Int
  /// All elements, row after row.
  public var values: [Double]

  /// Makes a matrix in which every element is `value`.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative size")
    self.rows = rows
    self.columns = columns
    values = [Double](repeating: value, count: rows * columns)
  }

  /// Makes a matrix from its elements in row order; there must be `rows · columns` of them.
  public init(rows: Int, columns: Int, values: [Double]) {
    precondition(values.count == rows * columns, "a matrix needs rows × columns values")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// Makes a matrix of one column from a series: one lane.
  public init(column: [Double]) {
    self.init(rows: column.count, columns: 1, values: column)
  }

  /// Makes a matrix whose lanes are these series, all of the same length.
  public init(lanes: [[Double]]) {
    let rows = lanes.first?.count ?? 0
    precondition(lanes.allSatisfy { $0.count == rows }, "lanes are of equal length")
    self.init(rows: rows, columns: lanes.count)
    // Eight lanes at a time fill whole cache lines.
    for first in stride(from: 0, to: columns, by: 8) {
      let block = lanes[first..<min(first + 8, columns)]
      for row in 0..<rows {
        for lane in block.indices { values[row * columns + lane] = block[lane][row] }
      }
    }
  }

  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "outside the matrix")
      return values[row * columns + column]
    }
    set {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "outside the matrix")
      values[row * columns + column] = newValue
    }
  }

  /// Adds another matrix of the same shape, times a factor.
  /// - Complexity: O(rows · columns).
  public mutating func add(_ other: Matrix, times factor: Double) {
    precondition(rows == other.rows && columns == other.columns, "equal shapes")
    var sum = values.mutableSpan
    let part = other.values.span
    for index in 0..<min(sum.count, part.count) { sum[index] += factor * part[index] }
  }

  /// One column: the series of one lane.
  /// - Complexity: O(rows).
  public func column(_ column: Int) -> [Double] {
    (0..<rows).map { self[$0, column] }
  }

  /// The matrix with rows and columns exchanged.
  /// - Complexity: O(rows · columns).
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }
}
