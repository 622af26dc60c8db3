extension LearnerFeedback {
  /// The feedback as Markdown (CommonMark).
  public var markdown: String {
    var lines = [
      "# Your marks", "", "\(LearnerFeedback.escaped(course)), learner \(learner.id)", "",
    ]
    for section in sections {
      lines += [
        "## \(LearnerFeedback.escaped(section.title))", "", "**\(LearnerFeedback.words(section))**",
        "",
      ]
      guard let grade = section.grade else { continue }
      if section.attempts > 1 { lines += ["Your last attempt, number \(grade.attempt):", ""] }
      for question in grade.questions {
        lines.append(
          "- **\(question.id)**: \(LearnerFeedback.word(question.state)), "
            + "\(LearnerFeedback.points(question)) points.\(LearnerFeedback.message(question))")
        if question.state != .right, !question.reading.isEmpty {
          lines.append("  Read: \(question.reading)")
        }
      }
      lines.append("")
      if let line = LearnerFeedback.hintLine(grade) { lines += [line, ""] }
    }
    return (lines + [LearnerFeedback.closing]).joined(separator: "\n") + "\n"
  }

  /// Text in which nothing is markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
