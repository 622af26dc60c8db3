public import Charts

/// A statement of accomplishment: who passed which course with what, signed so that a change shows.
public struct Accomplishment: Hashable, Sendable, Codable {
  /// What it is: "Statement of accomplishment".
  public let heading: String
  public let course: String
  public let name: String
  /// The pseudonym in the course.
  public let learner: String
  /// The sentences that it says.
  public let text: String
  public let points: Double
  public let of: Double
  /// The date, such as `2026-12-18`.
  public let date: String
  /// Who says so.
  public let issuer: String

  /// The words of a statement, which an issuer may choose.
  ///
  /// In `text` the names `{name}`, `{course}`, `{percent}`, `{points}`, `{of}` and `{date}` stand for
  /// what they say.
  public struct Wording: Hashable, Sendable {
    public let heading: String
    public let text: String
    public let issuer: String

    /// What is said if nothing else is asked for.
    public static let usual = Wording(
      heading: "Statement of accomplishment",
      text: "has completed the course “{course}” with {percent} % of the points: from ore and "
        + "scarcity through metal stocks and flows to urban mining and a circular economy.",
      issuer: "The instructors of the course")

    public init(heading: String, text: String, issuer: String) {
      self.heading = heading
      self.text = text
      self.issuer = issuer
    }
  }

  /// The statement of a row of a gradebook; nil where its share of the points is below the one needed.
  ///
  /// - Parameters:
  ///   - row: the learner with the points.
  ///   - course: the course's title.
  ///   - share: the share of the points that is needed, 0 to 1.
  ///   - wording: what it says.
  ///   - date: the date.
  public init?(
    _ row: Gradebook.Row, course: String, passing share: Double, wording: Wording, date: String
  ) {
    guard let own = row.share, own >= share - 1e-12 else { return nil }
    let (points, of) = (Accomplishment.tenth(row.points), Accomplishment.tenth(row.of))
    let values = [
      "name": row.learner.name, "course": course, "points": points, "of": of, "date": date,
      "percent": Gradebook.number((own * 1000).rounded(.down) / 10),
    ]
    heading = wording.heading
    self.course = course
    name = row.learner.name
    learner = row.learner.id
    // One pass, so that a name with braces in it is not filled in again.
    text = Accomplishment.filled(wording.text, values)
    self.points = row.points
    self.of = row.of
    self.date = date
    issuer = wording.issuer
  }

  /// With one decimal, as people write points.
  private static func tenth(_ points: Double) -> String {
    Gradebook.number((points * 10).rounded() / 10)
  }

  private static func filled(_ text: String, _ values: [String: String]) -> String {
    var (result, rest) = ("", text[...])
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let after = rest[rest.index(after: open)...]
      if let close = after.firstIndex(of: "}"), let value = values[String(after[..<close])] {
        result += value
        rest = after[after.index(after: close)...]
      } else {
        result += "{"
        rest = after
      }
    }
    return result + rest
  }

  /// The statement as a signed file.
  public func sealed(with key: SealingKey) throws(IntegrityError) -> SealedDocument {
    try SealedDocument(sealing: JSONValue(encoding: self), as: .statement, with: key)
  }

  /// The statement as a sheet that names its signed file.
  public func sheet(_ sealed: SealedDocument) throws(ChartError) -> Certificate {
    try Certificate(
      heading: heading, name: name, text: text,
      facts: [
        Certificate.Fact(label: "Course", value: course),
        Certificate.Fact(
          label: "Points", value: "\(Accomplishment.tenth(points)) of \(Accomplishment.tenth(of))"),
        Certificate.Fact(label: "Date", value: date),
      ],
      issuer: issuer,
      footer: "Learner \(learner). The signed file \(learner).json belongs to this sheet: "
        + "'urbanmine course verify \(learner).json' checks it. SHA-256 \(sealed.sha256), key "
        + "\(sealed.publicKey).")
  }
}
