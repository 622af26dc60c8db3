public import UrbanMining

/// A reconciled system as JSON holds it (schema `urbanmine/reconcile/1`).
public struct ReconciliationDocument: Encodable, Sendable {
  let schema = "urbanmine/reconcile/1"
  let name: String
  let title: String
  let material: String
  let year: Int
  let unit: String
  let program: String
  let quantities: [Entry]
  let test: Test
  let unobservable: [String]

  struct Entry: Encodable, Sendable {
    let name: String
    let kind: String
    let from: Nullable<String>
    let to: Nullable<String>
    let process: Nullable<String>
    let substance: Nullable<String>
    let unit: String
    let classification: String
    let measured: Nullable<Double>
    let measuredUncertainty: Nullable<Double>
    let value: Nullable<Double>
    let uncertainty: Nullable<Double>
    let adjustment: Nullable<Double>
    let normalisedResidual: Nullable<Double>
    let isHeldAtZero: Bool
    let heldAt: Nullable<Double>
  }

  struct Test: Encodable, Sendable {
    let chiSquared: Double
    let degreesOfFreedom: Int
    let probability: Nullable<Double>
    let level: Double
    let holds: Bool
    let criticalResidual: Nullable<Double>
    let suspect: Nullable<Suspect>
  }

  struct Suspect: Encodable, Sendable {
    let names: [String]
    let normalisedResidual: Double
    let isSignificant: Bool
    let valueByOthers: Double
    let uncertaintyByOthers: Nullable<Double>
    let chiSquaredWithout: Double
  }

  public init(_ result: Reconciliation, program: String) {
    let header = result.system.header
    name = header.name
    title = header.title
    material = header.material
    year = header.year
    unit = header.unit.rawValue
    self.program = program
    unobservable = result.unobservable
    quantities = result.quantities.map { Entry($0, in: result.system) }
    test = Test(result.test)
  }
}

extension ReconciliationDocument.Entry {
  init(_ own: Reconciliation.Quantity, in system: MeasuredSystem) {
    let flow = own.measured.flow.map { system.flows[$0] }
    self.init(
      name: own.name, kind: own.measured.kind.rawValue, from: Nullable(flow?.from),
      to: Nullable(flow?.to),
      process: Nullable(own.measured.process.map { system.processes[$0].name }),
      substance: Nullable(own.measured.substance), unit: system.unitText(of: own.measured),
      classification: own.classification.rawValue,
      measured: Nullable(own.measured.knowledge.value),
      measuredUncertainty: Nullable(own.measured.knowledge.uncertainty),
      value: Nullable(own.value), uncertainty: Nullable(own.uncertainty),
      adjustment: Nullable(own.adjustment),
      normalisedResidual: Nullable(own.normalisedResidual), isHeldAtZero: own.bound == 0,
      heldAt: Nullable(own.bound))
  }
}

extension ReconciliationDocument.Test {
  init(_ found: BalanceTest) {
    self.init(
      chiSquared: found.chiSquared, degreesOfFreedom: found.degreesOfFreedom,
      probability: Nullable(found.probability), level: BalanceTest.level, holds: found.holds,
      criticalResidual: Nullable(found.criticalResidual),
      suspect: Nullable(
        found.suspect.map {
          .init(
            names: $0.names, normalisedResidual: $0.normalisedResidual,
            isSignificant: $0.isSignificant, valueByOthers: $0.valueByOthers,
            uncertaintyByOthers: Nullable($0.uncertaintyByOthers),
            chiSquaredWithout: $0.chiSquaredWithout)
        }))
  }
}

extension MeasuredSystem {
  /// `kt/yr`, `kt`, or `1` for a ratio.
  func unitText(of quantity: MeasuredQuantity) -> String {
    switch quantity.kind {
    case .concentration, .share: "1"
    case .stockAtStart, .stockAtEnd: header.unit.rawValue
    case .flow, .stockChange: header.unit.rawValue + "/yr"
    case .total:
      quantity.relation.flatMap { relations[$0].terms.first }.flatMap { term in
        quantities.first { $0.name == term.quantity }
      }.map { unitText(of: $0) } ?? "1"
    }
  }
}

extension Reconciliation {
  /// Every quantity as CSV: what was measured, what came out, and what is said of it.
  public func csvText() -> String {
    let rows = quantities.map { csvLine(Reconciliation.csvFields($0, in: system)) }
    return ([csvLine(Reconciliation.csvColumns)] + rows).joined(separator: "\n") + "\n"
  }

  static let csvColumns = [
    "name", "kind", "from", "to", "substance", "unit", "classification", "measured",
    "measured_uncertainty", "value", "uncertainty", "adjustment", "normalised_residual",
  ]

  static func csvFields(_ own: Quantity, in system: MeasuredSystem) -> [String] {
    let flow = own.measured.flow.map { system.flows[$0] }
    let numbers = [
      own.measured.knowledge.value, own.measured.knowledge.uncertainty, own.value,
      own.uncertainty, own.adjustment, own.normalisedResidual,
    ]
    return [
      own.name, own.measured.kind.rawValue, flow?.from ?? "", flow?.to ?? "",
      own.measured.substance ?? "", system.unitText(of: own.measured), own.classification.rawValue,
    ] + numbers.map { $0.map(plainNumber) ?? "" }
  }
}
