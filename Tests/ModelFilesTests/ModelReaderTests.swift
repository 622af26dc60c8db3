import ModelFiles
import Testing
import UrbanMining

@Suite struct ModelReaderTests {
  @Test func readsASoundModel() throws {
    let file = try SampleModel.file()
    #expect(file.base.header.name == "demo")
    #expect(file.base.time.labels == [2000, 2001, 2002, 2003])
    #expect(file.base.processes.map(\.name) == ["mine", "refining", "use", "yard", "waste"])
    #expect(file.base.flows.count == 5)
    #expect(file.scenarios.map(\.name) == ["longer"])
  }

  @Test func reportsFiveDifferentFaultsAtOnceInTheOrderOfTheFile() {
    let faults = SampleModel.faults(
      ("inflow_at: middle", "inflow_att: middle"),
      ("2003: 13", "2003: -1"),
      ("mean: 15, sd: 4", "mean: 15 sd: 4"),
      ("share: split", "share: { cars: 0.5, wires: 0.52 }"),
      ("to: yard", "to: yrad"))
    #expect(
      faults == [
        "demo.yaml:4:1: 'inflow_att' is not a key of a model file (did you mean 'inflow_at'?)",
        "demo.yaml:14:62: the lifetime 'normal(mean: 15 sd: 4)': character 17: "
          + "')' is expected here: a comma or the closing bracket is missing",
        "demo.yaml:18:5: 'mine->refining' is negative in 2003: -1; a flow carries zero or more",
        "demo.yaml:19:5: the shares of what leaves refining sum to 1.02 in 2000: "
          + "they may sum to at most 1",
        "demo.yaml:20:22: there is no process 'yrad' (did you mean 'yard'?)",
      ])
  }

  /// What can't be read must not make its users look wrong.
  @Test(
    arguments: [
      ("2003: 13", "2003: 13x", 9), ("table: split", "table: splt", 10),
      ("boundary: source", "boundary: sorce", 12), ("sink: true", "sink: 3", 16),
      ("given: mining", "given: [1]", 18), ("share: 0.5", "share: 5%", 21),
      ("to: waste, ", "", 22), ("years: 2000-2003", "years: then", 2),
      ("use.lifetime: 2", "use.lifetime: two", 24),
    ])
  func oneMistakeIsOneFault(_ part: String, _ mistake: String, _ line: Int) {
    let faults = SampleModel.faults((part, mistake))
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("demo.yaml:\(line):") == true)
  }

  @Test(arguments: [
    ("", "demo.yaml:1:1: the file is empty"),
    ("# nothing but a comment\n", "demo.yaml:1:1: the file is empty"),
    ("- a\n", "demo.yaml:1:1: a model file is a list of keys with values, like 'model: copper'"),
    ("copper", "demo.yaml:1:1: a model file is a list of keys with values, like 'model: copper'"),
    (
      "model: demo\nlifetime: fixed(years: 3)\n",
      "demo.yaml:2:22: this is not YAML: mapping values are not allowed in this context "
        + "(a text with a colon stands in quotes, like 'normal(mean: 40, sd: 12)')"
    ),
    (
      "use: { lifetime: fixed(years: 3) }\n",
      "demo.yaml:1:29: this is not YAML: did not find expected ',' or '}' "
        + "(a text with a colon stands in quotes, like 'normal(mean: 40, sd: 12)')"
    ),
    (
      "processes:\n\tmine: {}\n",
      "demo.yaml:2:1: this is not YAML: found character that cannot start any token "
        + "(YAML is indented by spaces, not by tabs)"
    ),
    (
      "model: demo\nyears: 2000\nmodel: other\n",
      "demo.yaml:1:1: the key 'model' stands here and again further down: keys are unique"
    ),
  ])
  func explainsWhatIsNotAModelAtAll(_ text: String, _ fault: String) {
    #expect(SampleModel.faults(ofText: text) == [fault])
  }

  @Test func findsADuplicateKeyDeepInside() {
    #expect(
      SampleModel.faults(("waste: { sink: true }", "waste: { sink: true, sink: false }")) == [
        "demo.yaml:16:12: the key 'sink' stands here and again further down: keys are unique"
      ])
  }

  @Test func refusesALoopFromWhichNothingLeaves() {
    let loop = """
      model: loop
      years: 2000-2001
      processes: { mine: { boundary: source }, melt: {}, cast: {}, waste: { sink: true } }
      flows:
        - { from: mine, to: melt, given: 1 }
        - { from: melt, to: cast, share: 1 }
        - { from: cast, to: melt, share: 1 }
        - { from: cast, to: waste, remainder: true }

      """
    #expect(
      SampleModel.faults(ofText: loop) == [
        "demo.yaml:6:5: the loop through melt, cast returns in 2000 all that it receives, "
          + "so that its flows would grow without bound: something must leave it"
      ])
    let lossy = loop.replacing("melt, share: 1", with: "melt, share: 0.99")
    #expect(SampleModel.faults(ofText: lossy) == [])
    let misspelt = loop.replacing("flows:", with: "titel: A loop\nflows:")
    #expect(
      SampleModel.faults(ofText: misspelt).map { $0.prefix(15) } == [
        "demo.yaml:4:1: ", "demo.yaml:7:5: ",
      ])
  }
}
