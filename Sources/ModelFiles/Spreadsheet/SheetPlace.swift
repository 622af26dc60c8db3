/// The place of a cell: its row and column, counted from 0, and the name that spreadsheets give it.
struct SheetPlace: Hashable, Sendable {
  let row: Int
  let column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The place that a name such as `C5` stands for; nil where it is none.
  init?(name: String) {
    let letters = name.prefix { ("A"..."Z").contains($0) }
    guard let column = SheetPlace.column(named: String(letters)),
      let row = Int(name.dropFirst(letters.count)), row > 0
    else { return nil }
    self.row = row - 1
    self.column = column
  }

  /// `C5`, row 5 of the third column.
  var name: String { "\(SheetPlace.columnName(column))\(row + 1)" }

  /// The letters of a column: A … Z, AA, AB …
  static func columnName(_ column: Int) -> String {
    var rest = column + 1
    var letters = ""
    while rest > 0 {
      let letter = UnicodeScalar(UInt8(65 + (rest - 1) % 26))
      letters = String(letter) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// The column of some letters; nil where there are none, or more than a sheet can have.
  static func column(named letters: String) -> Int? {
    guard !letters.isEmpty, letters.count <= 3 else { return nil }
    var column = 0
    for letter in letters.utf8 {
      guard (65...90).contains(letter) else { return nil }
      column = column * 26 + Int(letter - 64)
    }
    return column - 1
  }
}
