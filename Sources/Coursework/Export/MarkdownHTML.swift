/// The Markdown of statements as XHTML: headings, paragraphs, lists, tables, indented code, and inside
/// them `**bold**`, `*emphasis*`, `code` and nothing else.
///
/// What it writes is well-formed XML, as OLX and QTI need it, and HTML.
enum MarkdownHTML {
  /// The markup of a text of several blocks.
  static func fragment(_ markdown: String) -> String {
    var blocks: [[Substring]] = []
    var current: [Substring] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let isCode = line.hasPrefix("    ")
      let wasCode = current.first?.hasPrefix("    ") ?? false
      if line.allSatisfy(\.isWhitespace) {
        if !current.isEmpty { blocks.append(current) }
        current = []
      } else if !current.isEmpty, isCode != wasCode, !(current[0].hasPrefix("- ") && isCode) {
        blocks.append(current)
        current = [line]
      } else {
        current.append(line)
      }
    }
    if !current.isEmpty { blocks.append(current) }
    return blocks.map(block).joined()
  }

  /// The markup of a text inside a block.
  static func inline(_ markdown: String) -> String {
    var result = ""
    // Every second part stands between backticks.
    for (index, part) in markdown.split(separator: "`", omittingEmptySubsequences: false)
      .enumerated()
    {
      let text = XMLText.escaped(String(part))
      result +=
        index.isMultiple(of: 2)
        ? paired(paired(text, mark: "**", tag: "strong"), mark: "*", tag: "em")
        : "<code>\(text)</code>"
    }
    return result
  }

  private static func paired(_ text: String, mark: String, tag: String) -> String {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    // An unpaired mark is a character like any other.
    guard parts.count > 2, parts.count % 2 == 1 else { return text }
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? String(part) : "<\(tag)>\(part)</\(tag)>"
    }.joined()
  }

  private static func block(_ lines: [Substring]) -> String {
    let first = lines[0]
    if first.hasPrefix("    ") {
      let code = lines.map { String($0.dropFirst(4)) }.joined(separator: "\n")
      return "<pre>\(XMLText.escaped(code))</pre>"
    }
    let level = first.prefix { $0 == "#" }.count
    if level > 0, first.dropFirst(level).first == " " {
      let rest = lines.count > 1 ? block(Array(lines.dropFirst())) : ""
      // The heading of the page is above the statement.
      let tag = "h\(min(level + 2, 6))"
      return "<\(tag)>\(inline(String(first.dropFirst(level + 1))))</\(tag)>" + rest
    }
    if first.hasPrefix("- ") { return "<ul>\(items(lines))</ul>" }
    if first.hasPrefix("|"), lines.count > 1 { return table(lines) }
    return "<p>\(inline(lines.joined(separator: " ")))</p>"
  }

  private static func items(_ lines: [Substring]) -> String {
    var items: [String] = []
    for line in lines {
      if line.hasPrefix("- ") || items.isEmpty {
        items.append(String(line.dropFirst(line.hasPrefix("- ") ? 2 : 0)))
      } else {
        items[items.count - 1] += " " + line.drop { $0 == " " }
      }
    }
    return items.map { "<li>\(inline($0))</li>" }.joined()
  }

  private static func table(_ lines: [Substring]) -> String {
    let rows = lines.enumerated().filter { $0.offset != 1 }.map { _, line in
      line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
    return "<table>"
      + rows.enumerated().map { index, cells in
        let tag = index == 0 ? "th" : "td"
        return "<tr>" + cells.map { "<\(tag)>\(inline($0))</\(tag)>" }.joined() + "</tr>"
      }.joined() + "</table>"
  }
}
