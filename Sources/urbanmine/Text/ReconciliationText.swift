internal import Foundation
internal import UrbanMining

/// What `reconcile` prints: every quantity before and after, and what the tests say.
struct ReconciliationText {
  private let result: Reconciliation

  init(_ result: Reconciliation) {
    self.result = result
  }

  var text: String {
    ([heading, ""] + table + [""] + legend + [""]
      + ReconciliationText.verdict(of: result.test)).joined(separator: "\n")
  }

  private var heading: String {
    let header = result.system.header
    let (flows, processes) = (result.system.flows.count, result.system.processes.count)
    return "\(header.title)\n\(header.material), \(header.unit.rawValue)/yr, \(header.year): "
      + "\(flows) flows between \(processes) processes"
  }

  private var table: [String] {
    var table = TextTable(
      headers: ["Quantity", "Class", "Measured", "±", "Balanced", "±", "Change", "Test"],
      wordColumns: 2)
    for own in result.quantities {
      if own.measured.kind == .total, own.measured.knowledge == .exact(0) { continue }
      table.add(ReconciliationText.cells(of: own))
    }
    return table.lines()
  }

  /// Name, class, measured value, its uncertainty, balanced value, its uncertainty, change, test.
  static func cells(of own: Reconciliation.Quantity) -> [String] {
    let word = own.classification.rawValue.map { $0 == "_" ? " " : $0 }
    let decimals = decimals(own)
    func figure(_ value: Double?) -> String {
      guard let value else { return "–" }
      return decimals.map { Figures.fixed(value, $0) } ?? Figures.digits(value)
    }
    return [
      own.name, String(word), figure(own.measured.knowledge.value),
      figure(own.measured.knowledge.uncertainty), figure(own.value), figure(own.uncertainty),
      figure(own.adjustment),
      own.bound.map { "held at \(Figures.fixed($0, 0))" }
        ?? own.normalisedResidual.map { Figures.fixed($0, 2) } ?? "–",
    ]
  }

  /// As many decimals as give two digits of the uncertainty; nil where nothing is uncertain or all is tiny.
  private static func decimals(_ own: Reconciliation.Quantity) -> Int? {
    let uncertainties = [own.measured.knowledge.uncertainty, own.uncertainty].compactMap { $0 }
    let size = max(abs(own.value ?? 0), abs(own.measured.knowledge.value ?? 0))
    guard size > 1e-4 else { return nil }
    guard let least = uncertainties.filter({ $0 > 1e-12 * size && $0 > 0 }).min() else {
      return nil
    }
    return min(12, max(0, 1 - Int(log10(least).rounded(.down))))
  }

  private var legend: [String] {
    TextTable.wrapped(
      "± is the standard uncertainty. Test: (balanced - measured) / standard deviation of this "
        + "difference, standard normal without gross errors.", to: 96)
  }

  /// What the tests say, in sentences.
  static func verdict(of test: BalanceTest) -> [String] {
    guard let probability = test.probability else {
      return ["Nothing checks the measurements: no balance holds more than is needed."]
    }
    let chance = probability < 0.001 ? "below 0.001" : Figures.fixed(probability, 3)
    var lines = [
      "χ² = \(Figures.digits(test.chiSquared)) with \(test.degreesOfFreedom) "
        + "\(test.degreesOfFreedom == 1 ? "degree" : "degrees") of freedom, "
        + "probability \(chance): "
        + (test.holds
          ? "the measurements agree within their uncertainties."
          : "the measurements contradict one another more than their uncertainties explain.")
    ]
    if let suspect = test.suspect, let critical = test.criticalResidual {
      let names = suspect.names.map { "'\($0)'" }
      let bound = Figures.fixed(critical, 2)
      let by = suspect.uncertaintyByOthers.map { " ± \(Figures.digits($0))" } ?? ""
      lines.append(
        (suspect.isSignificant
          ? "Suspicious: " : "Most in doubt, but within what chance explains: ")
          + "\(names[0]), test \(Figures.fixed(suspect.normalisedResidual, 2)) "
          + "(chance stays within ±\(bound)). The others say \(Figures.digits(suspect.valueByOthers))"
          + "\(by) in its place; without it χ² would be \(Figures.digits(suspect.chiSquaredWithout))."
          + (names.count > 1
            ? " It can't be told apart from \(names.dropFirst().joined(separator: ", "))." : ""))
    }
    return lines.flatMap { TextTable.wrapped($0, to: 96) }
  }
}
