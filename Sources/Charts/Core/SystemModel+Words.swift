internal import UrbanMining

extension SystemModel {
  /// What readers see for an identifier: its label, or the identifier with spaces.
  func words(for id: String) -> String { SystemModel.words(for: id, labels: header.labels) }

  /// The same inside a sentence: a label in small letters. An identifier stays as it is, since it may be
  /// the name of a country.
  func phrase(for id: String) -> String { SystemModel.phrase(for: id, labels: header.labels) }

  /// The same with labels by identifier.
  static func phrase(for id: String, labels: [String: String]) -> String {
    labels[id]?.lowercased() ?? words(for: id, labels: labels)
  }

  /// What readers see for an identifier, with labels by identifier.
  static func words(for id: String, labels: [String: String]) -> String {
    labels[id] ?? String(id.map { $0 == "_" ? " " : $0 })
  }

  /// A key of the model in words: `Collection rate of transport`, `Lifetime of buildings`.
  func readableName(of key: String) -> String {
    let parts = key.split(separator: ".").map(String.init)
    var rest = parts.dropFirst().filter { $0 != "share" && $0 != "lifetime" }.map {
      phrase(for: $0)
    }
    var name = words(for: parts[0]).capitalizedFirst
    let ends = parts[0].split(separator: "->").map { phrase(for: String($0)) }
    if ends.count == 2 {
      let kind = parts.contains("share") ? "Share" : "Flow"
      return (["\(kind) from \(ends[0]) to \(ends[1])"] + rest).joined(separator: ", ")
    }
    if parts.contains("lifetime") {
      // Which stock it is needs saying only where there are several.
      if processes.count(where: { $0.lifetimes != nil }) > 1 {
        rest.insert(phrase(for: parts[0]), at: 0)
      }
      name = rest.isEmpty ? "Lifetimes" : "Lifetime"
    }
    return rest.isEmpty ? name : "\(name) of \(rest.joined(separator: ", "))"
  }
}
