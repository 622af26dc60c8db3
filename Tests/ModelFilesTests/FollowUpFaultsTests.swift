import ModelFiles
import Testing

/// One mistake is one fault: what hangs on a part that could not be read is not reported as well.
@Suite struct FollowUpFaultsTests {
  private static let model = """
    model: m
    years: 2000-2002
    unit: kt
    dimensions:
      region: [north, south]
      destination: { same_as: region }
    data:
      d: { values: { north: { north: 0.5, south: 0.5 }, south: { north: 0.5, south: 0.5 } } }
      lost: { values: { north: 0.1, south: 0.2 } }
    processes:
      mine: { boundary: source }
      works: { over: [region] }
      goods: { over: [region], lifetime: { north: 'fixed(years: 2)', south: 'fixed(years: 3)' } }
      store: { sink: true, over: [region] }
    flows:
      - { from: mine, to: works, given: { north: 3, south: 4 } }
      - { from: works, to: goods, share: d, across: { region: destination }, name: traded }
      - { from: goods, to: store, share: lost, only: { region: [north] } }
      - { from: goods, to: store, remainder: true, name: kept }
    scenarios:
      s: { set: { d.north.south: 0.4, d.north.north: 0.6, goods.lifetime.north: 'fixed(years: 9)' } }

    """

  private func faults(_ part: String, _ mistake: String) -> [String] {
    precondition(Self.model.contains(part))
    return SampleModel.faults(
      ofText: Self.model.replacing(part, with: mistake, maxReplacements: 1))
  }

  @Test func theModelIsSound() {
    #expect(SampleModel.faults(ofText: Self.model) == [])
  }

  @Test(arguments: [
    ("same_as: region", "same_as: regon", "6:27: there is no dimension 'regon' above"),
    ("region: [north, south]\n", "region: []\n", "5:3: 'region' has no elements"),
    ("region: [north, south]\n", "region: north\n", "5:11: the elements of 'region' is a list"),
    ("region: [north, south]\n", "region: [north, north]\n", "5:3: 'region' lists 'north' twice"),
    ("region: [north, south]\n", "region: { table: none }\n", "there is no bundled table 'none'"),
    (
      "only: { region: [north] }", "only: { regio: [north] }",
      "18:52: there is no dimension 'regio'"
    ),
    (
      "only: { region: [north] }", "only: { region: [nort] }",
      "18:61: 'nort' is not an element of 'region' (did you mean 'north'?)"
    ),
    (
      "only: { region: [north] }", "only: { region: [north, north] }",
      "18:60: 'only' lists 'north' twice"
    ),
    (
      "only: { region: [north] }", "only: { region: [] }",
      "18:60: a flow that is confined to no element of 'region' is none"
    ),
    (
      "across: { region: destination }", "across: { region: destnation }",
      "17:59: there is no dimension 'destnation' (did you mean 'destination'?)"
    ),
    (
      "given: { north: 3, south: 4 }", "fill: first", "16:36: 'fill' is true, or a number from 1 on"
    ),
    (
      "share: lost,", "share: lost, at_most: { north: x },",
      "18:62: 'x' is not a number"
    ),
    (
      "share: lost,", "share: lost, at_most: avalable,",
      "there is no data 'avalable' (did you mean 'available'?)"
    ),
    ("share: lost,", "share: lost, fill: 1,", "18:5: a flow can't be share and fill at once"),
    ("works: { over", "works: { driven_by: demnd, over", "'driven_by' can't be 'demnd'"),
  ])
  func oneMistakeIsOneFault(_ part: String, _ mistake: String, _ fault: String) {
    let found = faults(part, mistake)
    #expect(found.count == 1 && found[0].contains(fault), "\(found)")
  }

  /// What has nothing to do with it is reported with it.
  @Test func anotherMistakeIsReportedToo() {
    let text = Self.model.replacing("same_as: region", with: "same_as: regon")
      .replacing("to: store, remainder", with: "to: stoer, remainder")
    let found = SampleModel.faults(ofText: text)
    #expect(found.count == 2)
    #expect(found.contains { $0.contains("there is no process 'stoer' (did you mean 'store'?)") })
  }
}
