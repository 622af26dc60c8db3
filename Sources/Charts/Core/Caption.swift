/// The words around a chart, the same for all kinds.
public struct Caption: Hashable, Sendable {
  /// The prefix of identifiers in the file; differs between charts that stand on one page.
  public let id: String
  /// The finding, in a sentence.
  public let title: String
  /// Quantity, unit, region, years and convention; may be empty.
  public let subtitle: String
  /// Source, scenario, version and input; may be empty.
  public let footer: String

  public init(id: String, title: String, subtitle: String, footer: String) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.footer = footer
  }

  /// What is missing: every chart has a title.
  var faults: [ChartError.Fault] { title.isBlank ? [.missingText(name: "title")] : [] }

  /// The frame that the words make.
  func frame(size: ChartSize, theme: Theme) -> ChartFrame {
    ChartFrame(title: title, subtitle: subtitle, footer: footer, size: size, theme: theme)
  }
}

extension String {
  /// Whether there is nothing to read in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text with a capital at its start.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text with a small letter at its start.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
