internal import UrbanMining

/// What stands in a cell of a spreadsheet.
enum SheetCell: Hashable, Sendable {
  case empty
  case text(String)
  case number(Double)
  case flag(Bool)
  /// A formula that could not be computed, such as `#REF!`.
  case error(String)

  /// The content as people would write it: 2020 for the number 2020.0.
  var shown: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .number(let number): plainNumber(number)
    case .flag(let flag): flag ? "TRUE" : "FALSE"
    case .error(let text): text
    }
  }
}
