internal import UrbanMining

extension SystemModel {
  /// What readers see for an identifier: its label, or the identifier with spaces.
  func words(for id: String) -> String { SystemModel.words(for: id, labels: header.labels) }

  /// The same with labels by identifier.
  static func words(for id: String, labels: [String: String]) -> String {
    labels[id] ?? String(id.map { $0 == "_" ? " " : $0 })
  }

  /// A key of the model in words: `Collection rate of transport`, `Lifetime of buildings`.
  func readableName(of key: String) -> String {
    let parts = key.split(separator: ".").map(String.init)
    var rest = parts.dropFirst().filter { $0 != "share" && $0 != "lifetime" }.map {
      words(for: $0).lowercased()
    }
    var name = words(for: parts[0]).capitalizedFirst
    if parts.contains("lifetime") {
      // Which stock it is needs saying only where there are several.
      if processes.count(where: { $0.lifetimes != nil }) > 1 {
        rest.insert(words(for: parts[0]).lowercased(), at: 0)
      }
      name = rest.isEmpty ? "Lifetimes" : "Lifetime"
    }
    return rest.isEmpty ? name : "\(name) of \(rest.joined(separator: ", "))"
  }
}
