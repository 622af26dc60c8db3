/// The stocks of a plan: how each ages, and what is there before the first period.
struct PlanStocks {
  /// One for each stock in service, in the order of processes and cells.
  private(set) var survivals: [Survival] = []
  private(set) var inherited: [LaneSeries?] = []
  /// What each stock in service, and then each sink, holds before the first period.
  private(set) var initialStocks: [[Double]] = []
  /// Whether anything of what enters a cell of a process leaves it in the same period.
  private(set) var leavesAtOnce: [[Bool]] = []

  /// - Throws: `.stock` for an initial stock that is not possible, and for a stock that must be reached
  ///   with a lifetime that leaves at once.
  init(models: [SystemModel], split: LaneSplit) throws(SystemPlanError) {
    let model = models[0]
    var atStart: [[Double]] = []
    for (index, process) in model.processes.enumerated() {
      let table = split.cells(of: model.space(over: process.dimensions))
      let cells = table.count / split.width
      leavesAtOnce.append([])
      guard process.kind == .sink || process.lifetimes != nil else { continue }
      for cell in 0..<cells {
        func byLane<Value>(_ values: (SystemModel.Process) -> [Value]) -> [Value] {
          models.flatMap { model in
            let values = values(model.processes[index])
            return values.isEmpty
              ? [] : (0..<split.width).map { values[table[cell * split.width + $0]] }
          }
        }
        let initial = byLane(\.initialStocks)
        guard process.kind != .sink else {
          var totals: [Double] = []
          for stock in initial { totals.append(try PlanStocks.total(stock, of: process.name)) }
          // What is not over a lane's dimension is the sum of its lanes: the first one holds it all.
          for lane in totals.indices {
            let places = table[(cell * split.width)..<((cell + 1) * split.width)]
            let own = places[places.startIndex + lane % split.width]
            if places.firstIndex(of: own) != places.startIndex + lane % split.width {
              totals[lane] = 0
            }
          }
          atStart.append(PlanStocks.shared(totals))
          continue
        }
        let laws = byLane { process in
          (process.lifetimes ?? []).indices.compactMap { process.lifetimeLaw(ofCell: $0) }
        }
        let survival = PlanStocks.survival(laws, model)
        if process.requirements(ofCell: table[cell * split.width]).stock {
          try check(survival, reaches: process, model)
        }
        survivals.append(survival)
        leavesAtOnce[index].append(
          (0..<(survival.law.laneCount ?? 1)).contains { lane in
            (0..<model.time.count).contains {
              survival.share(atEndOf: $0, ofCohort: $0, lane: lane) != 1
            }
          })
        var left: [[Double]] = []
        var totals: [Double] = []
        for (lane, stock) in initial.enumerated() {
          do throws(StockError) {
            let aged = try InheritedStock(
              stock, survival: survival, lane: survival.law.laneCount == nil ? 0 : lane)
            left.append(aged.left)
            totals.append(aged.total)
          } catch {
            throw .stock(process: process.name, error)
          }
        }
        inherited.append(left.isEmpty ? nil : LaneSeries(lanes: left))
        initialStocks.append(PlanStocks.shared(totals))
      }
    }
    initialStocks += atStart
  }

  /// One survival for all lanes: of one law where they share it, else of each lane's own.
  private static func survival(_ laws: [LifetimeLaw], _ model: SystemModel) -> Survival {
    let law: LifetimeLaw =
      if laws.dropFirst().allSatisfy({ $0 == laws[0] }) {
        laws[0]
      } else if laws.allSatisfy(\.isSameForAllCohorts) {
        .byLane(laws.map { $0.lifetime(lane: 0, cohort: 0, period: 0) })
      } else {
        .byLaneAndCohort(
          laws.map { law in
            (0..<model.time.count).map { law.lifetime(lane: 0, cohort: $0, period: $0) }
          })
      }
    return Survival(valid: law, over: model.time, timing: model.timing)
  }

  /// A stock that must be reached needs an inflow that is still there at the end of its period.
  private func check(
    _ survival: Survival, reaches process: SystemModel.Process, _ model: SystemModel
  ) throws(SystemPlanError) {
    for lane in 0..<(survival.law.laneCount ?? 1) {
      for t in 0..<model.time.count {
        let share = survival.share(atEndOf: t, ofCohort: t, lane: lane)
        guard !(share > 1e-12) else { continue }
        throw .stock(
          process: process.name,
          .leavesAtOnce(
            lifetime: survival.law.lifetime(lane: lane, cohort: t, period: t), share: share,
            period: model.time.label(of: t)))
      }
    }
  }

  /// What a sink holds: a total needs no past.
  private static func total(
    _ stock: InitialStock, of process: String
  ) throws(SystemPlanError) -> Double {
    switch stock {
    case .total(let amount, _): return amount
    case .cohorts(let cohorts): return cohorts.reduce(0) { $0 + $1.amount }
    case .builtUp(let inflow, _): return inflow.reduce(0, +)
    }
  }

  /// One number where all lanes have the same.
  private static func shared(_ totals: [Double]) -> [Double] {
    guard let first = totals.first else { return [0] }
    return totals.allSatisfy { $0 == first } ? [first] : totals
  }
}
