public import UrbanMining

extension SystemModel {
  /// The system as a graph in Graphviz DOT: boundaries as ovals, stocks as boxes with a second line, flows
  /// as arrows with their rule.
  public var dotText: String {
    var lines = [
      "digraph \(quoted(header.name)) {", "  rankdir=LR;", "  label=\(quoted(header.title));",
      "  node [fontname=\"Helvetica\", shape=box, style=rounded];",
      "  edge [fontname=\"Helvetica\", fontsize=10];",
    ]
    for process in processes {
      let over =
        process.dimensions.isEmpty ? "" : "\\nby \(process.dimensions.joined(separator: ", "))"
      lines.append(
        "  \(quoted(process.name)) [label=\(quoted(label(for: process.name) + over))\(look(process))];"
      )
    }
    for flow in flows {
      let rule =
        switch flow.rule {
        case .given: "given"
        case .share: "share"
        case .remainder: "remainder"
        }
      let text =
        flow.displayName == flow.key && flow.ownName == nil ? rule : "\(flow.displayName)\\n\(rule)"
      let style = flow.role == .oldScrap || flow.role == .newScrap ? ", style=bold" : ""
      lines.append(
        "  \(quoted(flow.from)) -> \(quoted(flow.to)) [label=\(quoted(text))\(style)];")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private func look(_ process: Process) -> String {
    switch process.kind {
    case .source, .destination: ", shape=ellipse, style=dashed"
    case .use: ", peripheries=2"
    case .sink: ", shape=cylinder, style=solid"
    case .transform: ""
    }
  }

  /// A quoted identifier; `\n` stays a line break.
  private func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
      + "\""
  }
}
