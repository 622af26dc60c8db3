internal import UrbanMining
internal import Yams

// Values: a number, a map of elements, points in time, and nests of them.
extension ModelReader {
  /// The numbers that a value stands for, over the dimensions that it uses; nil after a fault.
  mutating func parameter(_ node: Node) -> Parameter? {
    switch node {
    case .scalar: return number(node).map { Parameter(constant: $0, periods: time.count) }
    case .mapping(let mapping):
      let keys = mapping.compactMap(\.key.string)
      if keys.contains("points") { return explicitPoints(node) }
      let elements = Set(dimensions.flatMap(\.elements))
      if keys.contains(where: { Int($0) != nil }), elements.isDisjoint(with: keys) {
        return points(node, .linear).map { Parameter(series: $0) }
      }
      return byElement(node)
    default:
      report(at: node, "a value is a number, a map of elements, or points in time")
      return nil
    }
  }

  mutating func number(_ node: Node) -> Double? {
    guard let text = node.scalar?.string else {
      report(at: node, "a number is expected here")
      return nil
    }
    do throws(DecimalNumber.Refusal) {
      return try DecimalNumber.value(of: text)
    } catch {
      report(at: node, error.message, hint: error.hint)
      return nil
    }
  }

  private mutating func explicitPoints(_ node: Node) -> Parameter? {
    let fields = fields(
      of: node, in: "points in time", known: ["points", "interpolation"], required: ["points"])
    let interpolation =
      fields["interpolation"].flatMap { choice($0, "'interpolation'", as: Interpolation.self) }
      ?? .linear
    guard let node = fields["points"] else { return nil }
    return points(node, interpolation).map { Parameter(series: $0) }
  }

  private mutating func points(_ node: Node, _ interpolation: Interpolation) -> [Double]? {
    var points: [(year: Double, value: Double)] = []
    var isWhole = true
    for (name, key, value) in entries(of: node, in: "points in time") {
      guard let year = Int(name) else {
        report(at: key, "'\(name)' is not a year: points are written like 1950: 0.3")
        isWhole = false
        continue
      }
      guard let number = number(value) else {
        isWhole = false
        continue
      }
      points.append((Double(year), number))
    }
    guard isWhole, !points.isEmpty else { return nil }
    points.sort { $0.year < $1.year }
    return time.labels.map { interpolation.value(at: $0, among: points) }
  }

  private mutating func byElement(_ node: Node) -> Parameter? {
    let entries = entries(of: node, in: "a value")
    let names = entries.map(\.name).filter { $0 != "default" }
    // Two dimensions may have the same elements: what stands outside is told apart by the first of them.
    guard
      let dimension = dimensions.filter({ !outer.contains($0.name) }).max(by: { first, second in
        names.count(where: first.elements.contains) < names.count(where: second.elements.contains)
      }), names.contains(where: dimension.elements.contains) || names.isEmpty
    else {
      // It may be an element of a dimension that could not be read.
      guard brokenDimensions.isEmpty else { return nil }
      let known = dimensions.flatMap(\.elements)
      let name = names.first ?? ""
      report(
        at: entries.first?.key ?? node, "'\(name)' is neither a year nor an element of a dimension",
        hint: Suggestion.hint(for: name, in: known)
          ?? (known.isEmpty ? nil : "the elements are \(known.joined(separator: ", "))"))
      return nil
    }
    var parts: [String: Parameter] = [:]
    var isWhole = true
    outer.append(dimension.name)
    defer { outer.removeLast() }
    for (name, key, value) in entries {
      guard isElement(name, of: dimension, at: key) else {
        isWhole = false
        continue
      }
      parts[name] = parameter(value)
      if parts[name] == nil { isWhole = false }
    }
    let missing = dimension.elements.filter { parts[$0] == nil && parts["default"] == nil }
    if isWhole && !missing.isEmpty && !mayLeaveOut {
      report(
        at: node, "there is no value for \(missing.joined(separator: ", "))",
        hint: "give each element of '\(dimension.name)' a value, or a 'default'")
    }
    guard isWhole, missing.isEmpty || mayLeaveOut else { return nil }
    return joined(parts, along: dimension)
  }

  /// Whether a key of a map names an element, or all others; a fault where it does not.
  mutating func isElement(_ name: String, of dimension: Dimension, at key: Node) -> Bool {
    if name == "default" || dimension.elements.contains(name) { return true }
    report(
      at: key, "'\(name)' is not an element of '\(dimension.name)'",
      hint: Suggestion.hint(for: name, in: dimension.elements)
        ?? "the elements are \(dimension.elements.joined(separator: ", "))")
    return false
  }

  /// One parameter out of one for each element of a dimension.
  private func joined(_ parts: [String: Parameter], along dimension: Dimension) -> Parameter? {
    let inner = Set(parts.values.flatMap(\.dimensions))
    let own = dimensions.filter { $0.name == dimension.name || inner.contains($0.name) }
    let space = CellSpace(own)
    let cells = (0..<space.count).map { cell -> [Double] in
      let elements = zip(own.map(\.name), space.elements(of: cell))
      let place = Dictionary(uniqueKeysWithValues: Array(elements))
      guard let part = parts[place[dimension.name] ?? ""] ?? parts["default"] else {
        return [Double](repeating: .nan, count: time.count)
      }
      let partSpace = CellSpace(dimensions.filter { part.dimensions.contains($0.name) })
      let partCell = partSpace.cell(of: part.dimensions.map { place[$0] ?? "" })
      return part.cells[partCell ?? 0]
    }
    return Parameter(dimensions: own.map(\.name), cells: cells)
  }
}
