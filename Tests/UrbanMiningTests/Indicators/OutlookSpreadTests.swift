import RealModule
import Testing
import UrbanMining

struct OutlookSpreadTests {
  /// Of each of two metals 10 and 20 t a year enter use for exactly two years; a share s of what leaves comes back,
  /// drawn evenly between 0.4 and 0.8. From 2022 on s is the secondary share, and more than a half exceeds mining.
  private func uncertainty() throws -> Uncertainty {
    let model = try TwoMetals.model(
      wanted: [[10, 10, 10, 10, 10], [20, 20, 20, 20, 20]])
    return try Uncertainty(
      model: model,
      parameters: [
        UncertainParameter(
          key: "rate", .absolute(try Distribution("uniform(from: 0.4, to: 0.8)")),
          provenance: Provenance(assumption: "made up"))
      ], groups: [])
  }

  /// The quantiles of an even distribution, to what 4000 draws allow; metals never mix, so each is a lane of the
  /// plan, and still told apart.
  @Test func quantilesAreThoseOfTheShareThatIsDrawn() throws {
    let spreads = try OutlookSpread.all(
      of: uncertainty(), along: "metal", since: 2021, draws: 4000, seed: 3, threads: 2)
    #expect(spreads.map(\.element) == ["a", "b"])
    for (spread, amount) in zip(spreads, [10.0, 20]) {
      #expect(spread.draws == 4000)
      for (found, share) in zip(spread.secondaryShares, [0.42, 0.6, 0.78]) {
        #expect(found[0] == 0)
        #expect(abs(try #require(found[3]) - share) < 0.02)
      }
      // What is mined falls as the share rises: 4 years of the amount less 3 of scrap.
      for (found, share) in zip(spread.cumulativePrimary, [0.78, 0.6, 0.42]) {
        #expect(abs(found / amount - (4 - 3 * share)) < 0.06)
      }
      #expect(abs(spread.shareExceeding - 0.75) < 0.03)
      #expect(spread.scrapExceedsPrimaryFrom == [2022, 2022, nil])
    }
  }

  @Test func theWholeIsNotTheElements() throws {
    let whole = try OutlookSpread.all(
      of: uncertainty(), along: nil, since: 2020, draws: 100, seed: 3)
    #expect(whole.map(\.element) == [nil])
    // 30 t a year in the two years before anything leaves.
    #expect(whole[0].primary.map { $0[0] } == [30, 30, 30])
  }

  /// The same draws on any number of threads.
  @Test func threadsDoNotMatter() throws {
    let one = try OutlookSpread.all(
      of: uncertainty(), along: "metal", since: 2021, draws: 300, seed: 9)
    let two = try OutlookSpread.all(
      of: uncertainty(), along: "metal", since: 2021, draws: 300, seed: 9, threads: 2)
    #expect(one == two)
  }
}
