public import UrbanMining

extension SystemResults {
  /// All series of a lane as tidy CSV: one row for each number.
  ///
  /// The columns are `year,kind,name,from,to`, one for each dimension of the model, `unit,value`. An
  /// undefined value is an empty field.
  /// - Complexity: O(numbers).
  public func csvText(lane: Int = 0) -> String {
    let model = plan.models[lane]
    let dimensions = model.dimensions.map(\.name)
    var lines = [csvLine(["year", "kind", "name", "from", "to"] + dimensions + ["unit", "value"])]
    for series in series(lane: lane) {
      for (period, value) in series.values.enumerated() {
        lines.append(
          csvLine(
            [model.time.label(of: period), series.kind.rawValue, series.name]
              + [series.from ?? "", series.to ?? ""]
              + dimensions.map { series.elements[$0] ?? "" }
              + [series.unit, value.finite.map(plainNumber) ?? ""]))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// One line of CSV; fields that hold a comma, a quote or a line break are quoted (RFC 4180).
func csvLine(_ fields: [String]) -> String {
  fields.map { field in
    guard field.contains(where: { ",\"\n\r".contains($0) || $0 == "\r\n" }) else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }.joined(separator: ",")
}
