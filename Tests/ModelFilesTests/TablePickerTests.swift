import Testing
import UrbanMining

@testable import ModelFiles

@Suite struct TablePickerTests {
  static let endUse = Dimension(name: "end_use", elements: ["cars", "wires"])
  static let region = Dimension(name: "region", elements: ["north", "south"])

  static func picker(
    _ text: String, over dimensions: [Dimension] = [],
    where filter: [(column: String, value: String)] = [],
    years: [Double] = [2000, 2001, 2002]
  ) throws -> TablePicker {
    TablePicker(
      table: try CSVTable(text: text, name: "t.csv"), space: CellSpace(dimensions), filter: filter,
      years: years)
  }

  @Test func picksCellsInTheOrderOfTheDimensionsNotOfTheTable() throws {
    var picker = try Self.picker(
      "region,end_use,value\nsouth,wires,4\nnorth,wires,3\nsouth,cars,2\nnorth,cars,1\n",
      over: [Self.endUse, Self.region])
    #expect(
      picker.series(ofColumn: "value", outside: nil, gaps: nil) == [
        [1, 1, 1], [2, 2, 2], [3, 3, 3], [4, 4, 4],
      ])
    #expect(picker.problems.isEmpty)
  }

  @Test func sortsYears() throws {
    var picker = try Self.picker("year,value\n2002,3\n2000,1\n2001,2\n")
    #expect(picker.series(ofColumn: "value", outside: nil, gaps: nil) == [[1, 2, 3]])
  }

  @Test func takesAnEmptyFieldAsAGap() throws {
    var strict = try Self.picker("year,value\n2000,1\n2001,\n2002,5\n")
    #expect(strict.series(ofColumn: "value", outside: nil, gaps: nil) == nil)
    #expect(strict.problems.map(\.message) == ["'t.csv' has no value in 2001"])
    var filled = try Self.picker("year,value\n2000,1\n2001,\n2002,5\n")
    #expect(filled.series(ofColumn: "value", outside: nil, gaps: .linear) == [[1, 3, 5]])
    var stepped = try Self.picker("year,value\n2000,1\n2001,\n2002,5\n")
    #expect(stepped.series(ofColumn: "value", outside: nil, gaps: .step) == [[1, 1, 5]])
  }

  @Test func fillingGapsDoesNotHoldTheEnds() throws {
    var picker = try Self.picker("year,value\n2001,1\n")
    #expect(picker.series(ofColumn: "value", outside: nil, gaps: .linear) == nil)
    #expect(picker.problems.map(\.message) == ["'t.csv' has no value in 2000, 2002"])
    #expect(picker.problems.map(\.key) == ["outside"])
    var held = try Self.picker("year,value\n2001,1\n")
    #expect(held.series(ofColumn: "value", outside: .hold, gaps: nil) == [[1, 1, 1]])
  }

  /// Straight on from the two values at the near end: 1, 3, 7 go on to 11 and back to −1.
  @Test func extrapolatesAlongALine() throws {
    let text = "year,value\n2000,1\n2001,3\n2002,7\n"
    var picker = try Self.picker(text, years: [1999, 2000, 2001, 2002, 2003, 2004])
    #expect(
      picker.series(ofColumn: "value", outside: .extrapolate, gaps: nil) == [[-1, 1, 3, 7, 11, 15]])
    #expect(picker.problems.isEmpty)
    var single = try Self.picker("year,value\n2001,1\n")
    #expect(single.series(ofColumn: "value", outside: .extrapolate, gaps: nil) == nil)
    #expect(single.problems.first?.hint?.hasPrefix("one value makes no line") == true)
  }

  @Test func stopsWhereThatIsChosen() throws {
    var picker = try Self.picker("year,value\n2001,1\n")
    #expect(picker.series(ofColumn: "value", outside: .stop, gaps: nil) == nil)
    #expect(picker.problems.map(\.message) == ["'t.csv' has no value in 2000, 2002"])
  }

  @Test func filtersByEveryColumn() throws {
    var picker = try Self.picker(
      "metal,basis,value\ncopper,a,1\ncopper,b,2\nzinc,a,3\n",
      where: [("metal", "copper"), ("basis", "b")])
    #expect(picker.series(ofColumn: "value", outside: nil, gaps: nil) == [[2, 2, 2]])
  }

  @Test func picksTextsWithTheirPlaces() throws {
    var picker = try Self.picker("end_use,life\nwires,\"b, c\"\ncars,a\n", over: [Self.endUse])
    let texts = picker.texts(ofColumn: "life")
    #expect(texts.map { $0?.text } == ["a", "b, c"])
    #expect(texts.map { $0?.line } == [3, 2])
    #expect(texts.map { $0?.column } == [6, 7])
  }

  @Test(arguments: [
    ("end_use,value\ncars,1\n", "'t.csv' has no value for wires", 0),
    ("end_use,value\ncars,1\nwires,2\ncars,3\n", "there is a second value for cars", 4),
    ("end_use,value\ncars,1\nwires,2\nvans,3\n", "'vans' is not an element of 'end_use'", 4),
    ("end_use,value\ncars,1\nwires,two\n", "'two' is not a number", 3),
    ("year,end_use,value\n,cars,1\n2000,wires,2\n", "the year is missing", 2),
    ("year,end_use,value\nnan,cars,1\n2000,wires,2\n", "'nan' is not a number", 2),
    (
      "year,end_use,value\n1e300,cars,1\n2000,wires,2\n",
      "'t.csv' has no value for cars in 2000, 2001, 2002", 0
    ),
  ])
  func namesTheProblemAndItsLine(_ text: String, _ message: String, _ line: Int) throws {
    var picker = try Self.picker(text, over: [Self.endUse])
    #expect(picker.series(ofColumn: "value", outside: nil, gaps: nil) == nil)
    let problem = picker.problems.first
    #expect(problem?.message == message)
    if case .inTable(let place, _) = problem?.row {
      #expect(place == line)
    } else {
      #expect(line == 0)
    }
  }
}
