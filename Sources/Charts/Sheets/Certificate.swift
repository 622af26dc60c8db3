/// A sheet that says what somebody has accomplished: A4, across, to be printed or sent.
public struct Certificate: Hashable, Sendable {
  /// What it is, in large letters: "Statement of accomplishment".
  public let heading: String
  /// Whose it is.
  public let name: String
  /// What was accomplished, in a few sentences.
  public let text: String
  /// Short facts below, each with its label: date, points.
  public let facts: [Fact]
  /// Who says so.
  public let issuer: String
  /// How to verify it, in small letters.
  public let footer: String

  /// A label and what stands below it.
  public struct Fact: Hashable, Sendable {
    public let label: String
    public let value: String

    public init(label: String, value: String) {
      self.label = label
      self.value = value
    }
  }

  /// Checks the words and makes a sheet.
  /// - Throws: every text that is blank and must not be.
  public init(
    heading: String, name: String, text: String, facts: [Fact], issuer: String, footer: String
  ) throws(ChartError) {
    let needed = [("heading", heading), ("name", name), ("text", text), ("issuer", issuer)]
    let faults = needed.filter { $0.1.isBlank }.map { ChartError.Fault.missingText(name: $0.0) }
    guard faults.isEmpty else { throw ChartError(faults: faults) }
    self.heading = heading
    self.name = name
    self.text = text
    self.facts = facts
    self.issuer = issuer
    self.footer = footer
  }

  /// The sheet, laid out; equal sheets give equal pictures.
  public var picture: Picture {
    Picture(
      drawing: Drawing(
        width: CertificateLayout.width, height: CertificateLayout.height,
        background: Theme.light.background, id: "certificate", title: "\(heading): \(name)",
        description: "\(text) \(issuer).", marks: CertificateLayout(self).marks))
  }
}

/// Places the words of a certificate.
struct CertificateLayout {
  /// A4 across, at 96 pixels an inch.
  static let width = 1122.5
  static let height = 793.7

  let marks: [Mark]

  private static let margin = 96.0

  init(_ sheet: Certificate) {
    let theme = Theme.light
    let (left, right) = (Self.margin, Self.width - Self.margin)
    let width = right - left
    var marks = CertificateLayout.frame(theme)
    var y = 118.0
    func add(
      _ text: String, size: Double, bold: Bool = false, color: Color, lines: Int, gap: Double
    ) {
      var style = TextStyle(size: size, weight: bold ? .bold : .regular, color: color)
      // A long name becomes smaller before it is broken.
      while lines == 1, style.width([text]) > width, style.size > 14 {
        style = style.scaled(by: 0.95)
      }
      let broken = TextMetrics.lines(text, style: style, width: width, limit: lines)
      marks.append(.text(TextBlock(broken, style: style, anchor: .start, x: left, top: y)))
      y += style.height(lines: broken.count) + gap
    }
    add(sheet.heading, size: 26, color: theme.primary, lines: 1, gap: 54)
    add(sheet.name, size: 54, bold: true, color: theme.ink, lines: 1, gap: 34)
    add(sheet.text, size: 21, color: theme.ink, lines: 6, gap: 40)

    let bottom = Self.height - 232
    let column = width / Double(max(sheet.facts.count, 3))
    let label = TextStyle(size: 14, weight: .regular, color: theme.mutedInk)
    let value = TextStyle(size: 20, weight: .bold, color: theme.ink)
    for (index, fact) in sheet.facts.enumerated() {
      let x = left + Double(index) * column
      marks.append(.text(TextBlock([fact.label], style: label, anchor: .start, x: x, top: bottom)))
      let lines = TextMetrics.lines(fact.value, style: value, width: column - 16, limit: 2)
      marks.append(
        .text(TextBlock(lines, style: value, anchor: .start, x: x, top: bottom + 22)))
    }
    let signed = TextStyle(size: 17, weight: .bold, color: theme.ink)
    let small = TextStyle(size: 11.5, weight: .regular, color: theme.mutedInk)
    marks.append(
      .text(
        TextBlock(
          TextMetrics.lines(sheet.issuer, style: signed, width: width, limit: 1), style: signed,
          anchor: .start, x: left, top: Self.height - 126)))
    marks.append(
      .text(
        TextBlock(
          TextMetrics.lines(sheet.footer, style: small, width: width, limit: 3), style: small,
          anchor: .start, x: left, top: Self.height - 96)))
    self.marks = marks
  }

  /// A band at the left in the colours of a cycle: ore, use, scrap; and a rule above the issuer.
  private static func frame(_ theme: Theme) -> [Mark] {
    let third = height / 3
    let bands = [theme.primary, theme.addition, theme.secondary].enumerated().map { index, color in
      Mark.rectangle(
        Box(left: 0, top: Double(index) * third, right: 26, bottom: Double(index + 1) * third),
        fill: color)
    }
    let rule = Mark.line(
      [Point(x: margin, y: height - 142), Point(x: width - margin, y: height - 142)],
      Stroke(color: theme.grid, width: 1.5))
    return bands + [rule]
  }
}
