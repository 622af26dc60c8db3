internal import UrbanMining

/// What `graph --explain` prints: how the solver sees a system.
struct PlanText {
  private let plan: SystemPlan

  init(_ plan: SystemPlan) {
    self.plan = plan
  }

  var text: String {
    let loops = plan.loops
    var lines = [
      "\(plan.model.header.title): \(plan.unknowns) unknowns in each of \(plan.model.time.count) "
        + "periods"
    ]
    for dimension in plan.laneDimensions {
      lines.append(
        "'\(dimension.name)' never mixes: its \(dimension.elements.count) elements are solved side by side, "
          + "as lanes")
    }
    let mixing = plan.model.dimensions.filter { !plan.laneDimensions.contains($0) }.map(\.name)
    if !mixing.isEmpty {
      lines.append(
        "Flows sum over or split into \(mixing.joined(separator: ", ")): "
          + "every cell has unknowns of its own")
    }
    if loops.isEmpty {
      lines.append("No loop within a period: every value follows by substitution.")
    }
    for loop in loops {
      lines.append(
        "A loop of \(loop.unknowns) unknowns through \(loop.processes.joined(separator: ", ")), "
          + "closed by solving for \(loop.torn) of them")
    }
    return lines.joined(separator: "\n")
  }
}
