public import UrbanMining
internal import Yams

/// A model file with what was fitted as one more scenario.
///
/// The model that was fitted stays as it is: its text is copied, comments and sources included, and the scenario
/// `fitted` put before its other scenarios.
public struct FittedModelText: Sendable {
  public let text: String
  /// What the scenario is called: `fitted`, with a number behind it where there is one already.
  public let scenario: String

  /// - Parameters:
  ///   - fit: the best values.
  ///   - text: the file of the model that was fitted.
  ///   - file: the same, read.
  ///   - scenarios: the scenarios that were applied before.
  ///   - settings: the changes, written KEY=VALUE, that were applied before.
  ///   - title: what readers see.
  /// - Throws: where the scenarios of the file stand in braces.
  public init(
    _ fit: ModelFit, into text: String, of file: ModelFile, scenarios: [String],
    settings: [String], title: String
  ) throws(ModelFileError) {
    let taken = file.scenarios.map(\.name)
    var name = "fitted"
    var number = 2
    while taken.contains(name) {
      name = "fitted-\(number)"
      number += 1
    }
    scenario = name
    let lines = FittedModelText.lines(
      fit, name: name, scenarios: scenarios, settings: settings, title: title)
    let newline = text.contains("\r\n") ? "\r\n" : "\n"
    // An unreadable text can't be: the file was read from it.
    let root = try? Yams.compose(yaml: text)
    guard let node = root?.mapping?.first(where: { $0.key.string == "scenarios" })?.value,
      let mapping = node.mapping, !mapping.isEmpty
    else {
      guard root?["scenarios"] == nil else {
        throw ModelFileError([
          Fault(
            file: file.name, line: root?["scenarios"]?.mark?.line ?? 1, column: 1,
            message: "'scenarios' is empty: leave it out, so that fitted values can be added")
        ])
      }
      let end = text.last?.isNewline == true ? "" : newline
      self.text =
        text + end
        + ([""] + ["scenarios:"] + lines.map { "  \($0)" } + [""])
        .joined(separator: newline)
      return
    }
    var all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    guard let mark = mapping.first?.key.mark,
      let start = node.mark, !all[start.line - 1].dropFirst(start.column - 1).hasPrefix("{")
    else {
      throw ModelFileError([
        Fault(
          file: file.name, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1,
          message: "write each scenario on lines of its own, not in braces, so that fitted values "
            + "can be added")
      ])
    }
    let indent = String(repeating: " ", count: mark.column - 1)
    all.insert(contentsOf: lines.map { indent + $0 }, at: mark.line - 1)
    self.text = all.joined(separator: newline)
  }

  private static func lines(
    _ fit: ModelFit, name: String, scenarios: [String], settings: [String], title: String
  ) -> [String] {
    var set: [String] = []
    var scale: [String] = []
    let changed = fit.changes
    // What was read has a sign of equality. Of several settings of a key the last one holds.
    let written = settings.map { $0.split(separator: "=", maxSplits: 1).map { String($0).trimmed } }
    for (place, parts) in written.enumerated() where parts.count == 2 {
      let isReplaced = changed.contains {
        if case .factors = $0.value { false } else { $0.key == parts[0] }
      }
      guard !isReplaced, !written[(place + 1)...].contains(where: { $0.first == parts[0] }) else {
        continue
      }
      let isPlain = Double(parts[1]) != nil || parts[1].first.map { "{'\"".contains($0) } ?? false
      set.append("\(quoted(parts[0])): \(isPlain ? parts[1] : quoted(parts[1]))")
    }
    let years = fit.model.time.labels
    for change in changed {
      let key = quoted(change.key)
      switch change.value {
      case .lifetime(let lifetime): set.append("\(key): \(quoted(lifetime.description))")
      case .number(let value): set.append("\(key): \(value)")
      case .factors(let factors) where factors.allSatisfy { $0 == factors[0] }:
        scale.append("\(key): \(factors[0])")
      case .factors(let factors):
        let points = zip(years, factors).map { "\(plainNumber($0)): \($1)" }
        scale.append("\(key): { \(points.joined(separator: ", ")) }")
      }
    }
    let parents = scenarios.isEmpty ? [] : ["extends: [\(scenarios.joined(separator: ", "))]"]
    return ["\(name):"]
      + (["title: \(quoted(title))"] + parents + block("set", set) + block("scale", scale))
      .map { "  " + $0 }
  }

  private static func block(_ name: String, _ entries: [String]) -> [String] {
    entries.isEmpty ? [] : ["\(name):"] + entries.map { "  " + $0 }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
