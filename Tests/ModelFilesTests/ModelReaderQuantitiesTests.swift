import ModelFiles
import Testing
import UrbanMining

@Suite struct ModelReaderQuantitiesTests {
  /// 3000 cars of 1.2 t are 3.6 kt.
  @Test func itemsBecomeAMassByTheContentOfOne() throws {
    let found = try SampleModel.values(
      "{ values: { cars: 3000, wires: 500 }, unit: items, content: { value: { cars: 1.2, wires: 0.4 }, "
        + "unit: t } }")
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.count == 4 })
    #expect(abs(found[0][3] - 3.6) < 1e-14 && abs(found[1][0] - 0.2) < 1e-15)
    // A content that changes in time, of the same number of items.
    let changing = try SampleModel.values(
      "{ values: 2000, unit: items, content: { value: { 2000: 500, 2003: 800 }, unit: kg } }")
    #expect(zip(changing[0], [1, 1.2, 1.4, 1.6]).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  @Test func anEntryIsTimesAnotherAboveIt() throws {
    #expect(
      try SampleModel.values("{ values: { north: 2, south: 3 }, times: mining }") == [
        [2, 2, 2, 2], [3, 3, 3, 3],
      ])
    let file = try SampleModel.file(
      (
        "processes:",
        "  wide: { values: { cars: { north: 1, south: 2 }, wires: 3 }, times: split }\nprocesses:"
      ))
    let wide = file.base.inputs.first { $0.name == "wide" }?.parameter.cells ?? []
    #expect(wide.map { $0[0] } == [0.25, 0.5, 2.25, 2.25])
  }

  @Test func aMassMayBeWrittenPerYear() throws {
    #expect(try SampleModel.values("{ values: 4000, unit: t/yr }") == [[4, 4, 4, 4]])
  }

  @Test(
    arguments: [
      (
        "{ values: 3, unit: t, content: { value: 1, unit: t } }",
        "'content' is the mass of one item: it needs 'unit: items'"
      ),
      ("{ values: 3, unit: items, content: { value: 1 } }", "'content' needs the key 'unit'"),
      ("{ values: 3, unit: t, times: heavy }", "both are a mass: their product is not"),
      ("{ values: 3, times: mning }", "there is no data 'mning' above (did you mean 'mining'?)"),
      ("{ values: 3, unit: tons/yr }", "a unit can't be 'tons/yr'"),
    ])
  func namesTheFault(_ entry: String, _ fault: String) {
    let found = SampleModel.faults(
      (
        "mining: { values: { 2000: 10, 2003: 13 }, source: me }",
        "mining: { values: 1 }\n  heavy: { values: 2, unit: t }\n  probe: \(entry)"
      ))
    #expect(found.contains { $0.contains(fault) }, "\(found)")
  }

  /// What a number measures is checked where it is used, at the place of its name.
  @Test(
    arguments: [
      ("unit: items", "given: mining", "18:40: 'mining' counts items, and the model is in kt"),
      ("unit: t", "share: 0.5", "21:40: 'mining' is a mass, and a share has no unit"),
      ("unit: items", "share: 0.5", "21:40: 'mining' counts items, and a share has no unit"),
    ])
  func namesWhatDoesNotFit(_ unit: String, _ place: String, _ fault: String) {
    let used = place.hasPrefix("share") ? [("share: 0.5", "share: mining")] : []
    let changes = [("source: me }\n  split", "\(unit) }\n  split")] + used
    let found = SampleModel.faults(ofText: SampleModel.text(changes))
    #expect(found.contains { $0.contains(fault) }, "\(found)")
  }

  @Test func aStockIsNotPerYear() {
    let text = SampleModel.text([
      ("source: me }\n  split", "unit: kt/yr }\n  split"),
      ("use: { over: [end_use],", "use: { over: [end_use], stock: mining,"),
    ])
    #expect(
      SampleModel.faults(ofText: text).contains {
        $0.contains("'mining' is per year, and a stock is not")
      })
  }

  /// A fleet in a model that counts: 2.4 kt at 1.2 t each are 2000 vehicles.
  @Test(arguments: [
    ("values: 2000, unit: items", 2.0), ("values: 2, unit: thousand items", 2),
    ("values: 2.4, unit: kt, content: { value: 1.2, unit: t }", 2),
    ("values: 2400, unit: t/yr, content: { value: 1200, unit: kg }", 2),
  ])
  func aModelMayCountInPlaceOfWeighing(_ entry: String, _ value: Double) throws {
    let file = try ModelFile(
      text: """
        model: cars
        years: 2000-2000
        unit: thousand items
        data:
          sold: { \(entry) }
        processes:
          makers: { boundary: source }
          use: { lifetime: 'fixed(years: 3)' }
          yard: { sink: true }
        flows:
          - { from: makers, to: use, given: sold }
          - { from: use, to: yard }
        """, name: "c.yaml", tables: TableLibrary())
    let results = try file.base.solved()
    #expect(abs(results.inUseStock()[0] - value) < 1e-15)
    #expect(results.csvText().contains("stock,use,,,thousand items,"))
  }

  @Test func aMassInAModelThatCountsNeedsTheMassOfOne() {
    let text = SampleModel.text([
      ("unit: kt", "unit: items"), ("source: me }\n  split", "unit: t }\n  split"),
    ])
    #expect(
      SampleModel.faults(ofText: text) == [
        "demo.yaml:18:40: 'mining' is a mass, and the model is in items "
          + "('content: { value: 1.2, unit: t }' beside it says the mass of one item)"
      ])
  }

  @Test(arguments: [
    ("{ value: 0, unit: t }", "an item has a mass above 0"),
    ("{ value: -2, unit: t }", "an item has a mass above 0"),
    ("{ value: 2, unit: items }", "the 'content' of an item is a mass, not 'items'"),
  ])
  func theMassOfAnItemIsAboveZero(_ content: String, _ fault: String) {
    let found = SampleModel.faults(
      ("source: me }\n  split", "unit: items, content: \(content) }\n  split"))
    #expect(found.count == 1 && found[0].contains(fault), "\(found)")
  }
}
