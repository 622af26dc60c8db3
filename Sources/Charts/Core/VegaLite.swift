/// What of a chart Vega-Lite draws: marks and encodings over the chart's own table.
struct VegaLite: Hashable, Sendable {
  /// Members beside the data, such as `mark` and `encoding`, or `facet` and `spec`.
  let members: [JSON.Member]

  init(members: [JSON.Member]) {
    self.members = members
  }

  /// - Parameters:
  ///   - mark: the kind of mark with its properties.
  ///   - encoding: channels and what they show.
  ///   - more: further members of the specification.
  init(mark: JSON, encoding: JSON, more: [JSON.Member] = []) {
    members =
      [.init(key: "mark", value: mark), .init(key: "encoding", value: encoding)] + more
  }

  /// A channel that shows a column.
  static func channel(_ column: String, _ type: Kind, _ more: [JSON.Member] = []) -> JSON {
    .object(
      [
        .init(key: "field", value: .string(column)),
        .init(key: "type", value: .string(type.rawValue)),
      ] + more)
  }

  /// Words in their order with their colours.
  static func scale(_ entries: [(label: String, color: Color)]) -> JSON {
    var known: [String] = []
    let first = entries.filter { entry in
      defer { known.append(entry.label) }
      return !known.contains(entry.label)
    }
    return [
      "domain": .array(first.map { .string($0.label) }),
      "range": .array(first.map { .string($0.color.hex) }),
    ]
  }

  enum Kind: String { case quantitative, nominal, ordinal }

  /// The whole specification.
  func text(caption: Caption, table: DataTable) -> String {
    let title: JSON = [
      "text": .string(caption.title), "subtitle": .string(caption.subtitle), "anchor": "start",
    ]
    return JSON.object(
      [
        .init(key: "$schema", value: "https://vega.github.io/schema/vega-lite/v5.json"),
        .init(key: "description", value: .string(caption.footer)),
        .init(key: "title", value: title),
        .init(key: "data", value: ["values": .array(table.records)]),
      ] + members
    ).text + "\n"
  }
}

extension DataTable {
  /// Each row as an object.
  var records: [JSON] {
    rows.map { row in
      JSON.object(
        zip(columns, row).map { column, cell in
          switch cell {
          case .text(let text): .init(key: column, value: .string(text))
          case .number(let value): .init(key: column, value: .number(value))
          case .missing: .init(key: column, value: .null)
          }
        })
    }
  }
}
