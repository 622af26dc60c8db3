import Testing

@testable import Coursework

struct SeriesMarkingTests {
  private static func marking(stock: [String], outflow: [String] = []) throws -> Marking {
    func cells(_ texts: [String]) -> [Response.YearCell] {
      zip(2001..., texts).map { Response.YearCell(year: $0, text: $1) }
    }
    let responses = [
      Response(question: "stock", series: cells(stock)),
      Response(question: "outflow", series: cells(outflow)),
    ]
    return try Marker.mark(responses, to: Samples.years, Variant(of: Samples.years, values: [:]))
  }

  @Test func earnsTheShareOfYearsAndNamesTheFirstThatDeviates() throws {
    let own = try #require(try Self.marking(stock: ["10", "20 kt", "0.02 Mt", "31"])["stock"])
    #expect(own.state == .partial)
    #expect(own.points == 3)
    #expect(own.message == "Right in 3 of 4 years; the first that deviates is 2004.")
    #expect(own.series == [2001: 10, 2002: 20, 2003: 20, 2004: 31])
  }

  @Test func allYearsAreRight() throws {
    let own = try #require(try Self.marking(stock: ["10", "20", "20.05", "19.95"])["stock"])
    #expect(own.state == .right)
    #expect(own.points == 4)
  }

  @Test func aMistakeIsRecognisedInTheWholeSeries() throws {
    let own = try #require(try Self.marking(stock: ["10", "20", "30", "40"])["stock"])
    #expect(own.mistake == "all-stays")
    #expect(own.points == 1)
  }

  @Test func missingYearsAreTold() throws {
    let own = try #require(try Self.marking(stock: ["10", "20", " ", ""])["stock"])
    #expect(
      own.message
        == "Right in 2 of 4 years; the first that is missing is 2003. What is there is right.")
    #expect(try Self.marking(stock: ["", ""])["stock"]?.state == .missing)
  }

  @Test func whatCanNotBeReadIsAskedAboutWithItsYear() throws {
    let own = try #require(try Self.marking(stock: ["10", "20,000"])["stock"])
    #expect(own.state == .unreadable)
    #expect(own.message == "In 2002: '20,000' can be read in two ways: write '20000' or '20.0'.")
    let later = try #require(
      try Self.marking(stock: ["10", "20", "20", "20", "20"])["stock"])
    #expect(later.message == "The year 2005 is not asked for.")
  }

  @Test func theirOwnBalanceIsChecked() throws {
    // A wrong stock with the outflow that follows from it.
    let consistent = try #require(
      try Self.marking(stock: ["10", "15", "15", "15"], outflow: ["0", "5", "10", "10"])["outflow"])
    #expect(
      consistent.message.hasSuffix(
        "Your own numbers balance: inflow − outflow is the change of your stock in every year. The error "
          + "lies before that."))
    let broken = try #require(
      try Self.marking(stock: ["10", "15", "15", "15"], outflow: ["0", "5", "8", "10"])["outflow"])
    #expect(broken.message.contains("Your own numbers do not balance in 2003"))
    // Nothing is said where both are right, or where one is not complete.
    let right = try Self.marking(stock: ["10", "20", "20", "20"], outflow: ["0", "0", "10", "10"])
    #expect(right["outflow"]?.message == "Right in all 4 years.")
    let partly = try Self.marking(stock: ["10", "15"], outflow: ["0", "5", "8", "10"])
    #expect(partly["outflow"]?.message.contains("Your own") == false)
  }
}
