public import UrbanMining

/// How far recycling can replace mining, as JSON holds it (schema `urbanmine/outlook/1`).
public struct OutlookDocument: Encodable, Sendable {
  let schema = "urbanmine/outlook/1"
  public let model: String
  public let title: String
  public let scenario: String?
  /// The dimension that tells the rows apart; null for the whole system alone.
  public let by: String?
  /// `kt/yr`: the unit of the flows.
  public let unit: String
  /// Primary metal is summed from this year on.
  public let since: Int
  public let years: [Double]
  public let rows: [Row]

  /// One element, or the whole system.
  public struct Row: Encodable, Sendable {
    /// The element; null for the whole system.
    public let element: String?
    /// What readers see for it.
    public let label: String
    public let demand: [Double]
    public let endOfLife: [Double]
    public let primary: [Double]
    public let oldScrap: [Double]
    public let secondaryShare: [Double?]
    public let highestShare: [Double?]
    /// The first year from which old scrap exceeds primary metal to the end.
    public let scrapExceedsPrimaryFrom: Double?
    /// Primary metal since the year that `since` names, in the unit of the model.
    public let cumulativePrimary: Double
    /// Reserves, in the unit of the model; null where none are known.
    public let reserves: Double?

    private enum CodingKeys: CodingKey {
      case element, label, demand, endOfLife, primary, oldScrap, secondaryShare, highestShare
      case scrapExceedsPrimaryFrom, cumulativePrimary, reserves
    }

    /// What is not known is `null`, not left out.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(element, forKey: .element)
      try container.encode(label, forKey: .label)
      try container.encode(demand, forKey: .demand)
      try container.encode(endOfLife, forKey: .endOfLife)
      try container.encode(primary, forKey: .primary)
      try container.encode(oldScrap, forKey: .oldScrap)
      try container.encode(secondaryShare, forKey: .secondaryShare)
      try container.encode(highestShare, forKey: .highestShare)
      try container.encode(scrapExceedsPrimaryFrom, forKey: .scrapExceedsPrimaryFrom)
      try container.encode(cumulativePrimary, forKey: .cumulativePrimary)
      try container.encode(reserves, forKey: .reserves)
    }
  }

  /// - Parameters:
  ///   - results: a solved system.
  ///   - dimension: the dimension by which it is told apart; nil for the whole system.
  ///   - since: the year from which primary metal is summed.
  ///   - reserves: reserves by element, in tonnes.
  ///   - scenario: what the result is called; nil for the model as it stands.
  /// - Throws: a fault where the model has no such dimension or year, or no flow is primary.
  public init(
    _ results: SystemResults, by dimension: String?, since: Int, reserves: [String: Double],
    scenario: String?
  ) throws(ModelFileError) {
    let model = results.plan.model
    func fault(_ message: String, hint: String? = nil) -> ModelFileError {
      ModelFileError([
        Fault(file: model.header.name, line: 1, column: 1, message: message, hint: hint)
      ])
    }
    guard model.hasRole(.primary), model.hasRole(.oldScrap) else {
      throw fault("an outlook needs flows with the roles 'primary' and 'old_scrap'")
    }
    guard model.time.index(ofYear: since) != nil else {
      throw fault("the model has no year \(since): it covers \(model.time.span)")
    }
    let found = model.dimensions.first { $0.name == dimension }
    if let dimension, found == nil {
      let known = model.dimensions.map(\.name)
      throw fault(
        "there is no dimension '\(dimension)'",
        hint: Suggestion.hint(for: dimension, in: known)
          ?? "there are \(known.joined(separator: ", "))")
    }
    self.model = model.header.name
    title = model.header.title
    self.scenario = scenario
    by = dimension
    unit = model.header.unit.rawValue + "/yr"
    self.since = since
    years = model.time.labels
    let elements: [String?] = found.map { $0.elements } ?? [nil]
    rows = elements.map { element in
      let outlook = SupplyOutlook(results, element: element, along: dimension)
      return Row(
        element: element, label: element.map(model.label(for:)) ?? model.header.material,
        demand: outlook.demand, endOfLife: outlook.endOfLife, primary: outlook.primary,
        oldScrap: outlook.oldScrap, secondaryShare: outlook.secondaryShares,
        highestShare: outlook.highestShares,
        scrapExceedsPrimaryFrom: outlook.scrapExceedsPrimaryFrom,
        cumulativePrimary: outlook.cumulativePrimary(from: Double(since)),
        reserves: reserves[element ?? model.header.material].map {
          MassUnit.tonne.convert($0, to: model.header.unit)
        })
    }
  }

  /// Reserves by metal: a table with the columns `metal` and `reserves`, in tonnes.
  /// - Throws: every fault of the table with its place, negative reserves among them.
  public static func reserves(
    bytes: [UInt8], name: String
  ) throws(ModelFileError) -> [String: Double] {
    let table = try CSVTable(bytes: bytes, name: name)
    var faults: [Fault] = []
    var reserves: [String: Double] = [:]
    do throws(Fault) {
      let (metal, amount) = (
        try table.index(ofColumn: "metal"), try table.index(ofColumn: "reserves")
      )
      for row in table.rows.indices {
        do throws(Fault) {
          guard let value = try table.number(row: row, column: amount), value >= 0 else {
            throw table.fault(at: table[row, amount], "reserves are at least 0")
          }
          reserves[table[row, metal].text] = value
        } catch {
          faults.append(error)
        }
      }
    } catch {
      faults.append(error)
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    return reserves
  }
}
