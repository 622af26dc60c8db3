internal import Foundation

extension AssignmentFolder {
  /// Marks what was filled in; nothing is written.
  public func marking() throws(CourseError) -> Marking {
    try Marker.mark(responses(), to: assignment, variant)
  }

  /// Marks what was filled in and counts the check.
  public func check(at time: String) throws(CourseError) -> (
    folder: AssignmentFolder, marking: Marking
  ) {
    let marking = try marking()
    let folder = try step(
      .check, at: time, points: marking.points,
      facts: ["points": NumberText.short(marking.points)])
    return (folder, marking)
  }

  /// The hints that were taken, with the learner's numbers.
  public func hintsTaken() throws(CourseError) -> [String] {
    let text = try TemplateValues(assignment, variant)
    var hints: [String] = []
    for hint in assignment.hints.prefix(progress.hints) { hints.append(try text.fill(hint.text)) }
    return hints
  }

  /// The next hint, with what it costs; nil where all were taken.
  public var nextHint: Hint? {
    assignment.hints.indices.contains(progress.hints) ? assignment.hints[progress.hints] : nil
  }

  /// Takes the next hint.
  public func takingHint(at time: String) throws(CourseError) -> AssignmentFolder {
    guard let hint = nextHint else { return self }
    return try step(
      .hint, at: time,
      facts: ["level": "\(progress.hints + 1)", "cost": NumberText.short(hint.cost)])
  }

  /// What is left of points after the hints that were taken.
  public func pointsAfterHints(_ points: Double) -> Double {
    assignment.points(points, afterHints: progress.hints)
  }

  /// What is asked about before a submission: questions whose answers can't be read, or all of them where none
  /// has an answer.
  public static func unsure(in marking: Marking) -> [QuestionMarking] {
    marking.questions.allSatisfy { $0.state == .missing }
      ? marking.questions : marking.questions.filter { $0.state == .unreadable }
  }

  /// Whether another submission is allowed.
  public var maySubmit: Bool {
    course.mostAttempts.map { progress.submissions < $0 } ?? true
  }

  /// Seals what was filled in, in a file of its own.
  /// - Parameters:
  ///   - time: now, as ISO 8601.
  ///   - program: the program with its version.
  /// - Returns: the folder after it, the name of the file and what is in it.
  /// - Throws: where all attempts were used, or a file can't be written.
  public func submit(
    at time: String, program: String
  ) throws(CourseError) -> (folder: AssignmentFolder, file: String, content: SubmissionContent) {
    guard maySubmit else { throw .noAttemptLeft(progress.submissions) }
    let responses = try responses()
    let marking = try Marker.mark(responses, to: assignment, variant)
    let attempt = progress.submissions + 1
    let next = try stepped(
      .submit, at: time, points: marking.points, facts: ["attempt": "\(attempt)"])
    let content = SubmissionContent(
      course: course.id, assignment: assignment.id, version: assignment.version, learner: learner,
      answers: responses, checks: progress.checks, attempt: attempt, hints: progress.hints,
      time: time, program: program, log: next.log)
    let file = "\(assignment.id)-\(learner)-\(attempt).json"
    do {
      let document = try SealedDocument(
        sealing: JSONValue(encoding: content), as: .submission, with: sealingKey())
      try write(document.text, to: file)
    } catch let error as CourseError {
      throw error
    } catch {
      throw .file(file, reason: "it can't be sealed (\(error))")
    }
    return (try saving(next), file, content)
  }

  /// The learner's key: one for all assignments beside each other, in a folder that is not handed in.
  private func sealingKey() throws -> SealingKey {
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
    let folder = parent.appendingPathComponent(".urbanmine", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try SealingKey(atPath: folder.appendingPathComponent("\(learner).key").path)
  }

  private func step(
    _ action: Progress.Action, at time: String, points: Double? = nil,
    facts: [String: String] = [:]
  ) throws(CourseError) -> AssignmentFolder {
    try saving(stepped(action, at: time, points: points, facts: facts))
  }

  private func stepped(
    _ action: Progress.Action, at time: String, points: Double? = nil,
    facts: [String: String] = [:]
  ) throws(CourseError) -> Progress {
    do {
      return try progress.after(action, at: time, points: points, facts: facts)
    } catch {
      throw .file(
        AssignmentFolder.progressName,
        reason: "it was changed by hand: \(error). Start again elsewhere")
    }
  }
}
