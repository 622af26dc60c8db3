// Short forms for models that are written in Swift: each stands for one initialiser.
extension SystemModel {
  /// A model over calendar years, without dimensions or inputs of its own.
  ///
  /// The same as `init(header:time:…)` with a header of this name and unit.
  /// - Throws: every fault that it has.
  public init(
    _ name: String, years: ClosedRange<Int>, unit: MassUnit = .tonne,
    timing: InflowTiming = .middle,
    processes: [Process], flows: [Flow]
  ) throws(SystemModelError) {
    try self.init(
      header: Header(name: name, unit: unit), time: TimeAxis(years: years), timing: timing,
      processes: processes, flows: flows)
  }

  /// The system, compiled and solved.
  /// - Complexity: O(T² · stocks in service + T · terms).
  public func solved() throws(SystemSolutionError) -> SystemResults {
    let plan: SystemPlan
    do throws(SystemPlanError) {
      plan = try SystemPlan(self)
    } catch {
      throw .plan(error)
    }
    do throws(SolveError) {
      return try plan.solve()
    } catch {
      throw .solve(error)
    }
  }
}

/// Why a model has no solution: it makes no plan, or its plan can't be solved.
public enum SystemSolutionError: Error, Hashable, Sendable, CustomStringConvertible {
  case plan(SystemPlanError)
  case solve(SolveError)

  public var description: String {
    switch self {
    case .plan(let error): error.description
    case .solve(let error): error.description
    }
  }
}

extension SystemModel.Process {
  /// Outside the system: its outflows are inputs.
  public static func source(_ name: String, over dimensions: [String] = []) -> Self {
    Self(name, over: dimensions, kind: .source)
  }

  /// Outside the system: what enters has left the account.
  public static func destination(_ name: String, over dimensions: [String] = []) -> Self {
    Self(name, over: dimensions, kind: .destination)
  }

  /// Passes everything on in the same period.
  public static func step(_ name: String, over dimensions: [String] = []) -> Self {
    Self(name, over: dimensions)
  }

  /// Passes on just what its outflows ask for, and draws that from its inflows.
  public static func onDemand(_ name: String, over dimensions: [String] = []) -> Self {
    Self(name, over: dimensions, drive: .demand)
  }

  /// Holds what it receives for good.
  public static func sink(_ name: String, over dimensions: [String] = []) -> Self {
    Self(name, over: dimensions, kind: .sink)
  }

  /// A stock in service with one lifetime. What enters it is what its inflows bring, or where it is given the
  /// inflow per year or the stock that it must reach.
  public static func stock(
    _ name: String, _ lifetime: Lifetime, inflow: SystemModel.Values? = nil,
    holding stock: SystemModel.Values? = nil
  ) -> Self {
    let isGiven = inflow != nil || stock != nil
    return Self(
      name, kind: .use([lifetime]),
      drive: isGiven ? .target(inflow: inflow, stock: stock) : .supply)
  }
}

extension SystemModel.Flow {
  /// From one process to another; what the other flows of its source leave, unless a rule says more.
  public static func flow(
    _ from: String, to: String, _ rule: Rule = .remainder, atMost limit: Limit? = nil,
    role: SystemModel.Role? = nil, name: String? = nil
  ) -> Self {
    Self(from: from, to: to, rule, atMost: limit, role: role, name: name)
  }
}

extension SystemModel.Flow.Rule {
  /// What its target still needs after its other inflows, and after the fills with a lower number.
  public static func fill(_ priority: Int) -> Self { .fill(priority: priority) }
}
