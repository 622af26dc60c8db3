internal import ModelFiles

/// The Markdown of course texts as HTML: headings, paragraphs, lists, tables, code, images and what stands
/// inside a line. Everything else is text.
struct MarkdownHTML {
  /// The markup of a text.
  static func markup(of markdown: String) -> String {
    var blocks = MarkdownHTML(
      lines: markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    return blocks.markup()
  }

  private var lines: ArraySlice<String>

  private init(lines: [String]) {
    self.lines = lines[...]
  }

  private mutating func markup() -> String {
    var output = ""
    while let line = lines.first {
      if line.trimmed.isEmpty {
        lines.removeFirst()
      } else if line.hasPrefix("```") {
        lines.removeFirst()
        output += code(taking { !$0.hasPrefix("```") })
        lines = lines.dropFirst()
      } else if line.hasPrefix("    ") {
        output += code(taking { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) })
      } else if let level = headingLevel(line) {
        lines.removeFirst()
        let text = MarkdownInline.markup(of: line.dropFirst(level).trimmed)
        output += "<h\(level)>\(text)</h\(level)>\n"
      } else if line.hasPrefix("|") {
        output += table(taking { $0.hasPrefix("|") })
      } else if let list = MarkdownHTML.listTag(line) {
        output += self.list(list, taking { !$0.trimmed.isEmpty })
      } else if line.hasPrefix("![") {
        lines.removeFirst()
        output += MarkdownHTML.image(line)
      } else {
        let text = taking { !$0.trimmed.isEmpty }.map(\.trimmed).joined(separator: "\n")
        output += "<p>\(MarkdownInline.markup(of: text))</p>\n"
      }
    }
    return output
  }

  /// The lines up to the first that is another's.
  private mutating func taking(while belongs: (String) -> Bool) -> [String] {
    let taken = Array(lines.prefix(while: belongs))
    lines = lines.dropFirst(taken.count)
    return taken
  }

  private func headingLevel(_ line: String) -> Int? {
    let level = line.prefix { $0 == "#" }.count
    return (1...6).contains(level) && line.dropFirst(level).hasPrefix(" ") ? level : nil
  }

  private func code(_ lines: [String]) -> String {
    "<pre><code>" + XMLText.escaped(lines.joined(separator: "\n")) + "\n</code></pre>\n"
  }

  /// A header, a line of dashes, and rows.
  private func table(_ lines: [String]) -> String {
    func cells(_ line: String) -> [String] {
      line.trimmed.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
        .dropLast().map(\.trimmed)
    }
    func row(_ line: String, _ tag: String) -> String {
      let fields = cells(line).map { "<\(tag)>\(MarkdownInline.markup(of: $0))</\(tag)>" }
      return "<tr>" + fields.joined() + "</tr>\n"
    }
    return "<table>\n<thead>" + row(lines[0], "th") + "</thead>\n<tbody>"
      + lines.dropFirst(2).map { row($0, "td") }.joined() + "</tbody>\n</table>\n"
  }

  /// `ul` for a line with a dash, `ol` for one with a number.
  private static func listTag(_ line: String) -> String? {
    if line.hasPrefix("- ") { return "ul" }
    let digits = line.prefix(while: \.isASCIIDigit)
    return !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(". ") ? "ol" : nil
  }

  /// Items; a line without a mark continues the one before.
  private func list(_ tag: String, _ lines: [String]) -> String {
    var items: [String] = []
    for line in lines {
      if MarkdownHTML.listTag(line) == tag, let space = line.firstIndex(of: " ") {
        items.append(line[space...].trimmed)
      } else if !items.isEmpty {
        items[items.count - 1] += "\n" + line.trimmed
      }
    }
    return "<\(tag)>\n" + items.map { "<li>\(MarkdownInline.markup(of: $0))</li>\n" }.joined()
      + "</\(tag)>\n"
  }

  /// `![words](file)` in a line of its own.
  private static func image(_ line: String) -> String {
    let parts = line.dropFirst(2).split(separator: "](", maxSplits: 1)
    guard parts.count == 2, parts[1].hasSuffix(")") else {
      return "<p>\(MarkdownInline.markup(of: line))</p>\n"
    }
    return "<p><img src=\"\(XMLText.escaped(String(parts[1].dropLast())))\" alt=\""
      + XMLText.escaped(String(parts[0])) + "\"></p>\n"
  }
}

/// What stands inside a line: code, strong, emphasis and links.
enum MarkdownInline {
  static func markup(of text: String) -> String {
    var (output, rest) = ("", Substring(text))
    while let character = rest.first {
      if let (piece, after) = span(rest) {
        output += piece
        rest = after
      } else {
        output += XMLText.escaped(String(character))
        rest = rest.dropFirst()
      }
    }
    return output
  }

  /// A marked span at the start of a text, with what follows it.
  private static func span(_ text: Substring) -> (markup: String, rest: Substring)? {
    if text.hasPrefix("`"), let end = closing("`", in: text) {
      return ("<code>\(XMLText.escaped(String(end.inner)))</code>", end.rest)
    }
    for (mark, tag) in [("**", "strong"), ("*", "em")] where text.hasPrefix(mark) {
      guard let end = closing(mark, in: text), end.inner.first?.isWhitespace == false else {
        continue
      }
      return ("<\(tag)>\(markup(of: String(end.inner)))</\(tag)>", end.rest)
    }
    if text.hasPrefix("["), let words = closing("](", in: text, openedBy: "["),
      let end = words.rest.firstIndex(of: ")")
    {
      let address = XMLText.escaped(String(words.rest[..<end]))
      let inner = markup(of: String(words.inner))
      return ("<a href=\"\(address)\">\(inner)</a>", words.rest[words.rest.index(after: end)...])
    }
    return nil
  }

  /// What stands between an opening mark and its end.
  private static func closing(
    _ mark: String, in text: Substring, openedBy opening: String? = nil
  ) -> (inner: Substring, rest: Substring)? {
    let inside = text.dropFirst((opening ?? mark).count)
    guard let range = inside.firstRange(of: mark), range.lowerBound > inside.startIndex else {
      return nil
    }
    return (inside[..<range.lowerBound], inside[range.upperBound...])
  }
}
