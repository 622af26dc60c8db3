import Testing

@testable import UrbanMining

struct ChangeTargetTests {
  private func model() throws -> SystemModel { try TwoUseCycle().model() }

  @Test(
    arguments: [
      ("mining", [0], false, []), ("split", [0, 1], false, ["end_use"]),
      ("split.cars", [1], false, []), ("use.lifetime", [0, 1], true, ["end_use"]),
      ("use.lifetime.buildings", [0], true, []),
      ("collected->refining.share", [0, 1], false, ["end_use"]),
      ("collected->refining.share.cars", [1], false, []), ("mine->refining.given", [0], false, []),
    ] as [(String, [Int], Bool, [String])])
  func findsWhatAKeyNames(
    key: String, cells: [Int], isLifetime: Bool, dimensions: [String]
  ) throws {
    let target = try model().target(of: key)
    #expect(target.cells == cells)
    #expect(target.isLifetime == isLifetime)
    #expect(target.dimensions == dimensions)
    #expect(target.places.count == cells.count)
  }

  @Test func placesAreNamedByTheirElements() throws {
    #expect(
      try model().target(of: "split").places == [["end_use": "buildings"], ["end_use": "cars"]])
    #expect(try model().target(of: "mining").places == [[:]])
  }

  @Test(
    arguments: [
      ("splt", "splt", "a key starts with one of mining, split, yield, collection, use.lifetime, "),
      ("split.boats", "boats", "its elements are buildings, cars"),
      ("mining.cars", "cars", "it is not over a dimension, so no 'cars' can be told apart"),
      ("split.cars.buildings", "buildings", "an element of each of its dimensions stands before "),
      ("use.lifetimes", "lifetimes", "of 'use' only the lifetime can be changed"),
      ("use", "", "of 'use' only the lifetime can be changed"),
      ("refining.lifetime", "lifetime", "the process 'refining' has no lifetime"),
      ("collected->refining.given", "given", "the flow 'collected->refining' has a 'share'"),
      ("collected->refining", "", "the flow 'collected->refining' has a 'share'"),
      (
        "use->landfill.share", "share",
        "the flow 'use->landfill' is a 'remainder' and has no numbers"
      ),
      ("", "", "a key starts with one of "),
    ])
  func saysWhatIsKnownWhereAKeyIsNot(key: String, part: String, rule: String) throws {
    let model = try model()
    let error = try #require(
      throws: UnknownKey.self, performing: { try model.target(of: key) })
    #expect(error.key == key)
    #expect(error.part == part)
    #expect(error.rule.hasPrefix(rule))
    #expect(error.description == "'\(key)' names nothing in the model: \(error.rule)")
  }

  @Test func knownNamesAreThoseThatCouldStandThere() throws {
    let model = try model()
    let element = try #require(
      throws: UnknownKey.self, performing: { try model.target(of: "split.boats") })
    #expect(element.known == ["buildings", "cars"])
    let head = try #require(
      throws: UnknownKey.self, performing: { try model.target(of: "minning") })
    #expect(head.known.contains("mining"))
    #expect(head.known.contains("use"))
    #expect(head.known.contains("collected->refining"))
  }

  /// Where two dimensions share their elements, a key fills them in their order.
  @Test func sharedElementsAreTakenInTheOrderOfDimensions() throws {
    let regions = ["north", "south"]
    let trade = Parameter(
      dimensions: ["origin", "region"], cells: [[0], [1], [2], [0]])
    let model = try SystemModel(
      header: .init(name: "trade"), time: TimeAxis(years: 2000...2000),
      dimensions: [
        Dimension(name: "origin", elements: regions), Dimension(name: "region", elements: regions),
      ],
      inputs: [.init(name: "trade", parameter: trade)], processes: [], flows: [])
    #expect(try model.target(of: "trade.north.south").cells == [1])
    #expect(try model.target(of: "trade.south.north").cells == [2])
    #expect(try model.target(of: "trade.south").cells == [2, 3])
  }
}
