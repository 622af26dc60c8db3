/// A system compiled for the solver: indices and contiguous numbers instead of names.
///
/// The unknowns, called *nodes*, are what each process cell receives, what each stock in service gives
/// off, and each flow cell. For one period each obeys
/// ```
/// value = known + Σ coefficient · (value of another node)
/// ```
/// where what is known is data or the outflow of earlier cohorts. The graph of these dependencies is
/// cut into strongly connected components once: outside of loops the values follow by substitution,
/// inside a loop a few *torn* nodes are solved for (see `Loop`).
///
/// Models of the same structure are solved side by side, one per lane.
public struct SystemPlan: Sendable {
  /// The models, one per lane; they differ in numbers only.
  public let models: [SystemModel]
  let nodes: [Node]
  let uses: [UseCell]
  let layout: NodeLayout
  let steps: [Step]

  /// One unknown: its equation.
  struct Node: Sendable {
    let known: Known
    let terms: [Term]
  }

  enum Known: Sendable {
    case nothing
    /// Data: an amount for each period.
    case given(LaneSeries)
    /// The outflow that earlier cohorts cause in this stock in service.
    case earlierCohorts(use: Int)
  }

  struct Term: Sendable {
    let node: Int
    let coefficient: Coefficient
  }

  enum Coefficient: Sendable {
    case one
    case minusOne
    case series(LaneSeries)

    func callAsFunction(_ period: Int, _ lane: Int) -> Double {
      switch self {
      case .one: 1
      case .minusOne: -1
      case .series(let series): series(period, lane)
      }
    }
  }

  /// A stock in service: the nodes of what it receives and gives off, and its survival by lane.
  struct UseCell: Sendable {
    let inflow: Int
    let outflow: Int
    /// One for all lanes, or one per lane.
    let survival: [Survival]

    func share(atEndOf t: Int, ofCohort c: Int, lane: Int) -> Double {
      survival[survival.count == 1 ? 0 : lane].share(atEndOf: t, ofCohort: c)
    }
  }

  /// One component in the order of solution.
  enum Step: Sendable {
    case substitute(node: Int)
    case loop(Loop)
  }

  /// Compiles a model.
  /// - Throws: `.endlessLoop` where a loop within a period returns all that it receives.
  public init(_ model: SystemModel) throws(SystemPlanError) {
    try self.init(lanes: [model])
  }

  /// Compiles models of the same structure, each for a lane of its own.
  /// - Complexity: O(nodes · T) for the coefficients, and one small dense solve per loop and period.
  public init(lanes models: [SystemModel]) throws(SystemPlanError) {
    guard let first = models.first else { throw .noModel }
    for model in models.dropFirst() where !model.hasStructure(of: first) {
      throw .differentStructure(first.header.name, model.header.name)
    }
    var compiler = PlanCompiler(models: models)
    compiler.compile()
    self.models = models
    nodes = compiler.nodes
    uses = compiler.uses
    layout = compiler.layout
    let nodes = nodes
    steps = stronglyConnectedComponents(dependencies: nodes.map { $0.terms.map(\.node) })
      .map { members in
        members.count == 1 ? .substitute(node: members[0]) : .loop(Loop(members, nodes: nodes))
      }
    try checkLoops()
  }

  /// The number of lanes.
  public var lanes: Int { models.count }
  /// The model of the first lane, whose names hold for all.
  public var model: SystemModel { models[0] }
  /// The number of unknowns in each period.
  public var unknowns: Int { nodes.count }

  /// The loops within a period: their processes, unknowns, and how many of these are solved for.
  public var loops: [(processes: [String], unknowns: Int, torn: Int)] {
    steps.compactMap { step in
      guard case .loop(let loop) = step else { return nil }
      let members = loop.torn + loop.order
      return (layout.processes(among: members), members.count, loop.torn.count)
    }
  }

  /// Refuses a loop through which nothing ever leaves: its throughput would be without bound.
  private func checkLoops() throws(SystemPlanError) {
    for step in steps {
      guard case .loop(let loop) = step else { continue }
      for period in 0..<model.time.count {
        for lane in 0..<lanes {
          guard !loop.converges(at: period, lane: lane, nodes: nodes) else { continue }
          throw .endlessLoop(
            processes: layout.processes(among: loop.torn + loop.order),
            year: model.time.label(of: period))
        }
      }
    }
  }
}

/// Why models do not make a plan.
public enum SystemPlanError: Error, Hashable, Sendable, CustomStringConvertible {
  case noModel
  case differentStructure(String, String)
  case endlessLoop(processes: [String], year: String)

  public var description: String {
    switch self {
    case .noModel: "a plan needs at least one model"
    case .differentStructure(let first, let second):
      "'\(first)' and '\(second)' can't be lanes of one plan: their processes, flows or periods differ"
    case .endlessLoop(let processes, let year):
      "the loop through \(processes.joined(separator: ", ")) returns in \(year) all that it receives, "
        + "so that its flows would grow without bound: something must leave it"
    }
  }
}

extension SystemModel {
  /// Whether another model differs in numbers only.
  func hasStructure(of other: SystemModel) -> Bool {
    time == other.time && timing == other.timing && dimensions == other.dimensions
      && header.unit == other.header.unit
      && processes.count == other.processes.count && flows.count == other.flows.count
      && zip(processes, other.processes).allSatisfy { $0.hasStructure(of: $1) }
      && zip(flows, other.flows).allSatisfy { $0.hasStructure(of: $1) }
  }
}

extension SystemModel.Process {
  fileprivate func hasStructure(of other: Self) -> Bool {
    let isSameKind =
      switch (kind, other.kind) {
      case (.use, .use): true
      default: kind == other.kind
      }
    return name == other.name && dimensions == other.dimensions && isSameKind
  }
}

extension SystemModel.Flow {
  fileprivate func hasStructure(of other: Self) -> Bool {
    let isSameRule =
      switch (rule, other.rule) {
      case (.given, .given), (.share, .share), (.remainder, .remainder): true
      default: false
      }
    return from == other.from && to == other.to && role == other.role && isSameRule
  }
}
