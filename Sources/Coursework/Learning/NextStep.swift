internal import Foundation

extension AssignmentFolder {
  /// What to do next, in a sentence that names the command.
  /// - Parameter marking: what the answers are worth now.
  public func nextStep(_ marking: Marking) -> String {
    func ids(_ states: QuestionMarking.State...) -> [String] {
      marking.questions.filter { states.contains($0.state) }.map(\.question)
    }
    let (unreadable, wrong, missing) = (ids(.unreadable), ids(.wrong, .partial), ids(.missing))
    if !maySubmit { return afterSubmission }
    let isUntouched = missing.count == marking.questions.count
    if isUntouched {
      return
        "read statement.md (or statement.html in a browser), write your answers into answers.csv, then "
        + "'urbanmine course check'"
    }
    if !unreadable.isEmpty {
      return
        "write \(unreadable.quotedList) so that \(unreadable.count == 1 ? "it" : "they") can be read in one way, "
        + "then 'urbanmine course check'"
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
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let others = CourseFolders(in: parent)
    guard let next = others.next(in: course, pathway: progress.pathway, after: assignment) else {
      return "hand in the sealed file; all assignments were submitted"
    }
    let step =
      others.folders[next.id] == nil
      ? "'urbanmine course start \(next.id) --as \(learner)'"
      : "'cd \(next.id)', where 'urbanmine course status' shows how far you are"
    return "hand in the sealed file; then 'cd ..' and \(step)"
  }
}
