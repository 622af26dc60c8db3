/// A system of processes and flows at one time: the width of a link is its amount.
///
/// Links that close a loop are drawn backward in a band of their own below the others. What a node holds
/// back or gives from its stock is drawn at its side, and what is missing to its balance is hatched.
public struct SankeyChart: Hashable, Sendable {
  /// A process.
  public struct Node: Hashable, Sendable {
    public let id: String
    public let label: String
    /// The column, from 0 at the left; nil to find one.
    public let layer: Int?
    /// Nodes of a column that have a rank stand in its order, from the top; nil to find a place.
    public let rank: Int?
    /// What it adds to its stock; negative where it draws on it, zero where it holds nothing.
    public let stockChange: Double
    /// Whether its balance is drawn; nothing is known of the balance of what lies outside the system.
    public let isInside: Bool

    public init(
      id: String, label: String, layer: Int? = nil, rank: Int? = nil, stockChange: Double = 0,
      isInside: Bool = true
    ) {
      self.id = id
      self.label = label
      self.layer = layer
      self.rank = rank
      self.stockChange = stockChange
      self.isInside = isInside
    }
  }

  /// A flow.
  public struct Link: Hashable, Sendable {
    public let from: String
    public let to: String
    /// What it is called; may be empty.
    public let label: String
    public let value: Double
    public let ink: PanelChart.Ink
    /// What the colour means, where several links differ by more than their ends; blank otherwise.
    public let group: String
    /// The standard uncertainty of the value, in its unit; shown as text, and the link fades as its share
    /// of the value grows. Nil where it is not known.
    public let uncertainty: Double?

    public init(
      from: String, to: String, label: String = "", value: Double, ink: PanelChart.Ink = .reference,
      group: String = "", uncertainty: Double? = nil
    ) {
      self.from = from
      self.to = to
      self.label = label
      self.value = value
      self.ink = ink
      self.group = group
      self.uncertainty = uncertainty
    }
  }

  public let caption: Caption
  public let unit: String
  public let nodes: [Node]
  public let links: [Link]

  /// Checks the data and makes a chart.
  ///
  /// - Throws: every fault at once: blank title, unit or label; nodes of the same identifier; links to
  ///   nodes that are not there or to themselves; values that are negative or not finite.
  public init(caption: Caption, unit: String, nodes: [Node], links: [Link]) throws(ChartError) {
    var faults = caption.faults
    if unit.isBlank { faults.append(.missingText(name: "unit")) }
    if nodes.isEmpty { faults.append(.noBands) }
    var seen = Set<String>()
    for node in nodes {
      if node.label.isBlank { faults.append(.missingText(name: "label of node '\(node.id)'")) }
      if !seen.insert(node.id).inserted { faults.append(.duplicateBand(id: node.id)) }
      if !node.stockChange.isFinite {
        faults.append(.invalidLink(link: node.id, value: node.stockChange))
      }
    }
    for link in links {
      let name = "\(link.from)->\(link.to)"
      for end in [link.from, link.to] where !seen.contains(end) {
        faults.append(.unknownNode(link: name, node: end))
      }
      if link.from == link.to { faults.append(.unknownNode(link: name, node: link.to)) }
      if !(link.value.isFinite && link.value >= 0) {
        faults.append(.invalidLink(link: name, value: link.value))
      }
    }
    guard faults.isEmpty else { throw ChartError(faults: faults) }
    self.caption = caption
    self.unit = unit
    self.nodes = nodes
    self.links = links.filter { $0.value > 0 }
  }

  /// What enters and leaves a node through links.
  public func sums(of id: String) -> (inflow: Double, outflow: Double) {
    let entering = links.filter { $0.to == id }.reduce(0) { $0 + $1.value }
    let leaving = links.filter { $0.from == id }.reduce(0) { $0 + $1.value }
    return (entering, leaving)
  }

  /// What enters a node and neither leaves it nor stays in it; zero outside the system and where it is
  /// rounding.
  public func imbalance(of node: Node) -> Double {
    guard node.isInside else { return 0 }
    let (entering, leaving) = sums(of: node.id)
    let rest = entering - leaving - node.stockChange
    return abs(rest) > 1e-6 * max(entering, leaving) ? rest : 0
  }
}

extension SankeyChart: ChartContent {
  /// Kind, data, finding, every link and stock change.
  public var alternativeText: String {
    let labels = Dictionary(uniqueKeysWithValues: nodes.map { ($0.id, $0.label) })
    let flows = links.map { link in
      "\(labels[link.from] ?? link.from) to \(labels[link.to] ?? link.to)"
        + (link.group.isEmpty ? "" : " (\(link.group))") + " \(text(link))"
    }
    let stocks = nodes.filter { $0.stockChange != 0 }.map { node in
      "\(node.label) \(NumberFormat.signed(node.stockChange)) \(unit)"
    }
    return "Sankey diagram of \(caption.subtitle.isEmpty ? unit : caption.subtitle). "
      + "\(caption.title). Flows: \(flows.joined(separator: ", "))."
      + (stocks.isEmpty ? "" : " Added to stock: \(stocks.joined(separator: ", ")).")
  }

  /// One row for each link, and one for what each node adds to its stock.
  public var table: DataTable {
    DataTable(
      columns: ["kind", "from", "to", "name", "group", "unit", "value", "uncertainty"],
      rows: links.map { link in
        [
          .text("flow"), .text(link.from), .text(link.to), .text(link.label), .text(link.group),
          .text(unit), .number(link.value), DataTable.Cell(link.uncertainty),
        ]
      }
        + nodes.filter { $0.stockChange != 0 }.map { node in
          [
            .text("addition"), .text(node.id), .text(""), .text(node.label), .text(""), .text(unit),
            .number(node.stockChange), .missing,
          ]
        })
  }

  /// Vega-Lite has no Sankey; Vega draws the laid-out picture.
  var vegaLite: VegaLite? { nil }

  func text(_ value: Double) -> String { Magnitude.text(value, unit: unit) }

  /// The value of a link with its unit and how uncertain it is.
  func text(_ link: Link) -> String {
    link.uncertainty == nil
      ? text(link.value) : "\(NumberFormat.measured(link.value, link.uncertainty)) \(unit)"
  }

  func drawing(size: ChartSize, theme: Theme) -> Drawing {
    drawing(SankeyLayout(self, size: size, theme: theme).marks, size: size, theme: theme)
  }
}
