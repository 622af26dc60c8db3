/// A measure of a circular economy, ready made: what it changes in a model follows from the model's
/// processes and the roles of its flows.
///
/// What a lever means depends on what drives the model. Where demand is given, needing less material
/// lowers the demand. Where mine production is given, the same material enters whatever is done with it;
/// then a lever changes what is in use and the service that it gives (see ``ServiceIntensity``).
public struct Lever: Hashable, Sendable {
  public let kind: Kind
  /// How strong it is in full; see ``Kind``.
  public let strength: Double
  /// When it holds.
  public let path: ChangePath
  /// The elements, such as end uses, to which it is limited; none for all.
  public let elements: [String]

  /// What can be done. With the strength x and the weight w of the path, k = x·w:
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What enters use lasts 1 + k times as long. x ≥ 0.
    case lifetimeExtension = "lifetime-extension"
    /// The share k of the products at the end of a life begins another as they are; the other ways out of
    /// that process shrink to 1 − k. Needs a flow with the role `re_use`.
    case reUse = "re-use"
    /// The share k of what is lost at the end of life is collected. Needs the role `collected`, beside a
    /// remainder or shares with the role `loss`.
    case collection
    /// The share k of what is lost between collection and metal is recovered. Needs the role `old_scrap`,
    /// beside a remainder or shares with the role `loss`.
    case recovery
    /// The share k of what fabrication does not bring into products is saved. Needs a process that feeds a
    /// stock in service and gives off a flow with the role `new_scrap`.
    case yield
    /// The share k of collected products is restored for another life; recycling and losses shrink to
    /// 1 − k. Needs a flow with the role `remanufactured`.
    case remanufacture
    /// Another material takes over the share k of the service of what enters use. x < 1.
    case substitution
    /// What enters use needs 1 − k of the material for the same service. x < 1.
    case lightWeighting = "light-weighting"
    /// The same service with 1 − k of the stock, as each product serves more people. x < 1.
    case sharing
  }

  /// - Parameters:
  ///   - kind: what is done.
  ///   - strength: from 0 to 1; below 1 where less material serves as well; any number from 0 on for
  ///     lifetime extension.
  ///   - path: when it holds.
  ///   - elements: the elements to which it is limited; none for all.
  /// - Throws: where the strength is not possible.
  public init(
    _ kind: Kind, strength: Double, path: ChangePath = .always, of elements: [String] = []
  ) throws(LeverFault) {
    let isPossible =
      switch kind {
      case .lifetimeExtension: strength >= 0 && strength.isFinite
      case .reUse, .collection, .recovery, .yield, .remanufacture: (0...1).contains(strength)
      case .substitution, .lightWeighting, .sharing: (0..<1).contains(strength)
      }
    guard isPossible else { throw .strength(kind, strength) }
    self.kind = kind
    self.strength = strength
    self.path = path
    self.elements = elements
  }

  /// What it is called when the effect of a scenario is divided among its parts.
  public var name: String {
    elements.isEmpty ? kind.rawValue : "\(kind.rawValue) (\(elements.joined(separator: ", ")))"
  }
}

extension Lever.Kind {
  /// Which strengths there are, in words.
  var strengths: String {
    switch self {
    case .lifetimeExtension: "it is 0 or more: 0.25 for lives that are a quarter longer"
    case .reUse, .collection, .recovery, .yield, .remanufacture: "it is a share from 0 to 1"
    case .substitution, .lightWeighting, .sharing:
      "it is the share of the material that is saved, from 0 to below 1"
    }
  }

  /// What a model must have for it, in words.
  public var needs: String {
    switch self {
    case .lifetimeExtension, .substitution, .lightWeighting, .sharing:
      "a process with a 'lifetime'"
    case .reUse:
      "a flow with the role 're_use' and a share (0 for now) that leads back towards use"
    case .collection:
      "a flow with the role 'collected' and a share, beside a flow with the role 'loss'"
    case .recovery:
      "a flow with the role 'old_scrap' and a share, beside a flow with the role 'loss'"
    case .yield:
      "a process that passes a share on to a stock in use and gives off a flow with the role "
        + "'new_scrap'"
    case .remanufacture:
      "a flow with the role 'remanufactured' and a share (0 for now) that leads back towards use"
    }
  }
}

/// Why a lever can't be pulled.
public enum LeverFault: Error, Hashable, Sendable, CustomStringConvertible {
  case strength(Lever.Kind, Double)
  case missing(Lever.Kind, model: String)
  case unknownElement(String, known: [String])
  /// The stock is given, and new products that serve better would change its course.
  case stockIsGiven(Lever.Kind)
  /// Some elements of a stock are given and others are not, so that one lever would mean different things.
  case mixedDrives(Lever.Kind, process: String)
  /// A flow of the same source has a rule under which it isn't known how it would give way.
  case unclear(Lever.Kind, flow: String)
  /// The flow that should grow divides its source further, so it is not known how.
  case splits(Lever.Kind, flow: String)

  public var description: String {
    switch self {
    case .strength(let kind, let value):
      "the strength of '\(kind.rawValue)' can't be \(plainNumber(value)): \(kind.strengths)"
    case .missing(let kind, let model):
      "the lever '\(kind.rawValue)' needs \(kind.needs); the model '\(model)' has none"
    case .unknownElement(let element, let known):
      "'\(element)' is not an element of what the lever changes"
        + (known.isEmpty ? ", which is not over a dimension" : "")
    case .stockIsGiven(let kind):
      "the lever '\(kind.rawValue)' changes what new products need, but here the stock itself is given: "
        + "change the stock, or use 'sharing', which needs less of it"
    case .mixedDrives(let kind, let process):
      "the lever '\(kind.rawValue)' means other things where a stock is given than where an inflow is, and "
        + "'\(process)' has both: scale '\(process).stock' and '\(process).inflow' instead"
    case .unclear(let kind, let flow):
      "the lever '\(kind.rawValue)' moves shares, but '\(flow)', which leaves the same process, is neither "
        + "a plain share nor the remainder"
    case .splits(let kind, let flow):
      "the lever '\(kind.rawValue)' would raise '\(flow)', which divides its source over a dimension: it "
        + "is not known how"
    }
  }
}
