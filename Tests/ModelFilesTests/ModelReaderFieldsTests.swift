import ModelFiles
import Testing
import UrbanMining

@Suite struct ModelReaderFieldsTests {
  @Test func readsTheHeader() throws {
    let file = try SampleModel.file(
      ("unit: kt", "unit: Mt\ntitle: '  A cycle '\nmaterial: tin\nlabels: { cars: Cars and vans }"),
      ("inflow_at: middle", "inflow_at: uniform(5)"))
    #expect(file.base.header.title == "A cycle")
    #expect(file.base.header.material == "tin")
    #expect(file.base.header.unit == .megatonne)
    #expect(file.base.label(for: "cars") == "Cars and vans")
    #expect(file.base.label(for: "wires") == "wires")
    #expect(file.base.timing == .uniform(points: 5))
  }

  @Test func nameAndMaterialStandForWhatIsNotSaid() throws {
    let file = try SampleModel.file(("unit: kt\ninflow_at: middle", "description: Two\n#"))
    #expect(file.base.header.title == "demo")
    #expect(file.base.header.material == "demo")
    #expect(file.base.header.unit == .tonne)
    #expect(file.base.timing == .middle)
  }

  @Test(arguments: [
    ("2000", 2000...2000), ("1900-2020", 1900...2020), ("1900 – 1901", 1900...1901),
  ])
  func readsYears(_ written: String, _ years: ClosedRange<Int>) throws {
    let text =
      "model: a\nyears: \(written)\nprocesses: { mine: { boundary: source }, s: { sink: true } }\n"
      + "flows: [{ from: mine, to: s, given: 1 }]\n"
    let file = try ModelFile(text: text, name: "a.yaml", tables: TableLibrary())
    #expect(file.base.time == TimeAxis(years: years))
  }

  static let yearsRule = "'years' is written with its first and last year, like 1900-2020"

  @Test(
    arguments: [
      (
        "years: 2000-2003", "years: 2003-2000", "2:8: the years end (2000) before they begin (2003)"
      ),
      ("years: 2000-2003", "years: soon", "2:8: \(yearsRule)"),
      ("years: 2000-2003", "years: [2000, 2003]", "2:8: \(yearsRule)"),
      ("years: 2000-2003", "years: 2000-2001-2002", "2:8: \(yearsRule)"),
      (
        "unit: kt", "unit: tons",
        "3:7: a unit can't be 'tons' (it is one of g, kg, t, kt, Mt, Gt, items, thousand items, "
          + "million items)"
      ),
      ("unit: kt", "unit: Ktt", "3:7: a unit can't be 'Ktt' (did you mean 'kt'?)"),
      (
        "inflow_at: middle", "inflow_at: noon",
        "4:12: 'inflow_at' can't be 'noon' "
          + "(it is start, middle, end, uniform or uniform(N) with N from 2 to 64)"
      ),
      (
        "model: demo", "model: My demo",
        "1:8: 'model' is an identifier: lower-case letters, digits and hyphens"
      ),
      ("model: demo", "title: demo", "1:1: a model file needs the key 'model'"),
      ("flows:\n", "flow:\n", "1:1: a model file needs the key 'flows'"),
      ("  region: [north, south]", "  region: [north, north]", "7:3: 'region' lists 'north' twice"),
      ("  region: [north, south]", "  region: []", "7:3: 'region' has no elements"),
      ("unit: kt", "title: {}", "3:8: 'title' is a text"),
      ("unit: kt", "labels: [a]", "3:9: 'labels' is a list of names with values"),
    ])
  func namesTheFaultAndItsPlace(_ part: String, _ mistake: String, _ fault: String) {
    #expect(SampleModel.faults((part, mistake)).first == "demo.yaml:" + fault)
  }

  @Test func listsTheKeysWhereNoneIsNear() {
    #expect(
      SampleModel.faults(("boundary: source", "colour: red")).first
        == "demo.yaml:12:11: 'colour' is not a key of a process (the keys are boundary, over, "
        + "lifetime, sink, driven_by, inflow, stock, stock_from, negative_inflow, initial_stock, "
        + "in_service, source, assumption, lifetime_source, lifetime_assumption, note)")
  }
}
