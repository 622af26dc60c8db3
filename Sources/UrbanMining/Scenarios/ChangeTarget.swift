/// The numbers of a model that a key names: `collection.construction`, `use.lifetime`, `a->b.share`.
public struct ChangeTarget: Hashable, Sendable {
  /// The key as it was written.
  public let key: String
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
    /// The inflow that a process must receive.
    case requiredInflow(Int)
    /// The stock that a process must hold.
    case requiredStock(Int)
  }

  /// Whether the key names lifetimes rather than numbers.
  public var isLifetime: Bool {
    if case .lifetimes = owner { true } else { false }
  }

  /// For each cell of the owner the series that an operand over some of its dimensions has there.
  func spread(_ operand: Parameter, in model: SystemModel) -> [[Double]] {
    space.places(in: model.space(over: operand.dimensions)).map { operand.cells[$0] }
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

/// The parts of a model that keys name, whether the model as a whole is sound or not.
package struct ModelKeys: Sendable {
  let dimensions: [Dimension]
  let inputs: [SystemModel.Input]
  let processes: [SystemModel.Process]
  let flows: [SystemModel.Flow]

  package init(
    dimensions: [Dimension], inputs: [SystemModel.Input], processes: [SystemModel.Process],
    flows: [SystemModel.Flow]
  ) {
    self.dimensions = dimensions
    self.inputs = inputs
    self.processes = processes
    self.flows = flows
  }

  package init(of model: SystemModel) {
    self.init(
      dimensions: model.dimensions, inputs: model.inputs, processes: model.processes,
      flows: model.flows)
  }

  private func space(over names: [String]) -> CellSpace {
    CellSpace(dimensions.filter { names.contains($0.name) })
  }

  /// All dimensions of a flow, under the names that it gives them.
  private func space(of flow: SystemModel.Flow) -> CellSpace {
    let source = processes.first { $0.name == flow.from }?.dimensions ?? []
    let target = processes.first { $0.name == flow.to }?.dimensions ?? []
    return space(over: source + target.map { flow.across[$0] ?? $0 })
  }

  /// Finds what a key names.
  ///
  /// Keys are `DATA`, `PROCESS.lifetime`, `PROCESS.inflow` and `PROCESS.stock` where these are given, and
  /// `FROM->TO.share`, `FROM->TO.given` and so on with the word of the flow's rule; each with `.ELEMENT`
  /// for single elements of its dimensions.
  package func target(of key: String) throws(UnknownKey) -> ChangeTarget {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let (head, rest) = (parts[0], Array(parts.dropFirst()))
    if let index = inputs.firstIndex(where: { $0.name == head }) {
      let space = space(over: inputs[index].parameter.dimensions)
      return try target(.input(index), space, elements: rest, of: key)
    }
    if let index = processes.firstIndex(where: { $0.name == head }) {
      let process = processes[index]
      let owners = process.keyedOwners(at: index)
      guard let property = rest.first,
        let owner = owners.first(where: { $0.word == property })?.owner
      else {
        let words = owners.map(\.word)
        throw UnknownKey(
          key: key, part: rest.first ?? "", known: words,
          rule: words.isEmpty
            ? "the process '\(head)' has no lifetime"
            : "of '\(head)' only the \(words.joined(separator: " and the ")) can be changed"
              + (rest.first == "inflow" || rest.first == "stock"
                ? ", since no '\(rest[0])' that it must reach is given" : ""))
      }
      let space = space(over: process.dimensions)
      return try target(owner, space, elements: Array(rest.dropFirst()), of: key)
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
    return ChangeTarget(key: key, owner: owner, cells: cells, space: space, dimensions: open)
  }
}

extension SystemModel {
  /// Finds what a key names.
  ///
  /// Keys are `DATA`, `PROCESS.lifetime`, `PROCESS.inflow` and `PROCESS.stock` where these are given, and
  /// `FROM->TO.share`, `FROM->TO.given` and so on with the word of the flow's rule; each with `.ELEMENT`
  /// for single elements of its dimensions.
  public func target(of key: String) throws(UnknownKey) -> ChangeTarget {
    try ModelKeys(of: self).target(of: key)
  }
}

extension SystemModel.Process {
  /// What keys can name of a process, with the word for it.
  fileprivate func keyedOwners(at index: Int) -> [(word: String, owner: ChangeTarget.Owner)] {
    var owners: [(word: String, owner: ChangeTarget.Owner)] = []
    if lifetimes != nil { owners.append(("lifetime", .lifetimes(index))) }
    if required.inflow != nil { owners.append(("inflow", .requiredInflow(index))) }
    if required.stock != nil { owners.append(("stock", .requiredStock(index))) }
    return owners
  }
}
