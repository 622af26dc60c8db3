import Datasets
import ModelFiles
import Testing
import UrbanMining

struct ModelReaderUncertaintyTests {
  private let model = """
    model: tiny
    years: 2000-2010
    dimensions:
      end_use: [a, b]
    data:
      split: { values: { a: 0.4, b: 0.6 }, assumption: made up }
    processes:
      mine: { boundary: source }
      shop: {}
      use: { over: [end_use], lifetime: 'normal(mean: 5, sd: 1)' }
      waste: { sink: true }
    flows:
      - { from: mine, to: shop, given: 10, name: ore }
      - { from: shop, to: use, share: split }
      - { from: use, to: waste }

    """

  private func faults(_ uncertainty: String) -> [String] {
    do {
      _ = try ModelFile(text: model + uncertainty, name: "tiny.yaml", tables: TableLibrary())
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func readsEveryFormOfUncertainty() throws {
    let text = """
      uncertainty:
        ore.given: { relative: 'normal(mean: 1, sd: 0.1)', draw: 'ar1(correlation: 0.5)', source: x }
        split: { dirichlet: 50, assumption: x }
        use.lifetime.a.mean: { relative: 'normal(mean: 1, sd: 0.15)', assumption: x }
        use.lifetime.b: { one_of: { weibull: 0.3, 'fixed(years: 4)': 0.7 }, assumption: x }
        correlations:
          both: { of: [use.lifetime.a.mean, use.lifetime.b], ranks: 0.5 }
      """
    let file = try ModelFile(text: model + text, name: "tiny.yaml", tables: TableLibrary())
    let uncertainty = try #require(file.uncertainty)
    #expect(
      uncertainty.lines.map(\.text) == [
        "times normal(mean: 1, sd: 0.1), ar1(correlation: 0.5)", "dirichlet(concentration: 50)",
        "times normal(mean: 1, sd: 0.15)", "one of 0.3: weibull, 0.7: fixed(years: 4)",
        "rank correlation 0.5 of use.lifetime.a.mean, use.lifetime.b",
      ])
  }

  @Test func aModelWithoutThePartIsCertain() throws {
    #expect(
      try ModelFile(text: model, name: "tiny.yaml", tables: TableLibrary()).uncertainty == nil)
  }

  @Test(arguments: [
    (
      "splitt: { dirichlet: 5, source: x }",
      "tiny.yaml:17:3: 'splitt' names nothing in the model", "did you mean 'split'?"
    ),
    (
      "split: { relative: 'normal(mean: 1, sd: 0.1)', over: [end_use], source: x }",
      "tiny.yaml:17:3: the share 'split' (a) could become any number", ""
    ),
    ("split: { source: x }", "an uncertain number has one of 'relative'", ""),
    (
      "ore.given: { relative: 'nomal(mean: 1, sd: 0.2)', source: x }",
      "tiny.yaml:17:26: 'nomal(mean: 1, sd: 0.2)' is no distribution", "did you mean 'normal'?"
    ),
    (
      "ore.given: { relative: 'uniform(from: 0.9, to: 1)' }",
      "nothing says where the range of 'ore.given' comes from", "add 'source:'"
    ),
    (
      "ore.given: { relative: 'uniform(from: 0.9, to: 1)', draw: daily, source: x }",
      "'draw' can't be 'daily'", "it is 'once', 'yearly' or 'ar1(correlation: 0.9)'"
    ),
    (
      "use.lifetime: { one_of: [weibul], source: x }", "a family can't be 'weibul'",
      "did you mean 'weibull'?"
    ),
    (
      "correlations: { g: { of: [split, ore], ranks: 0.5 } }",
      "the group 'g': 'split' is not listed as uncertain", ""
    ),
    ("split: { dirichlet: 5, source: x, sd: 3 }", "'sd' is not a key of an uncertain number", ""),
  ])
  func reportsAFaultWithItsPlace(_ entry: String, _ message: String, _ hint: String) {
    let found = faults("uncertainty:\n  \(entry)\n")
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.contains(message) == true, "\(found)")
    #expect(found.first?.contains(hint) == true, "\(found)")
  }

  @Test func aMatrixThatContradictsItselfIsNamed() {
    let found = faults(
      """
      uncertainty:
        use.lifetime: { relative: 'uniform(from: 0.9, to: 1.1)', over: [end_use], source: x }
        ore.given: { relative: 'uniform(from: 0.9, to: 1.1)', source: x }
        correlations:
          g: { of: [use.lifetime, ore.given], ranks: [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]] }
      """)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("tiny.yaml:20:5: the group 'g'") == true, "\(found)")
    #expect(found.first?.contains("not positive definite") == true)
  }
}
