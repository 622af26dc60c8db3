internal import Foundation
internal import ModelFiles

extension Course {
  /// The course that an instructor describes in a file, on the assignments that the program has.
  ///
  /// ```json
  /// { "format": "urbanmine/course/1", "id": "metals-2026", "title": "Metals, autumn 2026",
  ///   "secret": "…", "assignments": ["w3-stock", "w3-little"],
  ///   "deadlines": { "w3-stock": "2026-12-01T23:59:00Z" }, "most_attempts": 3 }
  /// ```
  /// Without `assignments` it has all; without `deadlines` and `most_attempts` there are none.
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: its name, for messages.
  /// - Throws: every fault at once.
  public init(bytes: [UInt8], name: String) throws(CourseError) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let file: CourseFile
    do {
      file = try decoder.decode(CourseFile.self, from: Data(bytes))
    } catch {
      throw .file(name, reason: "it is not a course file: \(CourseFile.explanation(error))")
    }
    let known = Course.metals.assignments
    var faults: [String] = []
    if file.format != CourseFile.format {
      faults.append("'format' is '\(file.format)' and must be '\(CourseFile.format)'")
    }
    if file.secret.utf8.count < 16 { faults.append("'secret' has fewer than 16 characters") }
    if file.id.isEmpty || file.id.contains(where: { $0.isWhitespace || $0 == "|" || $0 == "/" }) {
      faults.append("'id' must be a word without spaces, '|' or '/'")
    }
    if let most = file.mostAttempts, most < 1 { faults.append("'most_attempts' is below 1") }
    let ids = file.assignments ?? known.map(\.id)
    for id in ids + (file.deadlines ?? [:]).keys.sorted()
    where !known.contains(where: { $0.id == id }) {
      let hint = Suggestion.hint(for: id, in: known.map(\.id)).map { " (\($0))" } ?? ""
      faults.append("there is no assignment '\(id)'\(hint)")
    }
    for (id, text) in (file.deadlines ?? [:]).sorted(by: { $0.key < $1.key })
    where (try? Date(text, strategy: .iso8601)) == nil {
      faults.append("the deadline of '\(id)' must look like 2026-12-01T23:59:00Z")
    }
    guard faults.isEmpty else { throw .file(name, reason: faults.joined(separator: "; ")) }
    self.init(
      id: file.id, title: file.title, assignments: known.filter { ids.contains($0.id) },
      secret: CourseSecret(Array(file.secret.utf8)), deadlines: file.deadlines ?? [:],
      mostAttempts: file.mostAttempts)
  }
}

/// The members of a course file.
private struct CourseFile: Decodable {
  let format: String
  let id: String
  let title: String
  let secret: String
  let assignments: [String]?
  let deadlines: [String: String]?
  let mostAttempts: Int?

  static let format = "urbanmine/course/1"

  static func explanation(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is of another type"
    default: "it is not valid JSON"
    }
  }
}
