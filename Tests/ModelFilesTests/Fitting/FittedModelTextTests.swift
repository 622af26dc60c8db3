import ModelFiles
import Testing
import UrbanMining

struct FittedModelTextTests {
  private static let head = """
    model: cars
    years: 2000-2010
    unit: kt
    data:
      sales: { values: 20, source: invented }
    processes:
      shop: { boundary: source }
      use: { lifetime: 'normal(mean: 6, sd: 2)' }
      yard: { boundary: sink }
    flows:
      - { from: shop, to: use, given: sales }
      - { from: use, to: yard }

    """

  private func fitted(
    _ scenarios: String, named: [String] = [], settings: [String] = [], keys: [String]
  ) throws -> (fit: ModelFit, text: FittedModelText) {
    let text =
      scenarios.contains("\r\n")
      ? Self.head.split(separator: "\n").joined(separator: "\r\n") + "\r\n" + scenarios
      : Self.head + scenarios
    let file = try ModelFile(text: text, name: "cars.yaml", tables: TableLibrary())
    let fit = try ModelFit(
      of: file.base, keys.map { FitParameter($0) },
      to: [(2004.0, 70.0), (2007, 110), (2010, 131)].map {
        Observation(series: "stock.use", year: $0.0, value: $0.1)
      }, withIntervals: false)
    return (
      fit,
      try FittedModelText(
        fit, into: text, of: file, scenarios: named, settings: settings, title: "It's fitted")
    )
  }

  /// Read again and with its scenario applied, the model is the fitted one, to the last bit.
  @Test(arguments: [
    "", "scenarios:\n  # the first\n  long: { scale: { use.lifetime: 1.3 } }\n",
    "scenarios:\r\n  long: { scale: { use.lifetime: 1.3 } }\r\n", "\r\n",
    "scenarios:\n    fitted:\n        scale: { sales: 2 }\nlabels:\n  use: In use\n",
  ])
  func readAgainItIsTheFittedModel(_ scenarios: String) throws {
    let (fit, own) = try fitted(scenarios, keys: ["use.lifetime.mean", "sales", "sales.growth"])
    let file = try ModelFile(text: own.text, name: "new.yaml", tables: TableLibrary())
    #expect(own.scenario == (scenarios.contains("fitted") ? "fitted-2" : "fitted"))
    let model = try file.scenario(own.scenario).applied(to: file.base)
    #expect(model.processes == fit.model.processes)
    #expect(model.inputs == fit.model.inputs)
    #expect(try file.scenario(own.scenario).title == "It's fitted")
    #expect(file.scenarios.count == (scenarios.contains("scenarios") ? 2 : 1))
    #expect(own.text.contains("\r\n") == scenarios.contains("\r\n"))
    #expect(own.text.contains("# the first") == scenarios.contains("# the first"))
  }

  @Test func scenariosAndSettingsOfTheFitAreKept() throws {
    let (_, own) = try fitted(
      "scenarios:\n  long: { scale: { use.lifetime: 1.3 } }\n", named: ["long"],
      settings: ["use.lifetime=fixed(years: 7)", "sales={ 2000: 18, 2010: 22 }", "sales=9"],
      keys: ["sales"])
    let file = try ModelFile(text: own.text, name: "new.yaml", tables: TableLibrary())
    let scenario = try file.scenario("fitted")
    #expect(scenario.layers.map(\.scenario) == ["long", "fitted"])
    // The setting of what is fitted gives way.
    #expect(!own.text.contains("2000: 18"))
    let model = try scenario.applied(to: file.base)
    #expect(model.processes[1].lifetimes?[0].description == "fixed(years: 7)")
  }

  @Test func scenariosInBracesAreRefused() throws {
    do {
      _ = try fitted("scenarios: { long: { scale: { use.lifetime: 1.3 } } }\n", keys: ["sales"])
      Issue.record("no fault")
    } catch let error as ModelFileError {
      #expect(
        error.faults[0].description.hasPrefix("cars.yaml:13:12: write each scenario on lines"))
    }
  }
}
