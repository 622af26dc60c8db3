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
      let over = process.dimensions.joined(separator: ", ")
      let text = quoted(label(for: process.name), over.isEmpty ? nil : "by \(over)")
      lines.append("  \(quoted(process.name)) [label=\(text)\(look(process))];")
    }
    for flow in flows {
      let rule = String(flow.rule.word.map { $0 == "_" ? " " : $0 })
      let hasName = flow.ownName != nil || flow.displayName != flow.key
      let text = hasName ? quoted(flow.displayName, rule) : quoted(rule)
      let style = flow.role == .oldScrap || flow.role == .newScrap ? ", style=bold" : ""
      lines.append(
        "  \(quoted(flow.from)) -> \(quoted(flow.to)) [label=\(text)\(style)];")
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

  /// A quoted text of one or two lines.
  private func quoted(_ first: String, _ second: String? = nil) -> String {
    let lines = [first, second].compactMap { line in
      line.map { $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") }
    }
    return "\"" + lines.joined(separator: "\\n") + "\""
  }
}
