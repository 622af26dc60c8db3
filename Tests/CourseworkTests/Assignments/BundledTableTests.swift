import Testing

@testable import Coursework

struct BundledTableTests {
  @Test func readsARowByTheTextsOfItsColumns() throws {
    let impacts = try BundledTable.impacts.get()
    #expect(
      try impacts.number(
        "value", where: ["metal": "copper", "route": "primary", "indicator": "ced"]) == 60.3)
    #expect(
      try BundledTable.lifespans.get().text("lifetime", where: ["unu_key": "0303"])
        == "weibull(shape: 1.6, scale: 6.57)")
  }

  @Test func refusesWhatIsNotThere() throws {
    let impacts = try BundledTable.impacts.get()
    #expect(throws: (any Error).self) { try impacts.text("value", where: ["metal": "mithril"]) }
    #expect(throws: (any Error).self) { try impacts.text("worth", where: ["metal": "copper"]) }
    #expect(throws: (any Error).self) { try BundledTable("no-such-table") }
  }

  /// Every product and technology that an assignment may draw has its row.
  @Test func everyDrawnThingHasItsRow() throws {
    for product in GrowingMarket.products {
      #expect(
        try BundledTable.lifespans.get().text("lifetime", where: ["unu_key": product.key])
          .hasPrefix("weibull(shape:"))
    }
    for turbine in WindPower.turbines {
      for metal in ["neodymium", "dysprosium"] {
        #expect(
          try BundledTable.contents.get().number(
            "content", where: ["technology": turbine.name, "metal": metal]) > 0)
      }
    }
  }
}
