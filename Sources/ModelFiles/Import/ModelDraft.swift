internal import UrbanMining

/// A model of another program on its way into a model file: what was understood, and what was not.
struct ModelDraft {
  var title: String
  /// First and last year.
  var years: ClosedRange<Int>
  var unit = MassUnit.tonne
  /// When in the year the other program lets a cohort enter.
  var timing = InflowTiming.end
  var dimensions: [Dimension] = []
  /// What readers see instead of identifiers.
  var labels: [(name: String, label: String)] = []
  var inputs: [Input] = []
  var processes: [Process] = []
  var flows: [Flow] = []
  var tables: [Table] = []
  var scenarios: [Scenario] = []
  /// What could not be carried over, or was carried over in another form.
  var remarks: [String] = []

  /// An entry of `data`.
  struct Input {
    let name: String
    /// The table that holds its values.
    let table: String
    /// The dimensions of the values, by name.
    var over: [String] = []
    /// Which rows of the table are meant.
    var filter: [(column: String, value: String)] = []
    /// Whether years between those of the table are interpolated.
    var hasGaps = false
    var source: String?
  }

  /// A process and what it does.
  struct Process {
    let name: String
    var over: [String] = []
    var kind = Kind.transform
    /// What a person must still do here.
    var comment: String?

    enum Kind: Hashable {
      case source, destination, transform, sink
      /// A stock in service with this lifetime, as text.
      case use(String)
    }
  }

  /// A flow and how large it is.
  struct Flow {
    let from: String
    let to: String
    var rule = Rule.remainder
    /// What a person must still do here.
    var comment: String?

    enum Rule: Hashable {
      /// By the name of an input.
      case given(String)
      case share(String)
      case remainder
    }
  }

  /// A scenario that puts values in place: points in time for entries of `data`.
  struct Scenario {
    let name: String
    let title: String
    let settings: [(input: String, points: [(year: Int, value: Double)])]
  }

  /// A table that is written beside the model file.
  struct Table {
    /// Its name without folder, prefix and ending.
    let name: String
    let columns: [String]
    var rows: [[String]] = []
  }

  /// Adds a remark, unless it has been made.
  mutating func remark(_ text: String) {
    if !remarks.contains(text) { remarks.append(text) }
  }
}

/// Identifiers for the names of another program: letters, digits, underscores and hyphens, no two alike.
struct Identifiers {
  private var known: [String: String] = [:]
  private var taken: Set<String> = []

  /// The identifier for a name; the same for the same name.
  mutating func identifier(for name: String) -> String {
    if let identifier = known[name] { return identifier }
    var text = String(
      name.trimmed.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" ? $0 : "_" })
    if text.first?.isLetter != true { text = "n_" + text }
    var identifier = text
    var number = 2
    while !taken.insert(identifier).inserted {
      identifier = "\(text)_\(number)"
      number += 1
    }
    known[name] = identifier
    return identifier
  }
}
