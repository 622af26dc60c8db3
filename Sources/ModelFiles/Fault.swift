/// One thing that is wrong with an input file: where it is, what it is, and how to mend it.
public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the file as the user gave it.
  public let file: String
  /// The line, counted from 1.
  public let line: Int
  /// The column, counted from 1 in characters (Unicode code points).
  public let column: Int
  /// The cell of a spreadsheet, such as `Flows!C5`; nil in a text file.
  public let cell: String?
  /// What is wrong, and the rule that it breaks.
  public let message: String
  /// What to write instead, if there is a good guess.
  public let hint: String?

  /// A fault at a place in a file.
  public init(
    file: String, line: Int, column: Int, cell: String? = nil, message: String,
    hint: String? = nil
  ) {
    self.file = file
    self.cell = cell
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }

  /// The fault as compilers print theirs: `file:line:column: message (hint)`, or `file:sheet!cell: …`.
  public var description: String {
    let place = "\(file):\(cell ?? "\(line):\(column)"): \(message)"
    guard let hint else { return place }
    return "\(place) (\(hint))"
  }
}

extension Fault {
  /// The sheet that the cell is on.
  fileprivate var sheet: Substring { cell?.prefix { $0 != "!" } ?? "" }
}

extension Fault: Comparable {
  /// By file, then by position; faults at one position are ordered by their text, so that a report
  /// is the same on every run.
  public static func < (left: Fault, right: Fault) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.cell != nil, right.cell != nil, left.sheet != right.sheet {
      return left.sheet < right.sheet
    }
    return (left.line, left.column, left.message, left.hint ?? "")
      < (right.line, right.column, right.message, right.hint ?? "")
  }
}

/// All faults of an input, together.
public struct ModelFileError: Error, Hashable, Sendable {
  /// The faults, ordered by file and position.
  public let faults: [Fault]

  /// An error that carries these faults, in any order.
  public init(_ faults: [Fault]) {
    self.faults = faults.sorted()
  }
}

extension ModelFileError: CustomStringConvertible {
  /// One fault a line.
  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
