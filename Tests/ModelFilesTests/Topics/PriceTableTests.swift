import ModelFiles
import Testing

struct PriceTableTests {
  private static let text =
    "year,metal,price\n2009,gold,31300000\n2010,gold,39500000\n2010,tin,20000\n"

  @Test func givesThePriceOfAYear() throws {
    let prices = try PriceTable(bytes: Array(Self.text.utf8), name: "p.csv")
    #expect(try prices.price(of: "gold", in: 2010) == 39_500_000)
    #expect(try prices.price(of: "tin", in: 2010) == 20_000)
  }

  @Test func aMissingYearOrMetalSaysWhatThereIs() throws {
    let prices = try PriceTable(bytes: Array(Self.text.utf8), name: "p.csv")
    func message(_ metal: String, _ year: Int) -> String {
      do throws(Fault) {
        _ = try prices.price(of: metal, in: year)
        return ""
      } catch {
        return error.description
      }
    }
    #expect(
      message("gold", 2014)
        == "p.csv:1:1: there is no price of 'gold' in 2014 (there are prices from 2009 to 2010)")
    #expect(message("glod", 2010).contains("(did you mean 'gold'?)"))
  }

  @Test(arguments: [(2008, 2010), (2010, 2010), (2015, 2010)])
  func findsTheNearestYearWithPricesOfAll(_ year: Int, _ expected: Int) throws {
    let prices = try PriceTable(bytes: Array(Self.text.utf8), name: "p.csv")
    #expect(prices.year(nearest: year, of: ["gold", "tin"]) == expected)
    #expect(prices.year(nearest: 2008, of: ["gold"]) == 2009)
    #expect(prices.year(nearest: year, of: ["gold", "lead"]) == nil)
  }

  /// Of two years equally far the earlier, since later prices were not known.
  @Test func takesTheEarlierOfTwoNearYears() throws {
    let text = "year,metal,price\n2008,gold,1\n2012,gold,2\n"
    let prices = try PriceTable(bytes: Array(text.utf8), name: "p.csv")
    #expect(prices.year(nearest: 2010, of: ["gold"]) == 2008)
    #expect(prices.year(nearest: 2010, of: []) == nil)
  }

  @Test func refusesPricesThatCanNotBe() {
    let text = "year,metal,price\n2009.5,gold,1\n2010,gold,-1\n"
    let error = #expect(throws: ModelFileError.self) {
      try PriceTable(bytes: Array(text.utf8), name: "p.csv")
    }
    #expect(
      error?.faults.map(\.description) == [
        "p.csv:2:1: a year is a whole number", "p.csv:3:11: a price is at least 0",
      ])
  }
}
