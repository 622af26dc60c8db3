import ModelFiles
import RealModule
import Testing
import UrbanMining

struct ModelReaderUpkeepTests {
  private func text(_ entries: String) -> (String, String) { ("data:\n", "data:\n\(entries)") }

  private func values(_ name: String, _ entries: String) throws -> [[Double]] {
    let file = try SampleModel.file(text(entries))
    return file.base.inputs.first { $0.name == name }?.parameter.cells ?? []
  }

  /// A stock of 100, 110, 121, 133.1 with a life of exactly two years: of what enters in the middle of 2000 all
  /// is left at the end of 2001 and nothing at the end of 2002, so that 100, 10, 111, 22.1 must enter.
  @Test func whatMustEnterFollowsFromTheStock() throws {
    let found = try values(
      "built",
      """
        fleet: { values: { points: { 2000: 100, 2001: 110, 2002: 121, 2003: 133.1 }, interpolation: step } }
        built: { inflow_of: { stock: fleet, lifetime: 'fixed(years: 2)' } }

      """)
    #expect(found.count == 1)
    for (value, expected) in zip(found[0], [100, 10, 111, 22.1]) {
      #expect(value.isApproximatelyEqual(to: expected, relativeTolerance: 1e-12))
    }
  }

  @Test func elementsHaveLifetimesOfTheirOwnAndContentsMultiply() throws {
    let found = try values(
      "metal",
      """
        fleet: { values: { cars: 10, wires: 20 }, unit: items }
        built: { inflow_of: { stock: fleet, lifetime: { cars: 'fixed(years: 1)', wires: 'fixed(years: 9)' } } }
        metal: { values: { cars: 2, wires: 3 }, unit: kt, times: built }

      """)
    #expect(found == [[20, 20, 20, 20], [60, 0, 0, 0]])
  }

  @Test(arguments: [
    (
      "  a: { inflow_of: { stock: b, lifetime: 'fixed(years: 2)' } }\n",
      "there is no data 'b' above"
    ),
    (
      "  b: { values: 1 }\n  a: { inflow_of: { stock: b } }\n",
      "'inflow_of' needs the key 'lifetime'"
    ),
    (
      "  b: { values: { 2000: 9, 2003: 1 } }\n  a: { inflow_of: { stock: b, lifetime: 'fixed(years: 40)' } }\n",
      "the stock 'b' falls faster than it wears out in 2001: less than nothing would have to enter"
    ),
    (
      "  b: { values: 1 }\n  a: { inflow_of: { stock: b, lifetime: 'fixed(years: 3)' }, unit: kt }\n",
      "an inflow has the unit of its stock"
    ),
    (
      "  a: { inflow_of: { stock: b }, values: 1 }\n",
      "'a' has one of 'table', 'values', 'saturation'"
    ),
  ])
  func whatCanNotBeIsAFault(_ entries: String, _ message: String) {
    let faults = SampleModel.faults(text(entries))
    #expect(faults.contains { $0.contains(message) }, "\(faults)")
  }

  @Test func aScenarioMayPutOneEntryInPlaceOfAnother() throws {
    let file = try SampleModel.file(
      ("data:\n", "data:\n  more: { values: 44, source: me }\n"),
      ("scenarios:\n", "scenarios:\n  rush: { set: { mining: more } }\n"))
    let model = try file.scenario("rush").applied(to: file.base)
    #expect(model.inputs.first { $0.name == "mining" }?.parameter.cells == [[44, 44, 44, 44]])
  }
}
