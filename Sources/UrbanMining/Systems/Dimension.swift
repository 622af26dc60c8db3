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

  /// For each cell the cell of another space in which it lies.
  ///
  /// The other space is spanned by some of these dimensions; its elements hold all of theirs.
  /// - Parameter names: what this space calls a dimension of the other, where it calls it otherwise.
  /// - Complexity: O(cells · dimensions).
  func places(in other: CellSpace, calling names: [String: String] = [:]) -> [Int] {
    var places = [Int](repeating: 0, count: count)
    var stride = 1
    for dimension in other.dimensions.reversed() {
      let name = names[dimension.name] ?? dimension.name
      guard let axis = dimensions.firstIndex(where: { $0.name == name }) else {
        preconditionFailure("a cell is projected onto dimensions that it has")
      }
      let own = dimensions[axis].elements
      let positions = Dictionary(
        dimension.elements.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      let steps = own.map { element -> Int in
        guard let position = positions[element] else {
          preconditionFailure("a cell is projected onto elements that exist")
        }
        return position * stride
      }
      // The last dimension varies fastest.
      let run = dimensions[(axis + 1)...].reduce(1) { $0 * $1.elements.count }
      for cell in places.indices { places[cell] += steps[(cell / run) % own.count] }
      stride *= dimension.elements.count
    }
    return places
  }
}
