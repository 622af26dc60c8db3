/// A named set of changes to a model, which may build upon other scenarios.
///
/// Changes are made in *layers*: first those of the scenarios that it extends, in their order and each
/// once, then its own. Inside a layer they are made one after the other.
public struct Scenario: Hashable, Sendable {
  public let name: String
  public let title: String
  /// What is changed, those of the scenarios that it extends first.
  public let layers: [Layer]

  /// The changes that one scenario makes itself.
  public struct Layer: Hashable, Sendable {
    /// The scenario that makes them.
    public let scenario: String
    public let changes: [Change]
  }

  /// - Parameters:
  ///   - name: the identifier.
  ///   - title: what readers see; the name where it is nil.
  ///   - parents: the scenarios that it extends.
  ///   - changes: its own changes.
  public init(
    name: String, title: String? = nil, extending parents: [Scenario] = [], changes: [Change]
  ) {
    self.name = name
    self.title = title ?? name
    var layers: [Layer] = []
    for layer in parents.flatMap(\.layers) + [Layer(scenario: name, changes: changes)]
    where !layers.contains(layer) { layers.append(layer) }
    self.layers = layers
  }

  private init(name: String, title: String, layers: [Layer]) {
    self.name = name
    self.title = title
    self.layers = layers
  }

  /// All changes in the order in which they are made.
  public var changes: [Change] { layers.flatMap(\.changes) }

  /// The names of its parts, in their order: what can be told apart when its effect is divided.
  public var parts: [String] {
    var parts: [String] = []
    for change in changes where !parts.contains(change.part) { parts.append(change.part) }
    return parts
  }

  /// The same scenario with some of its parts alone.
  public func keeping(parts: some Collection<String>) -> Scenario {
    Scenario(
      name: name, title: title,
      layers: layers.map { layer in
        Layer(
          scenario: layer.scenario, changes: layer.changes.filter { parts.contains($0.part) })
      })
  }

  /// The model with the changes made; the given model stays as it is.
  /// - Throws: every fault of the changes and of the changed model, such as shares that no longer sum to
  ///   one.
  public func applied(to model: SystemModel) throws(SystemModelError) -> SystemModel {
    var draft = ModelDraft(model)
    for layer in layers { draft.make(layer) }
    return try draft.model()
  }
}
