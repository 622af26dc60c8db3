import ModelFiles
import Testing
import UrbanMining

@Suite struct ModelReaderDimensionsTests {
  @Test func readsListsTablesAndOtherDimensions() throws {
    let file = try SampleModel.file(
      ("region: [north, south]", "metal: { table: yields }\n  other: { same_as: end_use }"))
    #expect(file.base.dimensions.map(\.name) == ["end_use", "metal", "other"])
    #expect(file.base.dimensions[1].elements == ["copper", "zinc"])
    #expect(file.base.dimensions[2].elements == ["cars", "wires"])
  }

  @Test func readsTheColumnThatItNames() throws {
    let file = try SampleModel.file(
      ("region: [north, south]", "part: { table: yields, column: end_use }"))
    #expect(file.base.dimensions[1].elements == ["cars", "wires"])
  }

  @Test(
    arguments: [
      ("{ table: yield }", "there is no bundled table 'yield' (did you mean 'yields'?)"),
      ("{ table: yields, column: metals }", "there is no column 'metals' (did you mean 'metal'?)"),
      ("{ same_as: end_uses }", "there is no dimension 'end_uses' above (did you mean 'end_use'?)"),
      ("{ same_as: end_use, table: yields, column: metal }", "'same_as' another, or read from"),
      ("{ column: metal }", "a dimension is a list of elements"),
      ("{ tables: yields }", "'tables' is not a key of a dimension (did you mean 'table'?)"),
    ])
  func namesTheFault(_ mistake: String, _ fault: String) {
    let faults = SampleModel.faults(("[north, south]", mistake))
    #expect(faults.contains { $0.hasPrefix("demo.yaml:7:") && $0.contains(fault) }, "\(faults)")
  }
}
