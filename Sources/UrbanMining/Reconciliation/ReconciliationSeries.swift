internal import LinearAlgebra

/// A measured system reconciled in several years.
///
/// Years are independent of each other, unless stocks were measured: what a process holds at the end of a year is
/// then what it holds at the start of the next, and all years are reconciled together, in one test.
public struct ReconciliationSeries: Sendable {
  /// The years, rising.
  public let years: [Year]
  /// Whether stocks tie the years together.
  public let isLinked: Bool

  /// What was found in one year.
  public struct Year: Sendable {
    public let system: MeasuredSystem
    /// One for each quantity of the system, in its order.
    public let quantities: [Reconciliation.Quantity]
    /// Of this year, or of all years where stocks tie them together.
    public let test: BalanceTest

    /// The year.
    public var year: Int { system.header.year }
  }

  /// Why years can't be reconciled.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    /// The years with their systems and reasons; one where stocks tie them together.
    public let reasons: [(system: MeasuredSystem, reason: ReconciliationError)]

    public var description: String {
      reasons.map { "\($0.system.header.year): \($0.reason)" }.joined(separator: "\n")
    }
  }

  /// Reconciles a system in several years.
  /// - Parameters:
  ///   - systems: the same system with what was measured in each year, in rising order; at least one.
  ///   - threads: how many work at once. The result is the same with any number.
  /// - Throws: every year that can't be reconciled.
  /// - Complexity: O(n³) for n measurements of a year, or of all years where stocks tie them together.
  public init(_ systems: [MeasuredSystem], threads: Int = 1) throws(Failure) {
    precondition(!systems.isEmpty && threads > 0, "at least one year and one thread")
    isLinked = systems.count > 1 && systems[0].hasLevels
    guard !isLinked else {
      let joined = MeasuredSystem(joining: systems)
      do throws(ReconciliationError) {
        let all = try Reconciliation(joined)
        let count = systems[0].quantities.count
        years = systems.enumerated().map { number, system in
          let own = all.quantities[(number * count)..<((number + 1) * count)]
          return Year(
            system: system,
            quantities: zip(system.quantities, own).map { $1.named(as: $0) }, test: all.test)
        }
      } catch {
        throw Failure(reasons: [(joined, error)])
      }
      return
    }
    var found = [[(Int, Result<Year, ReconciliationError>)]](
      repeating: [], count: min(threads, systems.count))
    Workers.forEach(items: systems.count, states: &found) { item, state in
      let result = Result { () throws(ReconciliationError) in
        let own = try Reconciliation(systems[item])
        return Year(system: own.system, quantities: own.quantities, test: own.test)
      }
      state.append((item, result))
    }
    var years: [Year] = []
    var reasons: [(system: MeasuredSystem, reason: ReconciliationError)] = []
    for (item, result) in found.flatMap({ $0 }).sorted(by: { $0.0 < $1.0 }) {
      switch result {
      case .success(let year): years.append(year)
      case .failure(let reason): reasons.append((systems[item], reason))
      }
    }
    guard reasons.isEmpty else { throw Failure(reasons: reasons) }
    self.years = years
  }
}

extension Reconciliation.Quantity {
  fileprivate func named(as measured: MeasuredQuantity) -> Reconciliation.Quantity {
    .init(
      measured: measured, classification: classification, value: value, uncertainty: uncertainty,
      normalisedResidual: normalisedResidual, bound: bound)
  }
}
