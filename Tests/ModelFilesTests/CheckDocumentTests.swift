import ModelFiles
import Testing

@Suite struct CheckDocumentTests {
  @Test func holdsEveryFaultWithItsPlace() throws {
    let faults = [
      Fault(file: "a.yaml", line: 3, column: 5, message: "wrong", hint: "right"),
      Fault(file: "t/b.csv", line: 1, column: 1, message: "'x'"),
    ]
    #expect(
      try jsonText(CheckDocument(model: "a.yaml", faults: faults))
        == #"{"faults":[{"column":5,"file":"a.yaml","hint":"right","line":3,"message":"wrong"},"#
        + #"{"column":1,"file":"t/b.csv","line":1,"message":"'x'"}],"#
        + #""model":"a.yaml","schema":"urbanmine/check/1"}"#)
  }
}
