/// A model with the numbers of it that are uncertain.
///
/// What exists is valid: the initialiser reports every fault at once.
public struct Uncertainty: Sendable {
  public let model: SystemModel
  /// In the order in which they act on the model's numbers.
  public let parameters: [UncertainParameter]
  public let groups: [CorrelatedGroup]
  /// What each parameter's key names.
  let targets: [UncertainTarget]
  /// The cells of the draws of each parameter: one for each independent draw.
  let spaces: [CellSpace]
  let copulas: [Copula]

  /// A group, ready for use: its draws, each by parameter and number, with their correlation.
  struct Copula: Sendable {
    let name: String
    let members: [Member]
    let correlation: RankCorrelation

    struct Member: Hashable, Sendable {
      let parameter: Int
      let draw: Int
    }
  }

  /// Checks all of it.
  /// - Throws: every fault.
  public init(
    model: SystemModel, parameters: [UncertainParameter], groups: [CorrelatedGroup] = []
  ) throws(UncertaintyError) {
    var validation = UncertaintyValidation(model: model, parameters: parameters)
    let checked = validation.run()
    let copulas = validation.copulas(of: groups)
    guard let checked, let copulas, validation.faults.isEmpty else {
      throw UncertaintyError(faults: validation.faults)
    }
    self.model = model
    self.parameters = parameters
    self.groups = groups
    self.copulas = copulas
    targets = checked.targets
    spaces = checked.spaces
  }

  /// Whether nothing is uncertain.
  public var isEmpty: Bool { parameters.isEmpty }

  /// How readers call a draw of a parameter: its key, with the elements that tell it apart.
  func name(parameter: Int, draw: Int) -> String {
    ([parameters[parameter].key] + spaces[parameter].elements(of: draw)).joined(separator: ".")
  }

  /// How much of what a parameter does is done in each period; nil for all of it in all of them.
  func weights(ofParameter index: Int) -> [Double]? {
    let passage = parameters[index].passage
    return passage == .always ? nil : passage.weights(over: model.time)
  }

  /// How many numbers a draw of a parameter needs.
  func periods(ofParameter index: Int) -> Int {
    parameters[index].path == .once ? 1 : model.time.count
  }
}

/// One thing that is wrong with what is said about uncertainty.
public struct UncertaintyFault: Hashable, Sendable, CustomStringConvertible {
  public let subject: Subject
  public let message: String
  /// Where a name is unknown: that name, and the names that exist.
  public let unknown: SystemFault.UnknownName?

  public enum Subject: Hashable, Sendable {
    /// A parameter by its place in the list.
    case parameter(Int)
    /// A group by its name.
    case group(String)
  }

  init(_ subject: Subject, _ message: String, unknown: SystemFault.UnknownName? = nil) {
    self.subject = subject
    self.message = message
    self.unknown = unknown
  }

  public var description: String { message }
}

/// All faults of what is said about uncertainty.
public struct UncertaintyError: Error, Hashable, Sendable, CustomStringConvertible {
  public let faults: [UncertaintyFault]

  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
