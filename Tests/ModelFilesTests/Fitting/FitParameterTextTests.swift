import ModelFiles
import Testing
import UrbanMining

struct FitParameterTextTests {
  @Test func readsEveryForm() throws {
    #expect(try FitParameter(text: "use.lifetime.mean") == FitParameter("use.lifetime.mean"))
    #expect(try FitParameter(text: "rate=0.5") == FitParameter("rate", start: 0.5))
    #expect(
      try FitParameter(text: "mining.growth in -0.01...0.05")
        == FitParameter("mining.growth", bounds: -0.01...0.05))
    #expect(
      try FitParameter(text: "a->b.share=0.3 in 0.1...0.9 ~ lognormal(median: 0.4, sigma: 0.2)")
        == FitParameter(
          "a->b.share", start: 0.3, bounds: 0.1...0.9, prior: .logNormal(median: 0.4, sigma: 0.2)))
  }

  @Test(arguments: [
    ("", "a key is missing"), ("x=", "the start behind '='"), ("x in 3", "LOW...HIGH"),
    ("x in 3...2", "LOW...HIGH"), ("x ~ uniform(from: 0, to: 1)", "a normal or a lognormal"),
    ("x ~ normal(men: 1, sd: 2)", "mean"),
  ])
  func refusesWhatIsNone(_ text: String, _ part: String) {
    do throws(FitParameterFault) {
      _ = try FitParameter(text: text)
      Issue.record("'\(text)' was read")
    } catch {
      #expect(error.description.contains(part), "\(error)")
    }
  }
}
