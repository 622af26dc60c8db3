/// What mining a deposit of waste would yield: a landfill (enhanced landfill mining) or a tailings pond.
///
/// With W the mass that is dug up, wet; m the share of water in it; g the share of the metal, counted on the
/// dry or on the wet mass; and r the share of the metal that is recovered:
/// ```
/// dry mass     D = (1 − m) · W
/// metal        M = g · D      (or g · W, where the share is counted wet)
/// recovered    R = r · M
/// ```
/// The two bases differ by the factor 1 − m, a quarter for usual moistures: a share without its basis is
/// half a figure. Jones et al. (2013), doi:10.1016/j.jclepro.2012.05.021; Krook, Svensson & Eklund (2012),
/// doi:10.1016/j.wasman.2011.10.015.
public struct DepositMining: Hashable, Sendable {
  /// What is dug up, wet, in any unit of mass.
  public let wetMass: Double
  /// The share of water in the wet mass, from 0 to below 1.
  public let moisture: Double
  /// The share of the metal, from 0 to 1.
  public let metalShare: Double
  public let basis: Basis
  /// The share of the metal that is recovered, from 0 to 1.
  public let recovery: Double

  /// Of which mass a metal's share is a share.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    case dry, wet
  }

  /// Checks what it is given.
  /// - Throws: every fault together.
  public init(
    wetMass: Double, moisture: Double, metalShare: Double, basis: Basis = .dry, recovery: Double
  ) throws(DepositError) {
    var faults: [String] = []
    if !(wetMass >= 0 && wetMass.isFinite) {
      faults.append("the mass is \(wetMass): it is at least 0")
    }
    if !(moisture >= 0 && moisture < 1) {
      faults.append("the moisture is \(moisture): a share of water is from 0 to below 1")
    }
    for (name, share) in [("metal's share", metalShare), ("recovery", recovery)]
    where !(share >= 0 && share <= 1) {
      faults.append("the \(name) is \(share): a share is between 0 and 1")
    }
    if faults.isEmpty, basis == .wet, metalShare > 1 - moisture {
      faults.append(
        "the metal's share of the wet mass, \(metalShare), is more than what is not water, \(1 - moisture)"
      )
    }
    guard faults.isEmpty else { throw DepositError(faults: faults) }
    self.wetMass = wetMass
    self.moisture = moisture
    self.metalShare = metalShare
    self.basis = basis
    self.recovery = recovery
  }

  /// D: the mass without water.
  public var dryMass: Double { (1 - moisture) * wetMass }

  /// M: the metal in it.
  public var metal: Double { metalShare * (basis == .dry ? dryMass : wetMass) }

  /// R: the metal that is recovered.
  public var recovered: Double { recovery * metal }

  /// The energy for one tonne of recovered metal, in GJ; nil where nothing is recovered.
  /// - Parameter energy: the energy of digging, drying and sorting, in MJ for each tonne that is dug up, wet.
  public func energyPerTonne(digging energy: Double) -> Double? {
    recovered > 0 ? energy * wetMass / recovered / 1000 : nil
  }
}

/// Why a deposit can't be as it is said to be.
public struct DepositError: Error, Hashable, Sendable, CustomStringConvertible {
  public let faults: [String]

  public init(faults: [String]) {
    self.faults = faults
  }

  public var description: String { faults.joined(separator: "\n") }
}
