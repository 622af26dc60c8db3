import Foundation
import RealModule
import Testing

/// `landfill`, as users run it.
@Suite struct LandfillCommandTests {
  struct Landfill: Decodable {
    struct Layer: Decodable {
      let decade: Int?
      let grade: Double
      let recovered: Double
      let yearsOfUse: Double?
    }

    let schema: String
    let layers: [Layer]
    let total: Layer
  }

  /// 16 Mt, a quarter water, 3 % metal: 252 kt counted dry and 336 kt counted wet.
  @Test(arguments: [("dry", 252_000.0), ("wet", 336_000)])
  func aSiteYieldsByTheBasisOfItsGrade(_ basis: String, _ expected: Double) throws {
    let found = try Urbanmine.run(
      "landfill", "metal", "--site", "16000000", "--grade", "0.03", "--moisture", "0.25",
      "--recovery", "0.7", "--basis", basis, "--yearly-use", "126000", "--json"
    ).json(as: Landfill.self)
    #expect(found.schema == "urbanmine/landfill/1")
    #expect(found.layers.isEmpty)
    #expect(found.total.recovered.isApproximatelyEqual(to: expected, relativeTolerance: 1e-12))
    #expect(
      try #require(found.total.yearsOfUse).isApproximatelyEqual(
        to: expected / 126_000, relativeTolerance: 1e-12))
  }

  @Test func landfilledWasteGrowsRicherInCopperAndTailingsPoorer() throws {
    func grades(_ deposit: String) throws -> [Double] {
      let found = try Urbanmine.run("landfill", "copper", "--in", deposit, "--json")
        .json(as: Landfill.self)
      #expect(found.layers.compactMap(\.decade) == Array(stride(from: 1900, through: 2010, by: 10)))
      return found.layers.map(\.grade)
    }
    let (landfill, tailings) = (try grades("landfill"), try grades("tailings"))
    #expect(landfill[1] < 0.002 && landfill[10] > 0.005)
    #expect(zip(tailings, tailings.dropFirst()).allSatisfy { $0 >= $1 })
    let text = try Urbanmine.run("landfill", "copper", "--price", "7680")
    #expect(text.output.contains("1990–1999"))
    #expect(text.output.contains("Value, M "))
    // Without figures of one's own: unit value and mine production, as bundled.
    let usual = try Urbanmine.run("landfill", "copper").output
    #expect(usual.contains("Value, M$"))
    #expect(usual.contains("6290 $/t, the unit value of 2017"))
    #expect(usual.contains("Nine of ten"))
  }
}
