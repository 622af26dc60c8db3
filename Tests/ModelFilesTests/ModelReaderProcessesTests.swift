import ModelFiles
import Testing
import UrbanMining

@Suite struct ModelReaderProcessesTests {
  static let lifetime = "{ cars: 'normal(mean: 15, sd: 4)', default: 'fixed(years: 3)' }"

  static func lives(_ changes: (String, String)) throws -> [String] {
    let file = try SampleModel.file(changes)
    return file.base.process("use")?.lifetimes?.map(\.description) ?? []
  }

  @Test func readsWhatEachProcessIs() throws {
    let file = try SampleModel.file(
      ("waste: { sink: true }", "waste: { boundary: sink }"))
    let kinds = file.base.processes.map(\.kind)
    #expect(kinds[0] == .source)
    #expect(kinds[1] == .transform)
    #expect(kinds[4] == .destination)
    #expect(try SampleModel.file().base.processes[4].kind == .sink)
    #expect(file.base.processes.map(\.dimensions) == [[], [], ["end_use"], ["end_use"], []])
  }

  @Test(
    arguments: [
      (lifetime, ["normal(mean: 15, sd: 4)", "fixed(years: 3)"]),
      ("'gamma(mean: 9, sd: 3)'", ["gamma(mean: 9, sd: 3)", "gamma(mean: 9, sd: 3)"]),
      ("{ table: lives, over: [end_use] }", ["normal(mean: 15, sd: 4)", "fixed(years: 3)"]),
      ("'table(file: survival)'", ["table(file: survival)", "table(file: survival)"]),
    ])
  func readsLifetimes(_ written: String, _ lifetimes: [String]) throws {
    #expect(try Self.lives((Self.lifetime, written)) == lifetimes)
  }

  @Test func takesATableOfOneLifetimeForEveryElement() throws {
    let written = "{ table: lives, where: { end_use: wires } }"
    #expect(try Self.lives((Self.lifetime, written)) == ["fixed(years: 3)", "fixed(years: 3)"])
  }

  @Test func keepsWhereLifetimesComeFrom() throws {
    let table = try SampleModel.file(
      (Self.lifetime, "{ table: lives, over: [end_use], source: me }"))
    #expect(table.base.process("use")?.provenance == Provenance(table: "lives", source: "me"))
    let text = try SampleModel.file(
      (Self.lifetime, "'fixed(years: 3)', lifetime_assumption: guess"))
    #expect(text.base.process("use")?.provenance == Provenance(assumption: "guess"))
  }

  static let families =
    "the families are fixed, normal, truncated-normal, folded-normal, lognormal, weibull, gamma, "
    + "loglogistic, gompertz, exponential, geometric, uniform, table, mixture, dissipating"

