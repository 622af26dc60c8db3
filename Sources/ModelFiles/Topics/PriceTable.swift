/// Prices of metals by year: a table with the columns `year`, `metal` and `price` (of a tonne).
public struct PriceTable: Hashable, Sendable {
  /// What messages call it.
  public let name: String
  private let prices: [String: [Int: Double]]

  /// Reads a table.
  /// - Throws: every fault of the table with its place, negative prices among them.
  public init(bytes: [UInt8], name: String) throws(ModelFileError) {
    let table = try CSVTable(bytes: bytes, name: name)
    var faults: [Fault] = []
    var columns: [Int] = []
    for column in ["year", "metal", "price"] {
      do throws(Fault) {
        columns.append(try table.index(ofColumn: column))
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    var prices: [String: [Int: Double]] = [:]
    for row in table.rows.indices {
      do throws(Fault) {
        let year = try table.number(row: row, column: columns[0])
        let price = try table.number(row: row, column: columns[2])
        guard let year, year == year.rounded(), abs(year) < 1e6 else {
          throw table.fault(at: table[row, columns[0]], "a year is a whole number")
        }
        guard let price, price >= 0 else {
          throw table.fault(at: table[row, columns[2]], "a price is at least 0")
        }
        prices[table[row, columns[1]].text, default: [:]][Int(year)] = price
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    self.name = name
    self.prices = prices
  }

  /// The year nearest to one in which all of some metals have a price, the earlier of two; nil where there is
  /// no such year.
  public func year(nearest year: Int, of metals: [String]) -> Int? {
    let common = metals.map { Set(prices[$0, default: [:]].keys) }
    guard let first = common.first else { return nil }
    return common.dropFirst().reduce(first) { $0.intersection($1) }
      .min { (abs($0 - year), $0) < (abs($1 - year), $1) }
  }

  /// The price of a tonne of a metal in a year.
  /// - Throws: a fault that says for which years there is one.
  public func price(of metal: String, in year: Int) throws(Fault) -> Double {
    guard let years = prices[metal], let first = years.keys.min(), let last = years.keys.max()
    else {
      throw Fault(
        file: name, line: 1, column: 1, message: "there is no price of '\(metal)'",
        hint: Suggestion.hint(for: metal, in: Array(prices.keys).sorted()))
    }
    guard let price = years[year] else {
      throw Fault(
        file: name, line: 1, column: 1, message: "there is no price of '\(metal)' in \(year)",
        hint: "there are prices from \(first) to \(last)")
    }
    return price
  }
}
