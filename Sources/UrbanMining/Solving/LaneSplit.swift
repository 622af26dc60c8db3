/// The dimensions of a system that never mix, so that their elements are solved side by side as lanes.
///
/// A dimension never mixes where every process inside the system is over it and no flow sums over it,
/// splits into it, renames it or is confined to some of its elements. Boundaries and sinks need not be over
/// it: what they receive is added up when it is asked for. Where the cells of a process are driven in more than
/// one way, no dimension is separated: lanes share their equations.
struct LaneSplit: Hashable, Sendable {
  /// The space that the separated dimensions span; one cell where there are none.
  let space: CellSpace
  /// Models that are solved side by side.
  let models: Int

  /// - Parameter isOff: whether every dimension stays inside the equations, so that each element of it can be
  ///   asked for on its own.
  init(model: SystemModel, models: Int, isOff: Bool = false) {
    self.models = models
    space = CellSpace(
      isOff ? [] : model.dimensions.filter { LaneSplit.separates($0, in: model) })
  }

  /// Lanes of each model.
  var width: Int { space.count }
  /// Lanes of the plan: those of the first model, then those of the second, and so on.
  var lanes: Int { models * width }

  /// The lanes of a model.
  func lanes(ofModel model: Int) -> Range<Int> { model * width..<(model + 1) * width }

  /// What is left of a space without the separated dimensions.
  func inner(_ space: CellSpace) -> CellSpace {
    CellSpace(space.dimensions.filter { !self.space.dimensions.map(\.name).contains($0.name) })
  }

  /// For each inner cell of a space, and for each lane of a model, the cell of that space.
  func cells(of space: CellSpace) -> [Int] {
    CellSpace(inner(space).dimensions + self.space.dimensions).places(in: space)
  }

  private static func separates(_ dimension: Dimension, in model: SystemModel) -> Bool {
    let name = dimension.name
    return dimension.elements.count > 1 && !model.flows.isEmpty
      && model.processes.allSatisfy { process in
        switch process.kind {
        case .transform, .use: process.dimensions.contains(name) && !process.hasMixedDrives
        case .source, .destination, .sink: true
        }
      }
      && model.flows.allSatisfy { flow in
        flow.only[name] == nil && flow.across[name] == nil && !flow.across.values.contains(name)
          && model.space(of: flow).dimensions.contains { $0.name == name }
      }
  }
}
