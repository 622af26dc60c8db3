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
  /// How many draws stand behind the ranges, and their seed; null without ranges.
  public let draws: Int?
  public let seed: UInt64?
  public let years: [Double]
  public let rows: [Row]
  /// Elements whose reserves are published together.
  public let groups: [Group]

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
    /// What the draws say; null without them.
    public let range: Range?

    private enum CodingKeys: CodingKey {
      case element, label, demand, endOfLife, primary, oldScrap, secondaryShare, highestShare
      case scrapExceedsPrimaryFrom, cumulativePrimary, reserves, range
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
      try container.encode(range, forKey: .range)
    }
  }

  /// - Parameters:
  ///   - results: a solved system.
  ///   - dimension: the dimension by which it is told apart; nil for the whole system.
  ///   - since: the year from which primary metal is summed.
  ///   - reserves: reserves by element, in tonnes; `a+b` of elements that are published together.
  ///   - spreads: what the draws of an uncertain model say, an entry for each row; empty without draws.
  ///   - seed: of these draws.
  ///   - scenario: what the result is called; nil for the model as it stands.
  /// - Throws: a fault where the model has no such dimension or year, or no flow is primary.
  public init(
    _ results: SystemResults, by dimension: String?, since: Int, reserves: [String: Double],
    spreads: [OutlookSpread] = [], seed: UInt64 = 1, scenario: String?
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
    // Nothing is told apart where what is mined, or what comes back, is not.
    for role in [SystemModel.Role.primary, .oldScrap] where found != nil {
      let supply = model.flows.filter { $0.role == role }.map { model.space(of: $0).dimensions }
      guard supply.contains(where: { $0.contains { $0.name == dimension } }) else {
        let known = Set(supply.joined().map(\.name)).sorted()
        throw fault(
          "the flows of the role '\(role.rawValue)' are not over '\(found?.name ?? "")'",
          hint: known.isEmpty ? "leave out --by" : "they are over \(known.joined(separator: ", "))")
      }
    }
    self.model = model.header.name
    title = model.header.title
    self.scenario = scenario
    by = dimension
    unit = model.header.unit.rawValue + "/yr"
    self.since = since
    draws = spreads.first?.draws
    self.seed = spreads.isEmpty ? nil : seed
    years = model.time.labels
    let elements: [String?] = found.map { $0.elements } ?? [nil]
    let rows = elements.map { element in
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
        },
        range: spreads.first { $0.element == element }.map(Range.init))
    }
    self.rows = rows
    groups = reserves.keys.filter { $0.contains("+") }.sorted().compactMap { key in
      let members = key.split(separator: "+").map(String.init)
      let own = rows.filter { row in row.element.map(members.contains) ?? false }
      guard own.count == members.count, let amount = reserves[key] else { return nil }
      return Group(
        elements: members, cumulativePrimary: own.reduce(0) { $0 + $1.cumulativePrimary },
        reserves: MassUnit.tonne.convert(amount, to: model.header.unit))
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
