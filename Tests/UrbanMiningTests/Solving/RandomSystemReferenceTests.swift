import LinearAlgebra
import Testing

@testable import UrbanMining

/// Random systems over dimensions against a dense solution that was written independently.
struct RandomSystemReferenceTests {
  private static let all = Result { try RandomSystemReference.all() }
  private let references: [RandomSystemReference]

  init() throws { references = try Self.all.get() }

  @Test func everyRandomSystemAgreesWithNumPy() throws {
    #expect(references.count >= 50)
    for reference in references {
      do {
        let results = try SystemPlan(reference.model()).solve()
        reference.expectAgreement(results)
        #expect(results.balance.holds)
      } catch {
        Issue.record("\(reference.name): \(error)")
      }
    }
  }

  /// Balance from the flows and stocks alone, summed here once more over the cells of each process.
  @Test func massIsConserved() throws {
    for reference in references {
      let model = try reference.model()
      let results = try SystemPlan(model).solve()
      func total(_ cells: [Matrix], _ t: Int) -> Double { cells.reduce(0) { $0 + $1[t, 0] } }
      for (index, process) in model.processes.enumerated() where !process.isBoundary {
        let stock = results.stock(ofProcess: index)
        var before = results.initialStock(ofProcess: index).joined().reduce(0, +)
        for t in 0..<model.time.count {
          var (rest, size) = (before - total(stock, t), max(before, total(stock, t)))
          before = total(stock, t)
          for (place, flow) in model.flows.enumerated() {
            let amount = total(results.flow(at: place), t)
            if flow.to == process.name { rest += amount }
            if flow.from == process.name { rest -= amount }
            if flow.to == process.name || flow.from == process.name { size = max(size, amount) }
          }
          // 100 ε of the largest, as decision 0004 allows each cell.
          #expect(abs(rest) <= 100 * .ulpOfOne * size, "\(reference.name) \(process.name) \(t)")
        }
      }
    }
  }

  @Test func theOrderOfFlowsDoesNotMatter() throws {
    var numbers = SeededNumbers(seed: 11)
    for reference in references {
      let order = reference.flows.indices.shuffled(using: &numbers)
      let results = try SystemPlan(reference.model(order: order)).solve()
      reference.expectAgreement(results, order: order)
    }
  }

  /// What the systems are drawn for is in them: loops, loops with limits, lanes out of dimensions.
  @Test func theSystemsCoverWhatTheyAreDrawnFor() throws {
    let plans = try references.map { try SystemPlan($0.model()) }
    #expect(plans.count { !$0.loops.isEmpty } > 15)
    #expect(plans.count { !$0.laneDimensions.isEmpty } > 6)
    let limited = plans.filter { plan in
      plan.steps.contains { if case .loop(let loop) = $0 { loop.hasLimits } else { false } }
    }
    #expect(limited.count > 2)
    #expect(references.count { $0.flows.contains { $0.limit != nil } } > 15)
    #expect(references.count { $0.flows.contains { !$0.across.isEmpty } } > 6)
    #expect(references.count { $0.flows.contains { !$0.only.isEmpty } } > 6)
    #expect(references.count { $0.processes.contains { $0.stock != nil } } > 6)
    #expect(references.count { $0.processes.contains { $0.initial != nil } } > 20)
  }

  /// A flow that sums over a dimension makes it mix: the same system is then solved without lanes of it.
  @Test func lanesGiveWhatTheWholeSystemGives() throws {
    var compared = 0
    for reference in references {
      let split = try SystemPlan(reference.model())
      guard !split.laneDimensions.isEmpty else { continue }
      compared += 1
      let none = Parameter(constant: 0, periods: reference.bounds.count - 1)
      let mixed = try SystemPlan(
        reference.model(
          processes: [
            .init("elsewhere", kind: .source), .init("nowhere"), .init("dump", kind: .destination),
          ],
          extra: [
            .init(from: "elsewhere", to: "nowhere", .given(.inline(none))),
            .init(from: "nowhere", to: "dump", .remainder),
          ]))
      #expect(mixed.laneDimensions.isEmpty)
      #expect(mixed.unknowns > split.unknowns)
      let (ours, theirs) = (try split.solve(), try mixed.solve())
      for index in reference.flows.indices {
        for (first, second) in zip(ours.flow(at: index), theirs.flow(at: index)) {
          expectClose(first.values, second.values, relative: 1e-12, absolute: 1e-12)
        }
      }
      for index in reference.processes.indices {
        #expect(ours.stock(ofProcess: index).count == theirs.stock(ofProcess: index).count)
        for (first, second) in zip(ours.stock(ofProcess: index), theirs.stock(ofProcess: index)) {
          expectClose(first.values, second.values, relative: 1e-12, absolute: 1e-12)
        }
        expectClose(
          ours.initialStock(ofProcess: index).joined().map { $0 },
          theirs.initialStock(ofProcess: index).joined().map { $0 }, absolute: 1e-12)
      }
    }
    #expect(compared > 6)
  }

  /// Copies of a model as lanes, more than a block of them: the same bits for any number of threads.
  @Test func threadsDoNotChangeABit() throws {
    for reference in references.filter({ $0.name.hasSuffix("01") }) {
      let model = try reference.model()
      let width = LaneSplit(model: model, models: 1).width
      let count = LaneBlocks.width / width + 2
      let plan = try SystemPlan(lanes: [SystemModel](repeating: model, count: count))
      let one = try plan.solve(threads: 1)
      let two = try plan.solve(threads: 2)
      for index in reference.flows.indices {
        #expect(one.flow(at: index) == two.flow(at: index))
      }
      #expect(one.balance == two.balance)
      reference.expectAgreement(one, lane: count - 1)
    }
  }
}
