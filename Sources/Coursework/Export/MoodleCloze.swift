internal import ModelFiles
internal import UrbanMining

extension MoodleXML {
  /// A number for each year as a table with embedded answers ("Cloze"): a field for each year, which
  /// counts one point. Fields know no units.
  static func clozeTable(_ series: ExportItem.Series) -> String {
    let unit = XMLText.escaped(series.unit.symbol)
    let rows = series.years.indices.map { place in
      "<tr><td>\(series.years[place])</td><td>\(field(series.number(at: place)))</td></tr>"
    }
    return "<p>Answer in \(unit), the numbers alone; every year that is right counts.</p>"
      + "<table><thead><tr><th>year</th><th>\(unit)</th></tr></thead><tbody>\(rows.joined())</tbody>"
      + "</table>"
  }

  /// `{1:NUMERICAL:=95:0.5#Right.~%75%97:0.5#why}`; Moodle takes the first that is near enough.
  private static func field(_ number: ExportItem.Number) -> String {
    func answer(_ mark: String, _ value: Double, _ feedback: String) -> String {
      "\(mark)\(plainNumber(value)):\(plainNumber(number.width(at: value)))#\(escaped(feedback))"
    }
    let answers =
      number.right.map { answer("=", $0, "Right.") }
      + number.mistakes.map {
        answer("%\(nearest($0.credit))%", $0.value, MarkdownInline.markup(of: $0.feedback))
      }
    return "{1:NUMERICAL:\(answers.joined(separator: "~"))}"
  }

  /// Feedback ends at a brace or a tilde.
  private static func escaped(_ text: String) -> String {
    text.replacing("~", with: "&#126;").replacing("}", with: "\\}")
  }
}
