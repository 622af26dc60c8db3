import Testing
import UrbanMining

struct SystemValidationTests {
  private typealias Flow = SystemModel.Flow
  private typealias Process = SystemModel.Process

  /// A valid model of two years, in which a test puts one thing wrong.
  private struct Draft {
    var dimensions = [Dimension(name: "end_use", elements: ["buildings", "cars"])]
    var inputs = [
      SystemModel.Input(name: "mining", parameter: Parameter(series: [10, 12])),
      SystemModel.Input(
        name: "split",
        parameter: Parameter(dimensions: ["end_use"], cells: [[0.4, 0.4], [0.6, 0.6]])),
    ]
    var processes = [
      Process("mine", kind: .source), Process("refining"),
      Process("goods", over: ["end_use"], kind: .sink),
    ]
    var flows = [
      Flow(from: "mine", to: "refining", .given(.input("mining"))),
      Flow(from: "refining", to: "goods", .share(.input("split"))),
    ]
    var population: [Double]? = [1e6, 2e6]

    func faults() -> [SystemFault] {
      do {
        _ = try SystemModel(
          header: .init(name: "draft"), time: TimeAxis(years: 2000...2001), dimensions: dimensions,
          inputs: inputs, processes: processes, flows: flows, population: population)
        return []
      } catch { return error.faults }
    }
  }

  private func expectFault(
    _ subject: SystemFault.Subject, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation, _ change: (inout Draft) -> Void
  ) {
    var draft = Draft()
    change(&draft)
    let faults = draft.faults()
    #expect(faults.map(\.message) == [message], sourceLocation: sourceLocation)
    #expect(faults.map(\.subject) == [subject], sourceLocation: sourceLocation)
  }

  @Test func aValidModelHasNoFaults() {
    #expect(Draft().faults().isEmpty)
  }

  @Test func namesAreUnique() {
    expectFault(.dimension("metal"), "there are two dimensions 'metal': names are unique") {
      let metal = Dimension(name: "metal", elements: ["zinc", "lead"])
      $0.dimensions += [metal, metal]
    }
    expectFault(.input("mining"), "there are two inputs 'mining': names are unique") {
      $0.inputs.append($0.inputs[0])
    }
    expectFault(.process("refining"), "there are two processes 'refining': names are unique") {
      $0.processes.append($0.processes[1])
    }
    expectFault(.flow(2), "there are two flows 'mine->refining': names are unique") {
      $0.flows.append($0.flows[0])
    }
  }

  @Test func dimensionsHaveElementsOnceEach() {
    expectFault(.dimension("metal"), "'metal' has no elements") {
      $0.dimensions.append(Dimension(name: "metal", elements: []))
    }
    expectFault(.dimension("metal"), "'metal' lists 'zinc' twice") {
      $0.dimensions.append(Dimension(name: "metal", elements: ["zinc", "lead", "zinc"]))
    }
  }

  @Test func aStockHasALifetimeForEachCell() throws {
    let lifetime = try Lifetime.fixed(years: 3)
    expectFault(.process("goods"), "'goods' has 1 lifetimes for 2 cells") {
      $0.processes[2] = Process("goods", over: ["end_use"], kind: .use([lifetime]))
    }
  }

