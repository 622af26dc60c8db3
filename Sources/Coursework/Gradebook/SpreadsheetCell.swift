/// Text that goes into a CSV file which a spreadsheet will open.
public enum SpreadsheetCell {
  /// The text as a field of RFC 4180, always quoted, that no spreadsheet takes for a formula.
  ///
  /// A cell that starts with `=`, `+`, `-` or `@` (or with a tab or a line end before one) would be
  /// computed by the program that opens the file; an apostrophe before it makes it text. A plain
  /// decimal number such as `-3.5` is left as it is.
  public static func field(_ text: String) -> String {
    "\"" + neutralized(text).replacing("\"", with: "\"\"") + "\""
  }

  private static func neutralized(_ text: String) -> String {
    guard let first = text.first(where: { !$0.isWhitespace }), "=+-@".contains(first) else {
      return text
    }
    return isNumber(text) ? text : "'" + text
  }

  private static func isNumber(_ text: String) -> Bool {
    Double(text)?.isFinite == true
  }
}
