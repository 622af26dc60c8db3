internal import UrbanMining

extension ModelDraft {
  /// The model file.
  /// - Parameters:
  ///   - name: the identifier of the model.
  ///   - origin: where it comes from, in words.
  ///   - path: gives the path of a table, by its name, as the model file writes it.
  func text(name: String, origin: String, path: (String) -> String) -> String {
    var lines = ["# \(origin)"]
    if !remarks.isEmpty { lines += ["# Not carried over as it was:"] + remarks.map { "# - \($0)" } }
    lines += [
      "model: \(Self.quoted(name))", "title: \(Self.quoted(title))",
      "years: \(years.lowerBound)-\(years.upperBound)", "unit: \(unit.rawValue)",
      "inflow_at: \(timing.description)",
    ]
    lines += section(
      "dimensions", dimensions.map { "\(Self.quoted($0.name)): \(Self.list($0.elements))" })
    lines += section(
      "labels",
      labels.filter { $0.name != $0.label }
        .map { "\(Self.quoted($0.name)): \(Self.quoted($0.label))" })
    lines += section("data", inputs.map { line($0, path) })
    lines += section("processes", processes.map(line))
    lines += section("flows", flows.map(line))
    lines += section("scenarios", scenarios.flatMap(scenarioLines))
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ name: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["\(name):"] + lines.map { "  \($0)" }
  }

  private func line(_ input: Input, _ path: (String) -> String) -> String {
    var fields = ["table: \(Self.quoted(path(input.table)))"]
    if !input.over.isEmpty { fields.append("over: \(Self.list(input.over))") }
    if !input.filter.isEmpty {
      let pairs = input.filter.map { "\(Self.quoted($0.column)): \(Self.quoted($0.value))" }
      fields.append("where: { \(pairs.joined(separator: ", ")) }")
    }
    if input.hasGaps { fields.append("gaps: linear") }
    if let source = input.source { fields.append("source: \(Self.quoted(source))") }
    return "\(Self.quoted(input.name)): { \(fields.joined(separator: ", ")) }"
  }

  private func line(_ process: Process) -> String {
    var fields = process.over.isEmpty ? [] : ["over: \(Self.list(process.over))"]
    switch process.kind {
    case .source: fields.append("boundary: source")
    case .destination: fields.append("boundary: sink")
    case .sink: fields.append("sink: true")
    case .use(let lifetime): fields.append("lifetime: \(Self.quoted(lifetime))")
    case .transform: break
    }
    let body = fields.isEmpty ? "{}" : "{ \(fields.joined(separator: ", ")) }"
    return "\(Self.quoted(process.name)): \(body)" + comment(process.comment)
  }

  private func line(_ flow: Flow) -> String {
    var fields = ["from: \(Self.quoted(flow.from))", "to: \(Self.quoted(flow.to))"]
    let isOnly = flows.count { $0.from == flow.from } == 1
    switch flow.rule {
    case .given(let input): fields.append("given: \(input)")
    case .share(let input): fields.append("share: \(input)")
    case .remainder: if !isOnly { fields.append("remainder: true") }
    }
    return "- { \(fields.joined(separator: ", ")) }" + comment(flow.comment)
  }

  private func scenarioLines(_ scenario: Scenario) -> [String] {
    [
      "\(Self.quoted(scenario.name)):", "  title: \(Self.quoted(scenario.title))", "  set:",
    ]
      + scenario.settings.map { input, points in
        let values = points.map { "\($0.year): \(plainNumber($0.value))" }
        return "    \(Self.quoted(input)): { \(values.joined(separator: ", ")) }"
      }
  }

  private func comment(_ text: String?) -> String {
    text.map { "  # \($0)" } ?? ""
  }

  /// A table as CSV.
  static func csv(_ table: Table) -> String {
    ([table.columns] + table.rows).map(csvLine).joined(separator: "\n") + "\n"
  }

  private static func list(_ texts: [String]) -> String {
    "[\(texts.map(quoted).joined(separator: ", "))]"
  }

  /// A text that YAML reads as this text: in quotes, unless it is a plain word.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./".contains($0)) }
      && !["true", "false", "yes", "no", "on", "off", "y", "n", "null"].contains(text.lowercased())
    if isPlain { return text }
    let oneLine = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "'" + oneLine.replacing("'", with: "''") + "'"
  }
}
