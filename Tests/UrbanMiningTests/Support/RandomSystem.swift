import UrbanMining

/// A seeded system: processes in a row, some of them stocks in service, joined forwards by shares and,
/// where cyclic, backwards too; every process ends in a remainder.
struct RandomSystem {
  let seed: UInt64
  let isCyclic: Bool
  let periods = 12

  /// The model with numbers of this lane; the structure depends on the seed alone.
  func model(lane: UInt64 = 0) throws -> SystemModel {
    var structure = SeededNumbers(seed: seed)
    var numbers = SeededNumbers(seed: seed &* 7919 &+ lane &+ 1)
    let count = Int.random(in: 3...9, using: &structure)
    let elements = Int.random(in: 1...3, using: &structure)
    var processes: [SystemModel.Process] = [.init("mine", kind: .source)]
    for index in 0..<count {
      let isWide = Bool.random(using: &structure)
      let isUse = index > 0 && Int.random(in: 0..<3, using: &structure) == 0
      let cells = isWide ? elements : 1
      let lifetimes = try (0..<cells).map { _ in
        try Lifetime.weibull(
          shape: Double.random(in: 0.8...4, using: &numbers),
          scale: Double.random(in: 0.5...20, using: &numbers))
      }
      processes.append(
        .init(
          "p\(index)", over: isWide ? ["part"] : [], kind: isUse ? .use(lifetimes) : .transform))
    }
    processes.append(.init("landfill", kind: .sink))

    func shares(_ total: Double) -> SystemModel.Values {
      .inline(
        Parameter(
          series: (0..<periods).map { _ in Double.random(in: 0...total, using: &numbers) }))
    }
    var flows: [SystemModel.Flow] = [
      .init(
        from: "mine", to: "p0",
        .given(
          .inline(
            Parameter(
              series: (0..<periods).map { _ in Double.random(in: 1...100, using: &numbers) }))))
    ]
    for index in 0..<count {
      let from = processes[index + 1]
      var targets: Set<Int> = index + 1 < count ? [index + 1] : []
      for _ in 0..<2 where Bool.random(using: &structure) {
        targets.insert(Int.random(in: isCyclic ? 0..<count : index..<count, using: &structure))
      }
      targets.remove(index)
      for target in targets.sorted() {
        let to = processes[target + 1]
        // A share towards a wider process holds for each of its cells.
        let cells = from.dimensions.isEmpty && !to.dimensions.isEmpty ? elements : 1
        flows.append(.init(from: from.name, to: to.name, .share(shares(0.3 / Double(cells)))))
      }
      flows.append(.init(from: from.name, to: "landfill", .remainder))
    }
    return try SystemModel(
      header: .init(name: "random-\(seed)"), time: TimeAxis(years: 2000...1999 + periods),
      dimensions: [
        Dimension(name: "part", elements: (0..<elements).map { "e\($0)" })
      ],
      processes: processes, flows: flows)
  }
}
