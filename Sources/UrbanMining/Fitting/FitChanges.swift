/// A model and what is fitted in it: what the model becomes at a point.
struct FitChanges: Sendable {
  let base: SystemModel
  let targets: [FitTarget]
  /// The targets in the order in which their changes are made.
  let order: [Int]
  /// The numbers of the base that change, by owner and then cell.
  private let numbers: [ChangeTarget.Owner: [[Double]]]

  init(_ base: SystemModel, _ targets: [FitTarget]) {
    self.base = base
    self.targets = targets
    order = targets.indices.sorted {
      if targets[$0].isMade(before: targets[$1]) { return true }
      return !targets[$1].isMade(before: targets[$0]) && $0 < $1
    }
    var numbers: [ChangeTarget.Owner: [[Double]]] = [:]
    for own in targets.map(\.target) where !own.isLifetime && numbers[own.owner] == nil {
      numbers[own.owner] = base.numbers(of: own.owner, over: own.space)
    }
    self.numbers = numbers
  }

  /// The model with these values in place.
  func model(at values: [Double]) throws(FitError) -> SystemModel {
    var changes = order.compactMap { targets[$0].change(to: values[$0]) }
    for (process, own) in try lifetimes(at: values).sorted(by: { $0.key < $1.key }) {
      changes.append(FitTarget.change(own, of: process, in: base))
    }
    do throws(SystemModelError) {
      return try Scenario(name: "fitted", changes: changes).applied(to: base)
    } catch {
      throw .unsolvable(error.description)
    }
  }

  /// The numbers and lifetimes that change, at a point in each lane; lanes that are too many repeat the last.
  func block(at points: [[Double]], lanes: Int) throws(FitError) -> DrawnBlock {
    var block = DrawnBlock(lanes: lanes, numbers: [], lifetimes: [])
    for (owner, base) in numbers {
      let own = order.filter { targets[$0].target.owner == owner }
      for cell in Set(own.flatMap { targets[$0].target.cells }) {
        let series = points.map { point in
          var series = base[cell]
          for index in own where targets[index].target.cells.contains(cell) {
            targets[index].change(&series, to: point[index])
          }
          return series
        }
        let values = base[cell].indices.flatMap { period in
          (0..<lanes).map { series[min($0, points.count - 1)][period] }
        }
        block.numbers.append(
          .init(owner: owner, cell: cell, series: LaneSeries(width: lanes, values: values)))
      }
    }
    var byPoint: [[Int: [Lifetime]]] = []
    for point in points { byPoint.append(try lifetimes(at: point)) }
    for process in byPoint[0].keys {
      let all = byPoint.map { $0[process] ?? [] }
      for cell in all[0].indices {
        block.lifetimes.append(
          .init(
            process: process, cell: cell,
            lifetimes: (0..<lanes).map { all[min($0, points.count - 1)][cell] }))
      }
    }
    return block
  }

  /// The lifetimes of each process that has some fitted, by cell.
  private func lifetimes(at values: [Double]) throws(FitError) -> [Int: [Lifetime]] {
    var lifetimes: [Int: [Lifetime]] = [:]
    for index in order {
      guard let process = targets[index].process else { continue }
      var own = lifetimes[process] ?? base.processes[process].lifetimes ?? []
      try targets[index].change(&own, to: values[index])
      lifetimes[process] = own
    }
    return lifetimes
  }
}
