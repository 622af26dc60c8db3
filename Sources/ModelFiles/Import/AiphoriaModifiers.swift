internal import UrbanMining

/// The flow modifiers of an aiphoria workbook: rows that change a flow over some years, by scenario.
struct AiphoriaModifiers {
  private let sheet: Sheet
  private(set) var faults: [Fault] = []
  private var modifiers: [Modifier] = []

  private struct Modifier {
    let row: Int
    let scenario: String
    let from: String
    let to: String
    let change: Double?
    let target: Double?
    let isProportional: Bool
    let years: ClosedRange<Int>
    let function: String
    /// Whether other flows of the source give way.
    let othersFollow: Bool
    /// Those that do; all of the same kind where there are none.
    let opposites: [String]
  }

  init(sheet: Sheet) {
    self.sheet = sheet
  }

  /// Reads the rows below the header.
  mutating func read(skipping header: Int, columns: [Int]) {
    for row in (header + 1)..<max(header + 1, sheet.rowCount) where !sheet.isEmptyRow(row) {
      do throws(Fault) {
        guard let first = try sheet.wholeNumber(row, columns[6]),
          let last = try sheet.wholeNumber(row, columns[7]), first <= last
        else { throw sheet.fault(row, columns[6], "a modifier has a first and a last year") }
        modifiers.append(
          Modifier(
            row: row, scenario: sheet.text(row, columns[0]), from: sheet.text(row, columns[1]),
            to: sheet.text(row, columns[2]), change: try sheet.number(row, columns[3]),
            target: try sheet.number(row, columns[4]),
            isProportional: sheet.text(row, columns[5]) == "%", years: first...last,
            function: sheet.text(row, columns[8]).lowercased(),
            othersFollow: sheet.text(row, columns[9]).uppercased() != "FALSE",
            opposites: columns.dropFirst(10).map { sheet.text(row, $0) }.filter { !$0.isEmpty }))
      } catch {
        faults.append(error)
      }
    }
  }

  /// Writes a scenario for each name, with the values that each changed flow then has.
  func write(
    into draft: inout ModelDraft, flows: [AiphoriaFlows.Written], years: ClosedRange<Int>
  ) {
    var names: [String] = []
    for modifier in modifiers where !names.contains(modifier.scenario) {
      names.append(modifier.scenario)
    }
    var identifiers = Identifiers()
    for name in names {
      let own = modifiers.filter { $0.scenario == name }
      var changed: [Int: [Double]] = [:]
      for modifier in own {
        do throws(LeftOut) {
          try make(modifier, beside: own, flows, years, &changed)
        } catch {
          draft.remark("scenario '\(name)', row \(modifier.row + 1): \(error.reason)")
        }
      }
      guard !changed.isEmpty else { continue }
      draft.scenarios.append(
        ModelDraft.Scenario(
          name: identifiers.identifier(for: name), title: name,
          settings: changed.sorted { $0.key < $1.key }.map { index, values in
            (flows[index].input, Self.points(zip(years, values).map { ($0, $1) }))
          }))
    }
  }

  /// Why a modifier is not carried over.
  private struct LeftOut: Error {
    let reason: String
  }

  private func make(
    _ modifier: Modifier, beside all: [Modifier], _ flows: [AiphoriaFlows.Written],
    _ years: ClosedRange<Int>, _ changed: inout [Int: [Double]]
  ) throws(LeftOut) {
    guard years.contains(modifier.years.lowerBound), years.contains(modifier.years.upperBound)
    else {
      throw LeftOut(reason: "its years are not those of the model")
    }
    guard let place = flows.firstIndex(where: { $0.from == modifier.from && $0.to == modifier.to })
    else {
      throw LeftOut(
        reason:
          "'\(modifier.from) -> \(modifier.to)' takes all that its process has, or does not exist")
    }
    let flow = flows[place]
    let others = try followers(of: modifier, beside: all, flows)
    let start = modifier.years.lowerBound - years.lowerBound
    var result = changed
    for (step, index) in (start...(modifier.years.upperBound - years.lowerBound)).enumerated() {
      let passed = modifier.years.count > 1 ? Double(step) / Double(modifier.years.count - 1) : 0
      let new = try value(modifier, flow.isShare, from: flow.values[start], passed: passed)
      let difference = new - flow.values[index]
      result[place, default: flow.values][index] = new
      let sum = others.reduce(0) { $0 + flows[$1].values[index] }
      guard sum > 0 || difference == 0 || others.isEmpty else {
        throw LeftOut(reason: "there is nothing that could give way in \(years.lowerBound + index)")
      }
      for other in others where sum > 0 {
        let own = flows[other].values[index]
        result[other, default: flows[other].values][index] -= difference * own / sum
        guard result[other, default: []][index] >= -1e-12 else {
          throw LeftOut(
            reason: "'\(flows[other].from) -> \(flows[other].to)' would be negative in "
              + "\(years.lowerBound + index)")
        }
      }
    }
    changed = result
  }

  /// The flows that give way, by their place.
  private func followers(
    of modifier: Modifier, beside all: [Modifier], _ flows: [AiphoriaFlows.Written]
  ) throws(LeftOut) -> [Int] {
    guard let flow = flows.first(where: { $0.from == modifier.from && $0.to == modifier.to }) else {
      return []
    }
    guard modifier.othersFollow else {
      guard !flow.isShare else {
        throw LeftOut(reason: "no other flow follows, so that shares would not sum to one")
      }
      return []
    }
    let siblings = flows.indices.filter {
      flows[$0].from == modifier.from && flows[$0].isShare == flow.isShare
        && flows[$0].to != modifier.to
    }
    guard modifier.opposites.isEmpty else {
      let named = siblings.filter { modifier.opposites.contains(flows[$0].to) }
      guard named.count == modifier.opposites.count else {
        throw LeftOut(reason: "not all opposite targets are flows of the same kind")
      }
      return named
    }
    let held = all.filter { $0.from == modifier.from }.map(\.to)
    return siblings.filter { !held.contains(flows[$0].to) }
  }

  /// The value in one of its years, from that in its first; percentages are shares here.
  private func value(
    _ modifier: Modifier, _ isShare: Bool, from base: Double, passed: Double
  ) throws(LeftOut) -> Double {
    let unit = isShare ? 0.01 : 1
    switch (modifier.function, modifier.change, modifier.target) {
    case ("constant", _, let target?) where !modifier.isProportional || isShare:
      return target * unit
    case ("linear", nil, let target?) where !modifier.isProportional || isShare:
      return base + (target * unit - base) * passed
    case ("linear", let change?, nil):
      // The change of a percentage is relative, whatever its type says.
      return isShare || modifier.isProportional
        ? base * (1 + change / 100 * passed) : base + change * passed
    default:
      throw LeftOut(
        reason:
          "'\(modifier.function)' with these values has no counterpart here (carried over are "
          + "'constant' to a target and 'linear' by a change or to a target)")
    }
  }

  /// The points between which a series is straight.
  static func points(_ series: [(year: Int, value: Double)]) -> [(year: Int, value: Double)] {
    series.indices.filter { index in
      guard index > 0, index < series.count - 1 else { return true }
      let (before, own, after) = (
        series[index - 1].value, series[index].value, series[index + 1].value
      )
      return abs(after - 2 * own + before) > 1e-13 * max(abs(before), abs(own), abs(after))
    }.map { series[$0] }
  }
}
