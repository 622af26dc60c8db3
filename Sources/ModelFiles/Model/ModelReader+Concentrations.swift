internal import UrbanMining
internal import Yams

// The part `concentration_limits`: how much of a tramp element may be in flows.
extension ModelReader {
  /// `{ Cu: { at_most: 0.0025, diluted_with: 0.0002, in: [recycled_steel] } }`
  mutating func readConcentrationLimits(_ node: Node) -> [SystemModel.ConcentrationLimit] {
    entries(of: node, in: "'concentration_limits'").compactMap { element, key, value in
      places[.concentrationLimit(element)] = key
      let known = faults.count
      let fields = fields(
        of: value, in: "a limit of concentration",
        known: ["at_most", "diluted_with", "in", "source", "assumption", "note"],
        required: ["at_most"])
      let limit = fields["at_most"].flatMap { number($0) }
      let purity = fields["diluted_with"].flatMap { number($0) }
      let flows = fields["in"].map { texts($0, "'in'") }
      guard faults.count == known, let limit else { return nil }
      return SystemModel.ConcentrationLimit(
        element: element, limit: limit, purity: purity ?? 0, flows: flows)
    }
  }
}
