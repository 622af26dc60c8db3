import UrbanMining

/// One large system, checked, compiled and solved: how long each took, and how large its loops are.
struct Report {
  /// A row of the table.
  let row: String

  init(_ world: WorldModel, threads: Int) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let model = try world.model()
    let checked = clock.now
    let plan = try SystemPlan(model)
    let compiled = clock.now
    let results = try plan.solve(threads: threads)
    let solved = clock.now
    let loop = plan.loops.max { $0.unknowns < $1.unknowns }
    let lanes = plan.laneDimensions.map { " in \($0.elements.count) lanes" }.joined()
    let cells = [
      (world.trades ? "trading" : "apart") + ", \(threads) thread\(threads == 1 ? "" : "s")",
      "\(plan.unknowns)\(lanes)", "\(loop?.unknowns ?? 1)", "\(loop?.torn ?? 0)",
      Report.seconds(checked - start), Report.seconds(compiled - checked),
      Report.seconds(solved - compiled), "\(Machine.peakMemory) MB",
      "\((100 * results.balance.maxResidual / results.balance.tolerance).rounded() / 100)",
    ]
    row = "| " + cells.joined(separator: " | ") + " |"
  }

  private static func seconds(_ duration: Duration) -> String {
    let seconds =
      Double(duration.components.attoseconds) / 1e18 + Double(duration.components.seconds)
    return "\((1000 * seconds).rounded() / 1000) s"
  }
}
