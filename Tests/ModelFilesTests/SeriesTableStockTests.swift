import LinearAlgebra
import ModelFiles
import RealModule
import Testing
import UrbanMining

@Suite struct SeriesTableStockTests {
  @Test func everySeriesIsALaneAndComesBack() throws {
    let lifetime = try Lifetime.normal(mean: 5, standardDeviation: 1.5)
    let table = try SeriesTable(text: "year,a,b\n1980,1,10\n1981,2,0\n1982,3,30\n", name: "s.csv")
    let built = try table.stock(drive: .inflow, lifetime: lifetime, timing: .middle)
    #expect(built.inflow(ofLane: 1) == [10, 0, 30])
    let lines = (0..<3).map {
      "\(1980 + $0),\(built.amounts(ofLane: 0)[$0]),\(built.amounts(ofLane: 1)[$0])"
    }
    let back = try SeriesTable(text: "year,a,b\n" + lines.joined(separator: "\n"), name: "b.csv")
      .stock(drive: .stock(.keep), lifetime: lifetime, timing: .middle)
    for (lane, inflow) in [[1.0, 2, 3], [10, 0, 30]].enumerated() {
      for (found, given) in zip(back.inflow(ofLane: lane), inflow) {
        // A division by s(0) = 0.9987 and a subtraction: some last bits of the largest number.
        #expect(found.isApproximatelyEqual(to: given, absoluteTolerance: 1e-14))
      }
    }
    #expect(back.balance.holds)
  }

  @Test func unevenPeriodsKeepTheirBounds() throws {
    let table = try SeriesTable(text: "from,to,a\n1980,1985,5\n1985,1986,1\n", name: "s.csv")
    let stock = try table.stock(drive: .inflow, lifetime: try .fixed(years: 4), timing: .start)
    #expect(stock.survival.time.bounds == [1980, 1985, 1986])
    // What enters at the start of five years and lives four is gone at their end.
    #expect(stock.amounts(ofLane: 0) == [0, 1])
  }

  @Test func clipsOnlyWhereItIsTold() throws {
    let table = try SeriesTable(text: "year,a\n1980,10\n1981,4\n", name: "s.csv")
    let lifetime = try Lifetime.fixed(years: 9)
    let kept = try table.stock(drive: .stock(.keep), lifetime: lifetime, timing: .end)
    #expect(kept.inflow(ofLane: 0) == [10, -6])
    let clipped = try table.stock(drive: .stock(.clip), lifetime: lifetime, timing: .end)
    #expect(clipped.inflow(ofLane: 0) == [10, 0])
    #expect(clipped.amounts(ofLane: 0) == [10, 10])
  }

  @Test(arguments: [
    (
      "year,a\n1980,1\n1981,-5\n",
      "s.csv:3:6: the number of 'a' is -5: an amount of material is not negative"
    ),
    (
      "year,use,value\n1980,a,-0.5\n",
      "s.csv:2:8: the value is -0.5: an amount of material is not negative"
    ),
  ])
  func refusesNegativeAmountsWhereTheyStand(_ text: String, _ fault: String) {
    #expect {
      try SeriesTable(text: text, name: "s.csv")
    } throws: {
      "\($0)" == fault
    }
  }

  @Test func saysThatNoInflowCanHoldTheStock() throws {
    let table = try SeriesTable(text: "year,a\n1980,1\n", name: "s.csv")
    #expect(throws: StockError.self) {
      try table.stock(drive: .stock(.keep), lifetime: try .fixed(years: 0.25), timing: .middle)
    }
  }
}
