/// Numbers over some dimensions and all periods.
public struct Parameter: Hashable, Sendable {
  /// The names of the dimensions that it is over, in the order of its cells.
  public let dimensions: [String]
  /// The value of each cell in each period: `cells[cell][period]`.
  public let cells: [[Double]]

  /// - Parameters:
  ///   - dimensions: names; none for a parameter that is the same everywhere.
  ///   - cells: one series per cell of the space that the dimensions span, the last varying fastest.
  public init(dimensions: [String] = [], cells: [[Double]]) {
    self.dimensions = dimensions
    self.cells = cells
  }

  /// A number that holds everywhere and always.
  public init(constant value: Double, periods: Int) {
    self.init(cells: [[Double](repeating: value, count: periods)])
  }

  /// A series that holds everywhere.
  public init(series: [Double]) {
    self.init(cells: [series])
  }

  /// The same with one cell's series replaced.
  func replacing(cell: Int, with series: [Double]) -> Parameter {
    var cells = cells
    cells[cell] = series
    return Parameter(dimensions: dimensions, cells: cells)
  }
}
