/// The numbers of a model that a key names: `collection.construction`, `use.lifetime`, `a->b.share`.
public struct ChangeTarget: Hashable, Sendable {
  let owner: Owner
  /// The cells of the owner that are meant.
  let cells: [Int]
  /// The space of the owner's cells.
  let space: CellSpace
  /// The dimensions, by name, over which a new value may vary: those that the key leaves open.
  public let dimensions: [String]

  enum Owner: Hashable, Sendable {
    case input(Int)
    case flow(Int)
    case lifetimes(Int)
  }

  /// Whether the key names lifetimes rather than numbers.
  public var isLifetime: Bool {
    if case .lifetimes = owner { true } else { false }
  }

  /// The cells that are meant, each by its elements: the element of each dimension, by its name.
  public var places: [[String: String]] {
    cells.map { cell in
      Dictionary(
        uniqueKeysWithValues: zip(space.dimensions.map(\.name), space.elements(of: cell)))
    }
  }
}

/// Why a key names nothing in a model.
public struct UnknownKey: Error, Hashable, Sendable, CustomStringConvertible {
  public let key: String
  /// The part of the key that nothing has.
  public let part: String
  /// What could stand there.
  public let known: [String]
  /// The rule, in words.
  public let rule: String

  public var description: String { "'\(key)' names nothing in the model: \(rule)" }
}

extension SystemModel {
  /// Finds what a key names.
  ///
  /// Keys are `DATA`, `PROCESS.lifetime`, `FROM->TO.share` and `FROM->TO.given`, each with `.ELEMENT`
  /// for single elements of its dimensions.
  public func target(of key: String) throws(UnknownKey) -> ChangeTarget {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let (head, rest) = (parts[0], Array(parts.dropFirst()))
    if let index = inputs.firstIndex(where: { $0.name == head }) {
      let space = space(over: inputs[index].parameter.dimensions)
      return try target(.input(index), space, elements: rest, of: key)
    }
    if let index = processes.firstIndex(where: { $0.name == head }) {
      guard processes[index].lifetimes != nil, rest.first == "lifetime" else {
        throw UnknownKey(
          key: key, part: rest.first ?? "",
          known: processes[index].lifetimes == nil ? [] : ["lifetime"],
          rule: processes[index].lifetimes == nil
            ? "the process '\(head)' has no lifetime" : "a process has only a 'lifetime' to change")
      }
      let space = space(over: processes[index].dimensions)
      return try target(.lifetimes(index), space, elements: Array(rest.dropFirst()), of: key)
    }
    if let index = flows.firstIndex(where: { $0.key == head }) {
      let property = flows[index].values == nil ? nil : flows[index].rule.word
      guard let property, rest.first == property else {
        throw UnknownKey(
          key: key, part: rest.first ?? "", known: property.map { [$0] } ?? [],
          rule: property.map { "the flow '\(head)' has a '\($0)'" }
            ?? "the flow '\(head)' is a '\(flows[index].rule.word)' and has no numbers")
      }
      let space = space(of: flows[index])
      return try target(.flow(index), space, elements: Array(rest.dropFirst()), of: key)
    }
    let stocks = processes.filter { $0.lifetimes != nil }.map { "\($0.name).lifetime" }
    throw UnknownKey(
      key: key, part: head, known: inputs.map(\.name) + processes.map(\.name) + flows.map(\.key),
      rule: "a key starts with one of "
        + (inputs.map(\.name) + stocks + flows.map(\.key))
        .joined(separator: ", "))
  }

  private func target(
    _ owner: ChangeTarget.Owner, _ space: CellSpace, elements: [String], of key: String
  ) throws(UnknownKey) -> ChangeTarget {
    var fixed: [String: String] = [:]
    for element in elements {
      // Two dimensions may share elements: the first that is still open is meant.
      let open = space.dimensions.filter { fixed[$0.name] == nil }
      guard let dimension = open.first(where: { $0.elements.contains(element) }) else {
        let known = open.flatMap(\.elements)
        throw UnknownKey(
          key: key, part: element, known: known,
          rule: space.dimensions.isEmpty
            ? "it is not over a dimension, so no '\(element)' can be told apart"
            : open.isEmpty
              ? "an element of each of its dimensions stands before '\(element)'"
              : "its elements are " + known.joined(separator: ", "))
      }
      fixed[dimension.name] = element
    }
    let cells = (0..<space.count).filter { cell in
      zip(space.dimensions, space.elements(of: cell)).allSatisfy { dimension, element in
        fixed[dimension.name] == nil || fixed[dimension.name] == element
      }
    }
    let open = space.dimensions.map(\.name).filter { fixed[$0] == nil }
    return ChangeTarget(owner: owner, cells: cells, space: space, dimensions: open)
  }
}
