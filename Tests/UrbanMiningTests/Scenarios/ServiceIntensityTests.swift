import Testing
import UrbanMining

struct ServiceIntensityTests {
  @Test func theServiceOfTheBaseIsItsStock() throws {
    let results = try TwoUseCycle().solved()
    let service = ServiceIntensity(of: Scenario(name: "x", changes: []), in: results.plan.model)
    #expect(service.service(of: results) == results.inUseStock())
  }

  /// Lighter products come in with what is new: long after, all of the stock serves better.
  @Test func lighterProductsServeBetterAsTheyComeIn() throws {
    var cycle = TwoUseCycle()
    cycle.lifetimes = ["fixed(years: 4)", "fixed(years: 4)"]
    let model = try cycle.model()
    let lever = try Lever(.lightWeighting, strength: 0.2, path: .step(from: 2010))
    let scenario = Scenario(name: "x", changes: try lever.changes(in: model))
    let results = try SystemPlan(model).solve()
    let service = ServiceIntensity(of: scenario, in: model).service(of: results)
    let stock = results.inUseStock()
    #expect(service[19] == stock[19])
    #expect(service[20] > stock[20] && service[20] < 1.25 * stock[20])
    expectClose(service[29], 1.25 * stock[29])
  }

  @Test func leversOfOneKindMultiply() throws {
    let model = try TwoUseCycle().model()
    let levers = [try Lever(.sharing, strength: 0.5), try Lever(.sharing, strength: 0.2)]
    let scenario = Scenario(name: "x", changes: try levers.flatMap { try $0.changes(in: model) })
    let results = try SystemPlan(model).solve()
    expectClose(
      ServiceIntensity(of: scenario, in: model).service(of: results)[9],
      2 * 1.25 * results.inUseStock()[9])
  }
}
