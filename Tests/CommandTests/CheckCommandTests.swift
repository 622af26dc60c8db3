import Testing

@Suite struct CheckCommandTests {
  static let faulty = """
    model: demo
    titel: Five mistakes
    years: 2000-2003
    unit: kt
    dimensions: { end_use: [cars, wires] }
    data:
      mining: { values: { 2000: 10, 2003: -1 }, source: me }
    processes:
      mine: { boundary: source }
      refining: {}
      use: { over: [end_use], lifetime: 'normal(mean: 15 sd: 4)' }
      waste: { sink: true }
    flows:
      - { from: mine, to: refining, given: mining }
      - { from: refining, to: use, share: { cars: 0.5, wires: 0.52 } }
      - { from: use, to: wast }

    """

  @Test func listsFiveDifferentFaultsWithTheirPlaces() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(Self.faulty, to: "demo.yaml")
      let run = try urbanmine.run("check", "demo.yaml")
      #expect(run.code == 65)
      #expect(run.errors == "")
      #expect(
        run.outputLines == [
          "demo.yaml:2:1: 'titel' is not a key of a model file (did you mean 'title'?)",
          "demo.yaml:11:54: the lifetime 'normal(mean: 15 sd: 4)': character 17: "
            + "')' is expected here: a comma or the closing bracket is missing",
          "demo.yaml:14:5: 'mine->refining' is negative in 2003: -1; a flow carries zero or more",
          "demo.yaml:15:5: the shares of what leaves refining sum to 1.02 in 2000: "
            + "they may sum to at most 1",
          "demo.yaml:16:22: there is no process 'wast' (did you mean 'waste'?)",
          "5 faults.",
        ])
      let json = try urbanmine.run("check", "demo.yaml", "--json")
      #expect(json.code == 65)
      #expect(json.errors == "")
      let document = try json.json(as: CheckJSON.self)
      #expect(document.schema == "urbanmine/check/1")
      #expect(document.faults.map(\.line) == [2, 11, 14, 15, 16])
      #expect(document.faults.map(\.column) == [1, 54, 5, 5, 22])
      #expect(document.faults[0].hint == "did you mean 'title'?")
    }
  }

  @Test func theSameFaultsStopARun() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(Self.faulty, to: "demo.yaml")
      for command in [
        ["run", "demo.yaml"], ["graph", "demo.yaml"],
        ["chart", "stock", "demo.yaml", "-o", "x.svg"],
      ] {
        let run = try urbanmine.run(command)
        #expect(run.code == 65)
        #expect(run.errorLines.count == 5)
      }
      #expect(try urbanmine.files == ["demo.yaml"])
    }
  }

  @Test func namesTheTableThatIsAtFault() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(OwnModel.text, to: "own.yaml")
      try urbanmine.write("year,value\n2000,1 000\n2001,2\n", to: "ore.csv")
      let run = try urbanmine.run("check", "own.yaml")
      #expect(run.code == 65)
      #expect(
        run.outputLines == [
          "ore.csv:2:6: '1 000' is not a number (digits are not grouped: write 1000)", "1 fault.",
        ])
    }
  }

  @Test(arguments: ["copper", "aluminium", "zinc", "lead"])
  func theBundledModelsAreSound(_ model: String) throws {
    let run = try Urbanmine.run("check", model)
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("models/\(model).yaml is sound: "))
    let document = try Urbanmine.run("check", model, "--json").json(as: CheckJSON.self)
    #expect(document.faults.isEmpty)
  }

  @Test func aMissingModelIsCode66() throws {
    #expect(try Urbanmine.run("check", "./none.yaml").code == 66)
    #expect(try Urbanmine.run("check", "zink").errors.contains("did you mean 'zinc'?"))
    #expect(try Urbanmine.run("check", "zink", "--json").code == 66)
  }

  private static let overdrawn = """
    model: overdrawn
    years: 2000-2001
    unit: kt
    processes:
      mine: { boundary: source }
      mill: {}
      wire: { boundary: sink }
      rod: { boundary: sink }
      store: { sink: true }
    flows:
      - { from: mine, to: mill, given: 10 }
      - { from: mill, to: store, given: 15 }
      - { from: mill, to: wire, share_of_rest: 0.6 }
      - { from: mill, to: rod, share_of_rest: 0.4 }
    scenarios:
      more: { set: { mill->store.given: 30 } }

    """

  /// `run` says the same at the same place, with the same code, and calls no share a remainder.
  @Test func whatTakesMoreThanThereIsIsTheSameFaultForAllCommands() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(Self.overdrawn, to: "o.yaml")
      let fault =
        "o.yaml:13:5: the other flows from 'mill' take 5 more than it has in 2000, so that nothing is "
        + "left for 'mill->wire', which would be negative"
      let check = try urbanmine.run("check", "o.yaml")
      #expect(check.code == 65)
      #expect(
        check.outputLines.first?.hasPrefix("o.yaml:13:5: the other flows from 'mill' take") == true)
      for arguments in [["run", "o.yaml"], ["run", "o.yaml", "--json"]] {
        let run = try urbanmine.run(arguments)
        #expect(run.code == 65)
        #expect(run.errors.replacing("take 3 ", with: "take 5 ") == fault + "\n", "\(run.errors)")
      }
      let scenario = try urbanmine.run("run", "o.yaml", "--scenario", "more")
      #expect(scenario.code == 65)
      #expect(scenario.errors.hasPrefix("o.yaml:13:5: with 'more': the other flows from 'mill'"))
    }
  }
}
