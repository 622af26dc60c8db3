internal import UrbanMining
internal import Yams

// A stock that grows with the population towards so much for each inhabitant.
extension ModelReader {
  private static let curveKeys = ["curve", "ceiling", "rate", "midpoint", "fit"]

  /// `saturation:` of an entry of `data`: the numbers of inhabitants times a curve, given by its ceiling, rate
  /// and midpoint or fitted to an entry above. A map of elements gives each a curve of its own.
  mutating func saturation(_ node: Node) -> Parameter? {
    guard let population else {
      report(
        at: node, "a 'saturation' is for each inhabitant: the model needs a 'population'")
      return nil
    }
    let keys = (node.mapping ?? [:]).compactMap(\.key.string)
    guard !keys.contains(where: ModelReader.curveKeys.contains),
      let dimension = dimensions.first(where: { dimension in
        keys.contains(where: dimension.elements.contains)
      })
    else {
      let isCurve = keys.contains(where: ModelReader.curveKeys.contains)
      // It may be a map of a dimension that could not be read.
      guard isCurve || brokenDimensions.isEmpty else { return nil }
      return curve(node, of: nil).map { Parameter(series: $0.stock(of: population, over: time)) }
    }
    var cells: [[Double]] = []
    let entries = entries(of: node, in: "'saturation'")
    for entry in entries { _ = isElement(entry.name, of: dimension, at: entry.key) }
    for element in dimension.elements {
      guard
        let own = entries.first(where: { $0.name == element })
          ?? entries.first(where: { $0.name == "default" })
      else {
        report(at: node, "there is no curve for '\(element)'", hint: "give one, or a 'default'")
        return nil
      }
      guard let curve = curve(own.value, of: element) else { return nil }
      cells.append(curve.stock(of: population, over: time))
    }
    return Parameter(dimensions: [dimension.name], cells: cells)
  }

  private mutating func curve(_ node: Node, of element: String?) -> SaturationCurve? {
    let known = faults.count
    let fields = fields(
      of: node, in: "a saturation curve", known: ModelReader.curveKeys, required: ["curve"])
    let shape = fields["curve"].flatMap { choice($0, "'curve'", as: SaturationCurve.Shape.self) }
    let ceiling = fields["ceiling"].flatMap { number($0) }
    let rate = fields["rate"].flatMap { number($0) }
    let midpoint = fields["midpoint"].flatMap { number($0) }
    let seen = fields["fit"].flatMap { seenPoints($0, of: element) }
    guard faults.count == known, let shape else { return nil }
    do throws(SaturationError) {
      if let seen {
        guard rate == nil, midpoint == nil else {
          report(at: node, "a curve that is fitted has its 'rate' and 'midpoint' from the fit")
          return nil
        }
        return try SaturationFit(shape, to: seen, ceiling: ceiling).curve
      }
      guard let ceiling, let rate, let midpoint else {
        report(
          at: node,
          "a saturation curve needs 'ceiling', 'rate' and 'midpoint', or something to 'fit'")
        return nil
      }
      return try SaturationCurve(shape, ceiling: ceiling, rate: rate, midpoint: midpoint)
    } catch {
      report(at: fields["fit"] ?? node, error.description)
      return nil
    }
  }

  /// The years and numbers of an entry of `data` above: stocks for each inhabitant.
  private mutating func seenPoints(
    _ node: Node, of element: String?
  ) -> [(year: Double, value: Double)]? {
    guard let name = text(node, "'fit'") else { return nil }
    guard let input = inputs.first(where: { $0.name == name }) else {
      report(
        at: node, "there is no data '\(name)' above",
        hint: Suggestion.hint(for: name, in: inputs.map(\.name)))
      return nil
    }
    let space = CellSpace(dimensions.filter { input.parameter.dimensions.contains($0.name) })
    let cell = space.dimensions.isEmpty ? 0 : element.flatMap { space.cell(of: [$0]) }
    guard let cell else {
      report(at: node, "'\(name)' does not have one series for this curve")
      return nil
    }
    return zip(time.labels, input.parameter.cells[cell]).map { (year: $0, value: $1) }
  }
}
