internal import UrbanMining

/// A made-up class that hands in, so that an instructor can try out a grading before Friday.
///
/// Every learner has a strength that decides how often an answer is right; wrong answers follow the
/// mistakes of the questions. The same seed makes the same class, up to the keys of its seals.
public struct Rehearsal: Sendable {
  /// A file of the class.
  public struct File: Sendable {
    public let name: String
    public let bytes: [UInt8]
  }

  /// The roster as CSV.
  public let roster: String
  /// The submissions, sound and broken.
  public let files: [File]
  /// How many of the files are sound and of the class: what a grading should find.
  public let sound: Int

  private static let names = [
    "Müller, Jr.", "O'Neil", "Ngọc Ánh Trần", "de la Cruz", "Ødegaard", "=SUM(A1)", "Smith \"Sam\"",
    "Łukasz Żak", "Иванова", "李 雷",
  ]

  /// Makes a class.
  ///
  /// - Parameters:
  ///   - course: what is handed in for.
  ///   - assignments: which of its assignments, by identifier.
  ///   - learners: how many learners.
  ///   - seed: what everything is drawn from.
  ///   - broken: whether damaged, foreign, copied and future files are among them.
  ///   - time: when the first was sealed (ISO 8601).
  /// - Throws: where a variant can't be drawn.
  public init(
    course: Course, assignments: [Assignment], learners: Int, seed: UInt64, broken: Bool,
    time: String
  ) throws {
    var roster = "id,name,email,group,excused,extra_days,pathway\r\n"
    var files: [File] = []
    for number in 1...learners {
      let learner = Rehearsal.id(number)
      let name = Rehearsal.names[number % Rehearsal.names.count]
      let group = ["Monday", "Thursday"][number % 2]
      let excused = number.isMultiple(of: 97) ? assignments.first?.id ?? "" : ""
      roster +=
        [
          learner, name, "\(learner)@example.org", group, excused, number % 50 == 0 ? "2" : "",
          Pathway.allCases[number % Pathway.allCases.count].rawValue,
        ]
        .map(SpreadsheetCell.field).joined(separator: ",") + "\r\n"
      // A few hand in nothing.
      if number.isMultiple(of: 41) { continue }
      let key = SealingKey()
      for (place, assignment) in assignments.enumerated() {
        var draw = Draw(seed: seed, learner: number, place: place)
        var log = AttemptLog().appending("start", at: time)
        for attempt in 1...(draw.next() < 0.15 ? 2 : 1) {
          let strength = Draw.strength(seed: seed, learner: number) + (attempt == 2 ? 0.2 : 0)
          log = log.appending("submit", at: time, facts: ["attempt": "\(attempt)"])
          let content = try Rehearsal.content(
            learner, assignment, course, strength: strength, &draw, time: time, attempt: attempt,
            log: log, copiedFrom: broken && number % 60 == 30 ? Rehearsal.id(number - 1) : nil)
          let sealed = try SealedDocument(
            sealing: JSONValue(encoding: content), as: .submission, with: key)
          files.append(
            File(
              name: "\(assignment.id)-\(learner)-\(attempt).json",
              bytes: Array(sealed.text.utf8)))
        }
      }
    }
    sound = files.count
    self.roster = roster
    self.files = broken ? Rehearsal.withTrouble(files) : files
  }

  private static func id(_ number: Int) -> String {
    "s" + String(100_000 + number).dropFirst()
  }

  private static func content(
    _ learner: String, _ assignment: Assignment, _ course: Course, strength: Double,
    _ draw: inout Draw, time: String, attempt: Int, log: AttemptLog,
    copiedFrom other: String?
  ) throws -> SubmissionContent {
    let id = try LearnerID(learner)
    let variant = try assignment.variant(
      for: LearnerID(other ?? learner), secret: course.secret)
    let key = try AnswerKey(assignment, variant)
    let strength = other == nil ? strength : 1
    return SubmissionContent(
      course: course.id, assignment: assignment.id, version: assignment.version, learner: id,
      answers: key.entries.map { answer(to: $0, strength: strength, &draw) },
      checks: 0, attempt: attempt, hints: draw.next() < 0.2 ? 1 : 0, time: time,
      program: "rehearsal", log: log.entries)
  }

  private static func answer(
    to entry: AnswerKey.Entry, strength: Double, _ draw: inout Draw
  ) -> Response {
    let (chance, choice, noise) = (draw.next(), draw.next(), draw.next())
    let isRight = chance < strength
    let slip =
      entry.mistakes.isEmpty || chance > 0.95
      ? nil : entry.mistakes[Int(choice * Double(entry.mistakes.count))]
    let answer = isRight ? entry.answer : slip?.answer ?? entry.answer
    let factor = isRight || slip != nil ? 1 : 0.4 + 2 * noise
    let id = entry.question.id
    switch answer {
    case .number(let value):
      return Response(
        question: id, text: digits(value * factor), convention: entry.conventions.first?.id)
    case .series(let years, let values):
      return Response(
        question: id,
        series: zip(years, values).map {
          Response.YearCell(year: $0, text: digits($1 * factor))
        })
    case .options(let options):
      let others = entry.question.optionIDs.filter { !options.contains($0) }
      let wrong = others.isEmpty ? nil : others[Int(choice * Double(others.count))]
      return Response(
        question: id,
        text: isRight ? options.sorted().joined(separator: ", ") : wrong ?? "")
    case .pairs(let pairs):
      let sorted = pairs.sorted { $0.key < $1.key }
      let partners = isRight ? sorted.map(\.value) : sorted.map(\.value).reversed()
      return Response(
        question: id,
        text: zip(sorted, partners).map { "\($0.key)=\($1)" }.joined(separator: ", "))
    case .order(let order):
      return Response(
        question: id, text: (isRight ? order : Array(order.reversed())).joined(separator: ", "))
    }
  }

  /// Six significant digits, as people copy them from a spreadsheet.
  private static func digits(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "0" }
    var unit = 1.0
    while unit * 10 <= abs(value) { unit *= 10 }
    while unit > abs(value) { unit /= 10 }
    return plainNumber((value / unit * 1e5).rounded() * unit / 1e5)
  }
}

extension Question {
  /// What may be chosen.
  fileprivate var optionIDs: [String] {
    if case .choice(let item) = kind { item.options.map(\.id) } else { [] }
  }
}

/// Numbers from 0 to below 1 that depend on seed, learner and place alone (SplitMix64, Steele et al.
/// 2014, doi 10.1145/2660193.2660195).
private struct Draw {
  private var state: UInt64

  init(seed: UInt64, learner: Int, place: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(learner) << 20 &+ UInt64(place)
    _ = next()
  }

  static func strength(seed: UInt64, learner: Int) -> Double {
    var draw = Draw(seed: seed, learner: learner, place: 0xFFFF)
    return 0.25 + 0.7 * draw.next()
  }

  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ mixed >> 31) >> 11) / 9_007_199_254_740_992
  }
}
