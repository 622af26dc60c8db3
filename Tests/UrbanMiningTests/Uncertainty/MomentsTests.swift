import Testing

@testable import UrbanMining

struct MomentsTests {
  @Test func areThoseOfNumPy() throws {
    let sample = try UncertaintyReference.read().sample
    let moments = Moments(rows: sample.values, draws: sample.values.count)
    expectClose(moments.means[0], sample.mean)
    expectClose(moments.standardDeviation(0), sample.sd)
    #expect(moments.smallest[0] == sample.quantiles[0])
    #expect(moments.largest[0] == sample.quantiles.last)
  }

  @Test func mergingPartsGivesTheWhole() throws {
    let values = try UncertaintyReference.read().sample.values
    let whole = Moments(rows: values, draws: values.count)
    let parts = Moments(rows: Array(values[..<100]), draws: 100)
      .merged(with: Moments(rows: Array(values[100...]), draws: values.count - 100))
    #expect(parts.count == whole.count)
    expectClose(parts.means[0], whole.means[0])
    expectClose(parts.standardDeviation(0), whole.standardDeviation(0))
  }

  @Test func aSingleDrawHasNoSpread() {
    let moments = Moments(rows: [3, 4], draws: 1)
    #expect(moments.means == [3, 4])
    #expect(moments.standardDeviation(1) == 0)
  }
}
