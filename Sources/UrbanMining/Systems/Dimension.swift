/// A named list along which processes, flows and parameters are told apart: end uses, regions, metals.
public struct Dimension: Hashable, Sendable {
  public let name: String
  public let elements: [String]

  public init(name: String, elements: [String]) {
    self.name = name
    self.elements = elements
  }
}

/// The cells that some dimensions span: every combination of their elements, the last varying fastest.
///
/// No dimensions span one cell.
public struct CellSpace: Hashable, Sendable {
  public let dimensions: [Dimension]

  public init(_ dimensions: [Dimension]) {
    self.dimensions = dimensions
  }

  /// The number of cells.
  public var count: Int { dimensions.reduce(1) { $0 * $1.elements.count } }

  /// The elements of a cell, one for each dimension.
  public func elements(of cell: Int) -> [String] {
    var rest = cell
    var elements: [String] = []
    for dimension in dimensions.reversed() {
      elements.append(dimension.elements[rest % dimension.elements.count])
      rest /= dimension.elements.count
    }
    return elements.reversed()
  }

  /// The cell with these elements, one for each dimension; nil where one is unknown.
  public func cell(of elements: [String]) -> Int? {
    guard elements.count == dimensions.count else { return nil }
    var cell = 0
    for (dimension, element) in zip(dimensions, elements) {
      guard let index = dimension.elements.firstIndex(of: element) else { return nil }
      cell = cell * dimension.elements.count + index
    }
    return cell
  }

  /// The cell of a smaller space, spanned by some of these dimensions, in which a cell lies.
  func projection(of cell: Int, onto other: CellSpace) -> Int {
    let elements = elements(of: cell)
    let kept = other.dimensions.map { dimension in
      dimensions.firstIndex { $0.name == dimension.name }.map { elements[$0] } ?? ""
    }
    guard let projected = other.cell(of: kept) else {
      preconditionFailure("a cell is projected onto dimensions that it has")
    }
    return projected
  }
}
