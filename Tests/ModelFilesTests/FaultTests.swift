import ModelFiles
import Testing

@Suite struct FaultTests {
  @Test func printsLikeACompiler() {
    let fault = Fault(
      file: "copper.yaml", line: 12, column: 5, message: "unknown key 'lifetme'",
      hint: "did you mean 'lifetime'?")
    #expect(
      fault.description
        == "copper.yaml:12:5: unknown key 'lifetme' (did you mean 'lifetime'?)")
    #expect(Fault(file: "a", line: 1, column: 2, message: "b").description == "a:1:2: b")
  }

  @Test func sortsFaultsByPositionNotByText() {
    let places = [(10, 1), (9, 20), (9, 3)]
    let faults = places.map { Fault(file: "a.csv", line: $0.0, column: $0.1, message: "wrong") }
    let error = ModelFileError(faults)
    #expect(error.faults.map(\.line) == [9, 9, 10])
    #expect(error.faults.map(\.column) == [3, 20, 1])
    #expect(error.description == "a.csv:9:3: wrong\na.csv:9:20: wrong\na.csv:10:1: wrong")
  }
}
