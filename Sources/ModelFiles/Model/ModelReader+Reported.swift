public import UrbanMining
internal import Yams

/// A flow of a model of which amounts were reported that the model does not read.
public struct ReportedFlow: Hashable, Sendable {
  /// The flow's own name, or `from->to`.
  public let flow: String
  /// The input that holds what was reported.
  public let input: String
}

extension ModelReader {
  /// `reported:` names, for flows of the model, the inputs that hold what was reported of them.
  mutating func readReported(_ node: Node, of model: SystemModel) -> [ReportedFlow] {
    entries(of: node, in: "'reported'").compactMap { entry in
      let flows = model.flows.map(\.key)
      guard flows.contains(entry.name) else {
        report(
          at: entry.key, "there is no flow '\(entry.name)'",
          hint: Suggestion.hint(for: entry.name, in: flows)
            ?? "the flows are \(flows.joined(separator: ", "))")
        return nil
      }
      guard let name = text(entry.value, "what was reported of '\(entry.name)'") else { return nil }
      let inputs = model.inputs.map(\.name)
      guard let input = model.inputs.first(where: { $0.name == name }) else {
        report(
          at: entry.value, "there is no entry '\(name)' of 'data'",
          hint: Suggestion.hint(for: name, in: inputs)
            ?? "the entries are \(inputs.joined(separator: ", "))")
        return nil
      }
      guard input.parameter.dimensions.isEmpty else {
        report(
          at: entry.value,
          "what was reported is one number a year, but '\(name)' is told apart by "
            + input.parameter.dimensions.joined(separator: ", "))
        return nil
      }
      return ReportedFlow(flow: entry.name, input: name)
    }
  }
}

extension ModelFile {
  /// What the file says was reported, beside what results predict.
  public func comparisons(with results: SystemResults) -> [ReportedComparison] {
    reported.compactMap { pair in
      base.inputs.first { $0.name == pair.input }.flatMap { input in
        ReportedComparison(of: pair.flow, reported: input.parameter.cells[0], results)
      }
    }
  }
}
