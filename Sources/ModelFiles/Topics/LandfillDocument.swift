public import UrbanMining

/// What mining a deposit would yield, as JSON holds it (schema `urbanmine/landfill/1`).
public struct LandfillDocument: Encodable, Sendable {
  let schema = "urbanmine/landfill/1"
  /// The model; null for a single site.
  public let model: String?
  public let scenario: String?
  /// The sink, or `site`.
  public let deposit: String
  public let element: String
  public let moisture: Double
  /// Of which mass the grade is a share: `dry` or `wet`.
  public let basis: String
  public let recovery: Double
  /// Energy of digging and sorting, in MJ for a tonne that is dug up.
  public let energy: Double
  /// The price of a tonne; null where none was given.
  public let price: Double?
  /// The year of the price, where it is the bundled unit value in dollars; null for a price that was given.
  public let priceYear: Int?
  /// Tonnes that are used in a year; null where it was not said.
  public let yearlyUse: Double?
  /// The year of the use, where it is the bundled world production of the primary metal; null else.
  public let yearlyUseYear: Int?
  /// The metal in all layers in tonnes as the draws have it: 5, 50 and 95 per cent; null without draws.
  public let metalRange: [Double]?
  public let layers: [Layer]
  public let total: Layer

  /// A decade of a deposit, or all of it: masses in tonnes, energy in GJ per tonne of recovered metal.
  public struct Layer: Encodable, Sendable {
    /// The first year of the decade; null for all.
    public let decade: Int?
    public let wetMass: Double
    public let dryMass: Double
    /// The metal's share of the mass on the stated basis.
    public let grade: Double
    public let metal: Double
    public let recovered: Double
    public let energyPerTonne: Double?
    public let value: Double?
    public let yearsOfUse: Double?
  }

  /// How a deposit is mined, and what its metal is held against.
  public struct Mining: Sendable {
    public let moisture: Double
    public let recovery: Double
    public let energy: Double
    public let price: Double?
    public let priceYear: Int?
    public let yearlyUse: Double?
    public let yearlyUseYear: Int?

    /// - Parameters:
    ///   - moisture: the share of water.
    ///   - recovery: the share of the metal that is recovered.
    ///   - energy: MJ for a tonne that is dug up.
    ///   - price: of a tonne.
    ///   - yearlyUse: tonnes that are used in a year.
    ///   - usual: what stands in for a price or a use that is not given.
    /// - Throws: a negative energy, price or use.
    public init(
      moisture: Double, recovery: Double, energy: Double, price: Double?, yearlyUse: Double?,
      usual: MetalTables.UsualFigures? = nil
    ) throws(DepositError) {
      let numbers = [("energy", energy), ("price", price ?? 0), ("yearly use", yearlyUse ?? 1)]
      let faults = numbers.filter { !($0.1 >= 0 && $0.1.isFinite) }.map {
        "the \($0.0) is \($0.1): it is at least 0"
      }
      guard faults.isEmpty else { throw DepositError(faults: faults) }
      self.moisture = moisture
      self.recovery = recovery
      self.energy = energy
      self.price = price ?? usual?.price?.value
      priceYear = price == nil ? usual?.price?.year : nil
      self.yearlyUse = yearlyUse ?? usual?.use?.value
      yearlyUseYear = yearlyUse == nil ? usual?.use?.year : nil
    }

    fileprivate func layer(
      _ decade: Int?, wetMass: Double, grade: Double, basis: DepositMining.Basis
    ) throws(DepositError) -> Layer {
      let mined = try DepositMining(
        wetMass: wetMass, moisture: moisture, metalShare: grade, basis: basis, recovery: recovery)
      return Layer(
        decade: decade, wetMass: wetMass, dryMass: mined.dryMass, grade: grade, metal: mined.metal,
        recovered: mined.recovered, energyPerTonne: mined.energyPerTonne(digging: energy),
        value: price.map { $0 * mined.recovered },
        yearsOfUse: yearlyUse.flatMap { $0 > 0 ? mined.recovered / $0 : nil })
    }
  }

  /// A single site of which the mass and the grade are known.
  /// - Throws: masses or shares that can't be.
  public init(
    site wetMass: Double, grade: Double, basis: DepositMining.Basis, of element: String,
    _ mining: Mining
  ) throws(DepositError) {
    let layer = try mining.layer(nil, wetMass: wetMass, grade: grade, basis: basis)
    self.init(
      (nil, nil, "site", element), mining, basis: basis, layers: [], total: layer)
  }

  /// The layers of a sink of a solved model, decade by decade. The masses of a model are as deposited, wet.
  /// - Throws: shares that can't be.
  public init(
    _ ledger: DepositLedger, of results: SystemResults, scenario: String?, _ mining: Mining,
    metalRange: [Double]? = nil
  ) throws(DepositError) {
    let unit = results.plan.model.header.unit
    func layer(_ decade: DepositLedger.Decade, _ start: Int?) throws(DepositError) -> Layer {
      try mining.layer(
        start, wetMass: unit.convert(decade.mass, to: .tonne), grade: decade.grade ?? 0, basis: .wet
      )
    }
    var layers: [Layer] = []
    for decade in ledger.decades { layers.append(try layer(decade, decade.start)) }
    self.init(
      (results.plan.model.header.name, scenario, ledger.deposit, ledger.element), mining,
      basis: .wet, layers: layers, total: try layer(ledger.total, nil),
      metalRange: metalRange?.map { unit.convert($0, to: .tonne) })
  }

  private init(
    _ names: (model: String?, scenario: String?, deposit: String, element: String),
    _ mining: Mining, basis: DepositMining.Basis, layers: [Layer], total: Layer,
    metalRange: [Double]? = nil
  ) {
    (model, scenario, deposit, element) = names
    moisture = mining.moisture
    self.basis = basis.rawValue
    recovery = mining.recovery
    energy = mining.energy
    price = mining.price
    priceYear = mining.priceYear
    yearlyUse = mining.yearlyUse
    yearlyUseYear = mining.yearlyUseYear
    self.metalRange = metalRange
    self.layers = layers
    self.total = total
  }
}
