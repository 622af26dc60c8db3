internal import Yams

/// What flodym's `MFADefinition` says of a system, read from a file of YAML or JSON with the same names.
struct FlodymDefinition {
  var dimensions: [(name: String, letter: String)] = []
  var processes: [String] = []
  var flows: [Flow] = []
  var stocks: [Stock] = []
  /// The letters of each parameter's dimensions.
  var parameters: [(name: String, letters: [String])] = []

  struct Flow {
    let from: String
    let to: String
    let letters: [String]
  }

  struct Stock {
    let name: String
    let process: String?
    let letters: [String]
    /// The class of the stock, and that of its lifetime.
    let kind: String
    let lifetime: String?
  }

  /// Reads the file.
  /// - Throws: every fault of it.
  init(bytes: [UInt8], file: String) throws(ModelFileError) {
    var reader = Reader(file: file)
    let root: Node?
    do {
      root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw ModelFileError([
        Fault(file: file, line: 1, column: 1, message: "this is neither YAML nor JSON: \(error)")
      ])
    }
    guard let root, root.mapping != nil else {
      throw ModelFileError([
        Fault(
          file: file, line: 1, column: 1,
          message: "a definition has the keys dimensions, processes, flows, stocks and parameters")
      ])
    }
    dimensions = reader.entries(root, "dimensions").map { node in
      (reader.text(node, "name"), reader.text(node, "letter", or: "dim_letter"))
    }
    processes = (root["processes"]?.sequence.map(Array.init) ?? []).compactMap(\.string)
    flows = reader.entries(root, "flows").map { node in
      Flow(
        from: reader.text(node, "from_process_name", or: "from_process"),
        to: reader.text(node, "to_process_name", or: "to_process"), letters: reader.letters(node))
    }
    stocks = reader.entries(root, "stocks").map { node in
      Stock(
        name: reader.text(node, "name"),
        process: (node["process_name"] ?? node["process"])?.string, letters: reader.letters(node),
        kind: node["subclass"]?.string ?? "stock",
        lifetime: node["lifetime_model_class"]?.string)
    }
    parameters = reader.entries(root, "parameters").map { node in
      (reader.text(node, "name"), reader.letters(node))
    }
    let letters = dimensions.map(\.letter)
    let used = flows.flatMap(\.letters) + stocks.flatMap(\.letters)
    for letter in Set(used + parameters.flatMap(\.letters)).sorted() where !letters.contains(letter)
    {
      reader.note(root, "there is no dimension with the letter '\(letter)'")
    }
    for flow in flows {
      for end in [flow.from, flow.to] where !processes.contains(end) && !end.isEmpty {
        reader.note(
          root["flows"] ?? root, "there is no process '\(end)'",
          hint: Suggestion.hint(for: end, in: processes))
      }
    }
    guard reader.faults.isEmpty else { throw ModelFileError(reader.faults) }
  }

  private struct Reader {
    let file: String
    var faults: [Fault] = []

    mutating func note(_ node: Node, _ message: String, hint: String? = nil) {
      faults.append(
        Fault(
          file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1,
          message: message, hint: hint))
    }

    mutating func entries(_ root: Node, _ key: String) -> [Node] {
      guard let node = root[key] else { return [] }
      guard let list = node.sequence else {
        note(node, "'\(key)' is a list")
        return []
      }
      return Array(list)
    }

    mutating func text(_ node: Node, _ key: String, or other: String? = nil) -> String {
      if let text = (node[key] ?? other.flatMap { node[$0] })?.string { return text }
      note(node, "'\(key)' is missing")
      return ""
    }

    /// `dim_letters`, as a list or as one word of letters.
    mutating func letters(_ node: Node) -> [String] {
      guard let letters = node["dim_letters"] else {
        note(node, "'dim_letters' is missing")
        return []
      }
      if let list = letters.sequence { return list.compactMap(\.string) }
      return (letters.string ?? "").map { String($0) }
    }
  }
}
