/// The places in the texts of an assignment where variants differ, as Open edX fills them in: `$v0`, `$v1`.
struct OLXFields {
  private var names: [String] = []
  private var columns: [[String]] = []
  private let texts: [TemplateValues]

  init(_ texts: [TemplateValues]) {
    self.texts = texts
  }

  /// What the fields are in each variant.
  func values(of variant: Int) -> [String] { columns.map { $0[variant] } }

  /// A template with its fields as names.
  mutating func replaced(_ template: String) throws(CourseError) -> String {
    var (result, rest) = ("", template[...])
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      if rest.first == "{" {
        result += "{"
        rest = rest.dropFirst()
        continue
      }
      guard let close = rest.firstIndex(of: "}") else { break }
      result += try field("{\(rest[..<close])}")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The name of a field whose values are given.
  mutating func named(_ values: [String]) -> String {
    guard Set(values).count > 1 else { return values.first ?? "" }
    columns.append(values)
    names.append("")
    return "$v\(columns.count - 1)"
  }

  private mutating func field(_ field: String) throws(CourseError) -> String {
    if let known = names.firstIndex(of: field) { return "$v\(known)" }
    var values: [String] = []
    for text in texts { values.append(try text.fill(field)) }
    names.append(field)
    columns.append(values)
    return "$v\(columns.count - 1)"
  }
}
