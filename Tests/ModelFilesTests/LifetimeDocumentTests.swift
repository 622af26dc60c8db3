import ModelFiles
import RealModule
import Testing
import UrbanMining

@Suite struct LifetimeDocumentTests {
  @Test func holdsWhatTheContractNames() throws {
    let document = LifetimeDocument(try .uniform(from: 0, to: 4), ages: [0, 1, 4, 5])
    #expect(
      try jsonText(document)
        == #"{"ages":[0,1,4,5],"density":[0.25,0.25,0,0],"#
        + #""hazard":[0.25,0.3333333333333333,null,null],"#
        + #""lifetime":"uniform(from: 0, to: 4)","mean":2,"median":2,"#
        + #""schema":"urbanmine/lifetime/1","#
        + #""sd":1.1547005383792517,"survival":[1,0.75,0,0]}"#)
  }

  /// SciPy 1.17: `lognorm.sf(30, s, scale=30*exp(-s**2/2))` with `s = sqrt(log(1 + 0.09))`.
  @Test func readsTheSameLogNormalAsSciPy() throws {
    let document = LifetimeDocument(try Lifetime("lognormal(mean: 30, sd: 9)"), ages: [30])
    let survival = try #require(document.survival[0])
    #expect(survival.isApproximatelyEqual(to: 0.4416527608571063, relativeTolerance: 1e-12))
    #expect(document.sd?.isApproximatelyEqual(to: 9, relativeTolerance: 1e-12) == true)
  }

  @Test func writesWhatIsInfiniteOrUndefinedAsNull() throws {
    let heavy = try jsonText(
      LifetimeDocument(try .logLogistic(shape: 0.8, scale: 10), ages: [0, 10]))
    #expect(heavy.contains(#""mean":null"#))
    #expect(heavy.contains(#""sd":null"#))
    let fixed = try jsonText(LifetimeDocument(try .fixed(years: 3), ages: [1, 3]))
    #expect(fixed.contains(#""density":[null,null]"#))
  }
}
