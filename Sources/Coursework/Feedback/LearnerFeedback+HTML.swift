internal import ModelFiles

extension LearnerFeedback {
  /// The feedback as a page that needs nothing but itself.
  public var html: String {
    var body = "<h1>Your marks</h1>\n"
    body += "<p>\(XMLText.escaped(course)), learner \(XMLText.escaped(learner.id))</p>\n"
    for section in sections { body += LearnerFeedback.html(section) }
    body += "<p>\(XMLText.escaped(LearnerFeedback.closing))</p>\n"
    return HTMLPage(
      title: "\(course): marks of \(learner.id)", style: LearnerFeedback.style, body: body
    ).text
  }

  private static let style = """
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem;
      color: #16191d; background: #fff; }
    h2 { margin-top: 2rem; border-bottom: 1px solid #dfe3e8; }
    li { margin: .6rem 0; }
    .right { color: #00664a; } .partial { color: #7a4b00; }
    .wrong, .missing, .unreadable { color: #a83200; }
    .read { color: #4e555e; }
    @media (prefers-color-scheme: dark) {
      body { color: #f2f4f7; background: #14171c; }
      h2 { border-color: #333942; }
      .right { color: #2ec49c; } .partial { color: #e8b04b; }
      .wrong, .missing, .unreadable { color: #f08a4b; } .read { color: #b4bbc6; }
    }
    """

  private static func html(_ section: Section) -> String {
    var text = "<h2>\(XMLText.escaped(section.title))</h2>\n"
    text += "<p><strong>\(XMLText.escaped(words(section)))</strong></p>\n"
    guard let grade = section.grade else { return text }
    if section.attempts > 1 { text += "<p>Your last attempt, number \(grade.attempt):</p>\n" }
    text += "<ul>\n"
    for question in grade.questions {
      text += "<li><strong>\(XMLText.escaped(question.id))</strong>: "
      text += "<span class=\"\(question.state.rawValue)\">\(word(question.state))</span>, "
      text += "\(points(question)) points.\(MarkdownInline.markup(of: message(question)))"
      if question.state != .right, !question.reading.isEmpty {
        text +=
          "<br><span class=\"read\">Read: \(MarkdownInline.markup(of: question.reading))</span>"
      }
      text += "</li>\n"
    }
    text += "</ul>\n"
    if let line = hintLine(grade) { text += "<p>\(XMLText.escaped(line))</p>\n" }
    return text
  }
}