  @Test func unknownNamesComeWithTheKnownOnes() {
    var draft = Draft()
    draft.processes[2] = Process("goods", over: ["end_uses"], kind: .sink)
    draft.flows[0] = Flow(from: "mines", to: "refining", .given(.input("minng")))
    let faults = draft.faults()
    #expect(
      faults.map(\.message) == [
        "there is no dimension 'end_uses'", "there is no process 'mines'",
        "there is no data 'minng'",
      ])
    #expect(faults.map(\.subject) == [.process("goods"), .flow(0), .flow(0)])
    #expect(faults.map { $0.unknown?.name } == ["end_uses", "mines", "minng"])
    #expect(
      faults.map { $0.unknown?.known } == [
        ["end_use"], ["mine", "refining", "goods"], ["mining", "split"],
      ])
  }

  @Test func aFlowJoinsTwoProcesses() {
    expectFault(.flow(2), "'refining' flows into itself") {
      $0.flows.append(Flow(from: "refining", to: "refining", .remainder))
    }
  }

  @Test func parametersFitTheirDimensions() {
    let wide = [Dimension(name: "region", elements: ["north", "south"])]
    expectFault(
      .input("loss"), "'loss' does not have one value for each of 1 cells and 2 periods"
    ) {
      $0.inputs.append(.init(name: "loss", parameter: Parameter(series: [1, 2, 3])))
    }
    expectFault(
      .input("loss"), "'loss' does not have one value for each of 2 cells and 2 periods"
    ) {
      $0.inputs.append(
        .init(name: "loss", parameter: Parameter(dimensions: ["end_use"], cells: [[1, 2]])))
    }
    expectFault(.input("loss"), "there is no dimension 'region'") {
      $0.inputs.append(
        .init(name: "loss", parameter: Parameter(dimensions: ["region"], cells: [[1, 2]])))
    }
    expectFault(.input("loss"), "'loss' lists its dimensions in another order than the model") {
      $0.dimensions = wide + $0.dimensions
      let cells = [[Double]](repeating: [1, 2], count: 4)
      $0.inputs.append(
        .init(name: "loss", parameter: Parameter(dimensions: ["end_use", "region"], cells: cells)))
    }
  }

  @Test func numbersAreFinite() {
    expectFault(.input("mining"), "'mining' has no finite value in 2001") {
      $0.inputs[0] = .init(name: "mining", parameter: Parameter(series: [1, .nan]))
    }
    expectFault(.input("split"), "'split' has no finite value for cars in 2000") {
      $0.inputs[1] = .init(
        name: "split",
        parameter: Parameter(dimensions: ["end_use"], cells: [[0.4, 0.4], [.infinity, 0.6]]))
    }
    expectFault(.flow(0), "'mine->refining' has no finite value in 2000") {
      $0.flows[0] = Flow(
        from: "mine", to: "refining", .given(.inline(Parameter(series: [.nan, 1]))))
    }
  }

  @Test func flowsCarryZeroOrMore() {
    expectFault(
      .flow(0), "'mine->refining' is negative in 2001: -3; a flow carries zero or more"
    ) {
      $0.inputs[0] = .init(name: "mining", parameter: Parameter(series: [1, -3]))
    }
  }

  @Test func valuesStayWithinTheDimensionsOfTheirFlow() {
    expectFault(
      .flow(0),
      "the values of 'mine->refining' are over 'end_use', but neither 'mine' nor 'refining' is"
    ) {
      $0.flows[0] = Flow(from: "mine", to: "refining", .given(.input("split")))
    }
  }

  @Test func populationIsAboveZeroInEveryPeriod() {
    expectFault(.population, "the population has 1 values for 2 periods") { $0.population = [1e6] }
    expectFault(.population, "the population of 2001 is not above zero") {
      $0.population = [1e6, 0]
    }
    expectFault(.population, "the population of 2000 is not above zero") {
      $0.population = [.nan, 1e6]
    }
  }

  @Test func boundariesHaveNoThroughput() {
    expectFault(
      .flow(0), "'mine' is a boundary without a throughput: what leaves it must be 'given'"
    ) {
      $0.flows[0] = Flow(from: "mine", to: "refining", .remainder)
    }
    expectFault(.flow(2), "'mine' is a boundary source and receives nothing") {
      $0.inputs[1] = .init(
        name: "split",
        parameter: Parameter(dimensions: ["end_use"], cells: [[0.4, 0.4], [0.5, 0.5]]))
      $0.flows.append(Flow(from: "refining", to: "mine", .remainder))
    }
    expectFault(.flow(2), "nothing leaves 'goods': it keeps what it receives") {
      $0.flows.append(Flow(from: "goods", to: "refining", .given(.input("mining"))))
    }
  }

  @Test func everyProcessHasAWayInAndOut() throws {
    let lifetime = try Lifetime.fixed(years: 3)
    expectFault(
      .process("goods"), "'goods' has no way out: add a flow from it, or make it a sink"
    ) {
      $0.processes[2] = Process(
        "goods", over: ["end_use"], kind: .use([lifetime, lifetime]))
    }
    expectFault(.process("landfill"), "nothing flows into 'landfill'") {
      $0.processes.append(Process("landfill", kind: .sink))
    }
    expectFault(
      .process("import"), "'import' has no way out: add a flow from it, or make it a sink"
    ) {
      $0.processes.append(Process("import", kind: .source))
    }
  }

  @Test func reportsEveryFaultAtOnce() {
    var draft = Draft()
    draft.dimensions.append(Dimension(name: "metal", elements: []))
    draft.inputs[0] = .init(name: "mining", parameter: Parameter(series: [1]))
    draft.flows[1] = Flow(from: "refinning", to: "refinning", .share(.input("splt")))
    draft.population = [0, 1]
    let subjects = draft.faults().map(\.subject)
    #expect(
      subjects == [
        .dimension("metal"), .flow(1), .flow(1), .flow(1), .flow(1), .input("mining"), .population,
      ])
  }

  @Test func reportsEveryWrongNumberAtOnce() {
    var draft = Draft()
    draft.inputs[0] = .init(name: "mining", parameter: Parameter(series: [-1, 2]))
    draft.inputs[1] = .init(
      name: "split",
      parameter: Parameter(dimensions: ["end_use"], cells: [[0.4, 0.4], [1.2, 0.6]]))
    draft.processes.append(Process("landfill", kind: .sink))
    draft.population = [0, 1]
    #expect(
      draft.faults().map(\.subject) == [
        .population, .flow(0), .flow(1), .flow(1), .process("landfill"),
      ])
  }
}
