internal import UrbanMining
internal import Yams

// The part `uncertainty`: which numbers may be otherwise, and how likely.
extension ModelReader {
  private static let ways = ["relative", "absolute", "odds", "dirichlet", "one_of"]
  /// A key of `uncertainty` that is no key of the model.
  private static let correlations = "correlations"

  /// What is uncertain in a model; nil after a fault.
  mutating func readUncertainty(_ node: Node, of model: SystemModel) -> Uncertainty? {
    let before = faults.count
    var parameters: [UncertainParameter] = []
    var nodes: [Node] = []
    var groups: [CorrelatedGroup] = []
    var groupNodes: [String: Node] = [:]
    for (name, key, value) in entries(of: node, in: "'uncertainty'") {
      if name == ModelReader.correlations {
        for entry in entries(of: value, in: "'correlations'") {
          groupNodes[entry.name] = entry.key
          if let group = group(entry) { groups.append(group) }
        }
      } else if let parameter = uncertainParameter(name, value, of: model) {
        parameters.append(parameter)
        nodes.append(key)
      }
    }
    do throws(UncertaintyError) {
      let uncertainty = try Uncertainty(model: model, parameters: parameters, groups: groups)
      return faults.count == before ? uncertainty : nil
    } catch {
      for fault in error.faults {
        let place: Node? =
          switch fault.subject {
          case .parameter(let index): nodes[index]
          case .group(let name): groupNodes[name]
          }
        let hint = fault.unknown.flatMap { Suggestion.hint(for: $0.name, in: $0.known) }
        report(at: place ?? node, fault.message, hint: hint)
      }
      return nil
    }
  }

  private mutating func uncertainParameter(
    _ key: String, _ node: Node, of model: SystemModel
  ) -> UncertainParameter? {
    let fields = fields(
      of: node, in: "an uncertain number",
      known: ModelReader.ways
        + [
          "over", "draw", "from", "until", "transition", "normalize", "priority", "source",
          "assumption", "note",
        ])
    let given = ModelReader.ways.filter { fields[$0] != nil }
    guard given.count == 1, let way = given.first, let value = fields[way] else {
      if node.mapping != nil {
        report(
          at: node,
          "an uncertain number has one of \(ModelReader.ways.map { "'\($0)'" }.joined(separator: ", "))"
        )
      }
      return nil
    }
    let change: UncertainParameter.Change?
    switch way {
    case "relative": change = distribution(value).map { .relative($0) }
    case "absolute": change = distribution(value).map { .absolute($0) }
    case "odds": change = distribution(value).map { .odds($0) }
    case "dirichlet": change = number(value).map { .dirichlet(concentration: $0) }
    default: change = choices(value).map { .oneOf($0) }
    }
    let path = fields["draw"].map { drawPath($0) } ?? UncertainParameter.Path.once
    let passage = changePath(fields)
    let provenance = provenance(fields)
    if !provenance.isStated {
      report(
        at: node, "nothing says where the range of '\(key)' comes from",
        hint: "add 'source:', or 'assumption:' with the reason")
    }
    guard let change, let path, let passage else { return nil }
    return UncertainParameter(
      key: key, change, over: fields["over"].map { dimensionNames($0) } ?? [], path: path,
      passage: passage, normalization: normalization(fields), provenance: provenance)
  }

  private mutating func normalization(
    _ fields: [String: Node]
  ) -> UncertainParameter.Normalization? {
    if let node = fields["priority"] { return .priority(texts(node, "'priority'")) }
    return (fields["normalize"].map { flag($0, "'normalize'") } ?? false) ? .proportional : nil
  }

  private mutating func distribution(_ node: Node) -> Distribution? {
    guard let text = text(node, "a distribution") else { return nil }
    do throws(DistributionError) {
      return try Distribution(text)
    } catch {
      var hint: String?
      if case .unknownFamily(let name) = error {
        hint = Suggestion.hint(for: name, in: Distribution.familyNames)
      }
      report(at: node, "'\(text)' is no distribution: \(error)", hint: hint)
      return nil
    }
  }

  /// `once`, `yearly` or `ar1(correlation: 0.9)`.
  private mutating func drawPath(_ node: Node) -> UncertainParameter.Path? {
    guard let text = text(node, "'draw'") else { return nil }
    switch text {
    case "once": return .once
    case "yearly": return .yearly
    default:
      var reader = CallReader(text)
      if let call = try? reader.call(), call.name == "ar1", call.arguments.count == 1,
        call.arguments[0].label == "correlation"
      {
        return .autoregressive(correlation: call.arguments[0].value)
      }
      report(
        at: node, "'draw' can't be '\(text)'",
        hint: "it is 'once', 'yearly' or 'ar1(correlation: 0.9)'")
      return nil
    }
  }

  /// Lifetimes or families, in a list or with their weights.
  private mutating func choices(_ node: Node) -> [LifetimeChoice]? {
    var choices: [LifetimeChoice?] = []
    if let list = node.sequence {
      for entry in list { choices.append(choice(entry, weight: 1)) }
    } else {
      for entry in entries(of: node, in: "'one_of'") {
        choices.append(number(entry.value).flatMap { choice(entry.key, weight: $0) })
      }
    }
    let known = choices.compactMap { $0 }
    return known.count == choices.count ? known : nil
  }

  private mutating func choice(_ node: Node, weight: Double) -> LifetimeChoice? {
    guard let text = text(node, "a lifetime") else { return nil }
    if !text.contains("(") {
      return choice(node, "a family", as: LifetimeChoice.Family.self).map {
        LifetimeChoice(.family($0), weight: weight)
      }
    }
    do throws(LifetimeError) {
      return LifetimeChoice(.lifetime(try Lifetime(text)), weight: weight)
    } catch {
      report(at: node, "'\(text)' is no lifetime: \(error)")
      return nil
    }
  }

  private mutating func group(_ entry: Entry) -> CorrelatedGroup? {
    let fields = fields(
      of: entry.value, in: "a group of correlated numbers",
      known: ["of", "ranks", "source", "assumption", "note"], required: ["of", "ranks"])
    guard let of = fields["of"], let node = fields["ranks"] else { return nil }
    let keys = texts(of, "'of'")
    guard let rows = node.sequence else {
      return number(node).map { CorrelatedGroup(name: entry.name, keys: keys, ranks: .same($0)) }
    }
    var matrix: [[Double]] = []
    for row in rows {
      guard let numbers = row.sequence else {
        report(at: row, "a matrix is a list of rows, like [[1, 0.5], [0.5, 1]]")
        return nil
      }
      matrix.append(numbers.compactMap { number($0) })
    }
    return CorrelatedGroup(name: entry.name, keys: keys, ranks: .matrix(matrix))
  }
}