  @Test(
    arguments: [
      (
        "'fixed(years: 3)'", "fixed(years: 3)", "this is not YAML: did not find expected ',' or '}'"
      ),
      (
        "'fixed(years: 3)'", "'fixd(years: 3)'",
        "14:82: the lifetime 'fixd(years: 3)': there is no lifetime 'fixd'; \(families)"
      ),
      (
        "'fixed(years: 3)'", "'fixed(year: 3)'",
        "14:82: the lifetime 'fixed(year: 3)': fixed takes fixed(years:); given were year"
      ),
      (
        "'fixed(years: 3)'", "'fixed(years: -3)'",
        "14:82: the lifetime 'fixed(years: -3)': years: -3 is not possible: it must be 0 or above"
      ),
      (
        "'fixed(years: 3)'", "'fixed(years: three)'",
        "14:95: the lifetime 'fixed(years: three)': character 14: a number is expected for years, "
          + "with a decimal point"
      ),
      (
        "'fixed(years: 3)'", "'fixed years'",
        "14:88: the lifetime 'fixed years': character 7: '(' is expected here: the parameters of "
          + "fixed follow in brackets"
      ),
      (
        "'fixed(years: 3)'", "30",
        "14:81: the lifetime '30': there is no lifetime '30'; \(families)"
      ),
      (
        "default:", "wirse:",
        "14:72: 'wirse' is not an element of 'end_use' (did you mean 'wires'?)"
      ),
      (", default: 'fixed(years: 3)'", "", "14:37: there is no lifetime for wires"),
      (
        "cars: 'normal", "vans: 'normal",
        "14:39: 'vans' is not an element of this process (did you mean 'cars'?)"
      ),
      (
        "{ cars: 'normal(mean: 15, sd: 4)', default: 'fixed(years: 3)' }", "'table(file: life)'",
        "14:38: the lifetime 'table(file: life)': the survival table 'life' can't be read: there "
          + "is no bundled table 'life'"
      ),
      (
        "{ cars: 'normal(mean: 15, sd: 4)', default: 'fixed(years: 3)' }", "{ table: lives }",
        "lives:3:1: there is a second value"
      ),
      (
        "{ cars: 'normal(mean: 15, sd: 4)', default: 'fixed(years: 3)' }",
        "{ table: lives, over: [end_use], column: life }",
        "14:78: 'lives': there is no column 'life' (the columns are end_use, lifetime)"
      ),
      (
        "{ cars: 'normal(mean: 15, sd: 4)', default: 'fixed(years: 3)' }",
        "{ table: yields, over: [end_use], column: yield, where: { metal: zinc } }",
        "14:46: 'yields' has no value for wires"
      ),
      (
        "use: { over: [end_use]", "use: { over: [region]",
        "14:38: 'cars' is not an element of this process (there are north, south)"
      ),
      (
        "refining: {}", "refining: { sink: true, boundary: sink }",
        "13:3: 'refining' can't have boundary and sink at once"
      ),
      (
        "refining: {}", "refi.ning: {}",
        "13:3: a name holds no '.' and no '->', which join names to keys"
      ),
      ("refining: {}", "refining: []", "13:13: a process is a list of keys with values"),
      (
        "boundary: source", "boundary: soruce",
        "12:21: 'boundary' can't be 'soruce' (did you mean 'source'?)"
      ),
      (
        "waste: { sink: true }", "waste: { over: [enduse], sink: true }",
        "16:18: there is no dimension 'enduse' (did you mean 'end_use'?)"
      ),
      (
        "refining: {}", "refining: {}\n  lonely: {}",
        "14:3: 'lonely' has no way out: add a flow from it, or make it a sink"
      ),
      ("refining: {}", "refining: {}\n  lonely: {}", "14:3: nothing flows into 'lonely'"),
      (
        "waste: { sink: true }", "waste: {}",
        "16:3: 'waste' has no way out: add a flow from it, or make it a sink"
      ),
    ])
  func namesTheFaultAndItsPlace(_ part: String, _ mistake: String, _ fault: String) {
    let faults = SampleModel.faults((part, mistake))
    #expect(faults.contains { $0.hasSuffix(fault) || $0.contains(fault) }, "\(faults)")
  }

  /// What fills a process that is driven by a misspelt word is no second fault.
  @Test func aMisspeltDriveIsOneFault() {
    let text = """
      model: demo
      years: 2000-2001
      processes:
        mine: { boundary: source }
        smelter: { driven_by: demnad }
        goods: { boundary: sink }
      flows:
        - { from: mine, to: smelter, fill: true }
        - { from: smelter, to: goods, given: 3 }

      """
    #expect(
      SampleModel.faults(ofText: text) == [
        "demo.yaml:5:25: 'driven_by' can't be 'demnad' (did you mean 'demand'?)"
      ])
  }

  @Test func aStockThatWaitsIsNotInService() throws {
    let waiting = try SampleModel.file(("use: { over", "use: { in_service: false, over"))
    #expect(waiting.base.process("use")?.isInService == false)
    #expect(try SampleModel.file().base.process("use")?.isInService == true)
    #expect(
      SampleModel.faults(("refining: {}", "refining: { in_service: false }"))
        == [
          "demo.yaml:13:27: 'in_service' tells stocks with a 'lifetime' apart: 'refining' has none"
        ])
  }
}
