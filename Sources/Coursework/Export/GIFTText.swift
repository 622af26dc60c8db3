internal import Foundation
internal import ModelFiles
internal import UrbanMining

/// Questions in Moodle's GIFT format, which other systems read as well.
///
/// GIFT has no units: learners are asked for the number alone.
struct GIFTText {
  let text: String

  init(_ items: [ExportItem], course: String) {
    var blocks: [String] = []
    var path: [String] = []
    for item in items.byQuestion {
      if item.path != path {
        path = item.path
        let names = ([course] + path).map { $0.replacing("/", with: "//") }
        blocks.append("$CATEGORY: $course$/top/\(names.joined(separator: "/"))")
      }
      blocks.append(GIFTText.question(item))
    }
    text = blocks.joined(separator: "\n\n") + "\n"
  }

  private static func question(_ item: ExportItem) -> String {
    let (note, answers) = body(item.kind)
    return "// [id:\(item.id)]\n::\(escaped(item.title))::[html]"
      + escaped(item.statement + image(item) + item.prompt + note) + "{\n\(answers)"
      + "####" + escaped("<p>Read: \(XMLText.escaped(item.reading))</p>") + "\n}"
  }

  /// GIFT has no files: the charts stand in the text.
  private static func image(_ item: ExportItem) -> String {
    item.figure.map {
      ExportItem.image("data:image/svg+xml;base64,\(Data($0.utf8).base64EncodedString())")
    } ?? ""
  }

  private static func body(_ kind: ExportItem.Kind) -> (note: String, answers: String) {
    switch kind {
    case .number(let number):
      func answer(_ value: Double, _ credit: Double, _ feedback: String) -> String {
        let width = number.width(at: value)
        return "=%\(percent(credit))%\(plainNumber(value)):\(plainNumber(width))"
          + "#\(escaped(MarkdownInline.markup(of: feedback)))\n"
      }
      let unit = XMLText.escaped(number.unitWords)
      return (
        "<p>Answer \(unit): the number alone.</p>",
        "#" + number.right.map { answer($0, 1, "Right.") }.joined()
          + number.mistakes.map { answer($0.value, $0.credit, $0.feedback) }.joined()
          + "~#Not right, and it matches none of the usual mistakes.\n"
      )
    case .choice(let options, let isMultiple):
      return (
        "",
        options.map { option in
          let share = options.share(of: option, isMultiple: isMultiple)
          let mark =
            isMultiple
            ? "~%\(percent(share))%"
            : option.isRight ? "=" : share > 0 ? "~%\(percent(share))%" : "~"
          let feedback = option.isRight ? "Right." : MarkdownInline.markup(of: option.feedback)
          return "\(mark)\(escaped(option.text))#\(escaped(feedback))\n"
        }.joined()
      )
    case .series: preconditionFailure("a series is asked year by year, as sampled items")
    case .match(let left, let right, let pairs):
      let texts = Dictionary(right.map { ($0.id, $0.text) }) { first, _ in first }
      return (
        "", left.map { pair($0.text, pairs[$0.id].flatMap { texts[$0] } ?? "") }.joined()
      )
    case .order(let things, let sense, let right):
      let places = Dictionary(uniqueKeysWithValues: zip(right, 1...))
      return (
        "<p>Give each its place, \(XMLText.escaped(sense)).</p>",
        things.map { pair($0.text, places[$0.id].map(String.init) ?? "") }.joined()
      )
    }
  }

  private static func pair(_ left: String, _ right: String) -> String {
    "=\(escaped(MarkdownInline.markup(of: left))) -> \(escaped(right))\n"
  }

  /// With the five decimals that Moodle's fractions have.
  private static func percent(_ share: Double) -> String {
    plainNumber((share * 1e7).rounded() / 1e5)
  }

  /// A backslash before what GIFT takes for its own signs.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "~", "=", "#", "{", "}", ":": result += "\\\(character)"
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }
}
