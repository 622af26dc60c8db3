extension AssignmentFolder {
  /// What to do next, in a sentence that names the command.
  /// - Parameter marking: what the answers are worth now.
  public func nextStep(_ marking: Marking) -> String {
    func ids(_ states: QuestionMarking.State...) -> [String] {
      marking.questions.filter { states.contains($0.state) }.map(\.question)
    }
    let (unreadable, wrong, missing) = (ids(.unreadable), ids(.wrong, .partial), ids(.missing))
    let isUntouched = missing.count == marking.questions.count
    if isUntouched {
      return
        "read statement.md (or statement.html in a browser), write your answers into answers.csv, then "
        + "'urbanmine course check'"
    }
    if !unreadable.isEmpty {
      return
        "write \(unreadable.quotedList) so that it can be read in one way, then 'urbanmine course check'"
    }
    if !wrong.isEmpty {
      let hint = nextHint == nil ? "" : "; 'urbanmine course hint' helps"
      return "look again at \(wrong.quotedList), then 'urbanmine course check'\(hint)"
    }
    if !missing.isEmpty {
      return "answer \(missing.quotedList), then 'urbanmine course check'"
    }
    return progress.submissions == 0 ? "all is right: 'urbanmine course submit'" : afterSubmission
  }

  /// What to do once something was submitted.
  public var afterSubmission: String {
    let place = course.assignments.firstIndex { $0.id == assignment.id } ?? 0
    guard place + 1 < course.assignments.count else {
      return "hand in the sealed file; this was the last assignment of the course"
    }
    return "hand in the sealed file; then 'cd ..' and 'urbanmine course start "
      + "\(course.assignments[place + 1].id) --as \(learner)'"
  }
}
