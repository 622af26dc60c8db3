internal import UrbanMining
internal import Yams

// Things other than numbers that differ by element: lifetimes, drives.
extension ModelReader {
  /// One value for each place, out of one text or a map of elements.
  /// - Parameters:
  ///   - node: what the file says.
  ///   - places: the element of each dimension, for each cell.
  ///   - own: the dimensions that are still open.
  ///   - what: what is read, for messages: `a lifetime`, and the key that it stands behind.
  ///   - read: reads one value.
  mutating func perCell<Value>(
    _ node: Node, places: [[String: String]], dimensions own: [Dimension],
    what: (one: String, key: String), _ read: (inout ModelReader, Node) -> Value?
  ) -> [Value]? {
    if case .scalar = node { return read(&self, node).map { value in places.map { _ in value } } }
    let entries = entries(of: node, in: what.key)
    let names = entries.map(\.name).filter { $0 != "default" }
    guard
      let dimension = own.first(where: { dimension in
        names.isEmpty || names.contains(where: dimension.elements.contains)
      })
    else {
      reportForeign(names.first ?? "", at: entries.first?.key ?? node, of: own)
      return nil
    }
    var found = [Value?](repeating: nil, count: places.count)
    var isWhole = true
    for (name, key, value) in entries {
      guard isElement(name, of: dimension, at: key) else {
        isWhole = false
        continue
      }
      let meant = places.indices.filter { index in
        name == "default"
          ? !names.contains(places[index][dimension.name] ?? "")
          : places[index][dimension.name] == name
      }
      let inner = perCell(
        value, places: meant.map { places[$0] }, dimensions: own.filter { $0 != dimension },
        what: what, read)
      guard let inner else {
        isWhole = false
        continue
      }
      for (index, value) in zip(meant, inner) { found[index] = value }
    }
    let missing = places.indices.filter { found[$0] == nil }.compactMap {
      places[$0][dimension.name]
    }
    if isWhole && !missing.isEmpty {
      report(at: node, "there is no \(what.one) for \(missing.joined(separator: ", "))")
    }
    let whole = found.compactMap { $0 }
    return whole.count == places.count ? whole : nil
  }

  /// An element of none of these dimensions, unless it may be one of a dimension that could not be read.
  private mutating func reportForeign(_ name: String, at node: Node, of own: [Dimension]) {
    guard brokenDimensions.isEmpty else { return }
    let known = own.flatMap(\.elements)
    report(
      at: node, "'\(name)' is not an element of this process",
      hint: Suggestion.hint(for: name, in: known)
        ?? (known.isEmpty
          ? "it is not over a dimension" : "there are \(known.joined(separator: ", "))"))
  }

  /// The element of each dimension, by its name, in each cell.
  func cellPlaces(_ space: CellSpace) -> [[String: String]] {
    (0..<space.count).map { cell in
      Dictionary(
        uniqueKeysWithValues: zip(space.dimensions.map(\.name), space.elements(of: cell)))
    }
  }
}
