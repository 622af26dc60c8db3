/// The rows of a table, read by the names of its columns.
struct NamedRows {
  private let table: CSVTable
  private let columns: [String: Int]
  /// The rows that are meant, by their place.
  private let places: [Int]

  /// - Throws: every fault of the table, a column that is missing among them.
  init(bytes: [UInt8], name: String, needs columns: [String]) throws(ModelFileError) {
    let table = try CSVTable(bytes: bytes, name: name)
    var (found, faults): ([String: Int], [Fault]) = ([:], [])
    for column in columns {
      do throws(Fault) { found[column] = try table.index(ofColumn: column) } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    self.table = table
    self.columns = found
    places = Array(table.rows.indices)
  }

  private init(_ other: NamedRows, places: [Int]) {
    table = other.table
    columns = other.columns
    self.places = places
  }

  /// The rows that have a text in a column.
  func only(_ column: String, _ text: String) -> NamedRows {
    NamedRows(self, places: places.filter { row($0).text(column) == text })
  }

  /// The rows that have a word among those in a column.
  func only(_ column: String, containing word: String) -> NamedRows {
    NamedRows(
      self,
      places: places.filter { place in
        row(place).text(column).split(separator: " ").contains { $0 == word }
      })
  }

  private func row(_ place: Int) -> Row { Row(table: table, columns: columns, index: place) }

  /// What each row becomes, with the faults of all of them.
  func map<Value>(_ make: (Row) throws(Fault) -> Value) throws(ModelFileError) -> [Value] {
    var (values, faults): ([Value], [Fault]) = ([], [])
    for place in places {
      do throws(Fault) { values.append(try make(row(place))) } catch { faults.append(error) }
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    return values
  }

  /// One row.
  struct Row {
    let table: CSVTable
    let columns: [String: Int]
    let index: Int

    /// The text in a column; empty where there is none.
    func text(_ column: String) -> String {
      columns[column].map { table[index, $0].text } ?? ""
    }

    /// The number in a column; nil where the field is empty.
    func optional(_ column: String) throws(Fault) -> Double? {
      guard let place = columns[column] else { return nil }
      return try table.number(row: index, column: place)
    }

    /// The number in a column.
    func number(_ column: String) throws(Fault) -> Double {
      guard let value = try optional(column) else {
        throw fault(column, "'\(column)' must not be empty")
      }
      return value
    }

    /// A fault at a column of this row.
    func fault(_ column: String, _ message: String) -> Fault {
      table.fault(at: table[index, columns[column] ?? 0], message)
    }

    /// A value that a type of the library checks.
    func checked<Value, Failure: Error>(
      _ column: String, _ make: () throws(Failure) -> Value
    ) throws(Fault) -> Value {
      do throws(Failure) { return try make() } catch { throw fault(column, "\(error)") }
    }
  }
}
