/// The faults of a file as JSON holds them (schema `urbanmine/check/1`).
public struct CheckDocument: Encodable, Sendable {
  let schema = "urbanmine/check/1"
  let model: String
  let faults: [Entry]

  struct Entry: Encodable, Sendable {
    let file: String
    let line: Int
    let column: Int
    let message: String
    let hint: String?
  }

  public init(model: String, faults: [Fault]) {
    self.model = model
    self.faults = faults.map {
      Entry(file: $0.file, line: $0.line, column: $0.column, message: $0.message, hint: $0.hint)
    }
  }
}
