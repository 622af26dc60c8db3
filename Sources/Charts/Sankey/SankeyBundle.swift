/// Links of one name between the same two nodes: parts of one flow, drawn side by side.
struct SankeyBundle: Hashable, Sendable {
  let from: String
  let to: String
  let label: String
  let links: [SankeyChart.Link]

  var value: Double { links.reduce(0) { $0 + $1.value } }

  /// All links in bundles, in the order of the first link of each.
  static func bundles(of links: [SankeyChart.Link]) -> [SankeyBundle] {
    var bundles: [SankeyBundle] = []
    for link in links {
      let place = bundles.firstIndex {
        $0.from == link.from && $0.to == link.to && $0.label == link.label
      }
      if let place {
        bundles[place] = SankeyBundle(
          from: link.from, to: link.to, label: link.label, links: bundles[place].links + [link])
      } else {
        bundles.append(
          SankeyBundle(from: link.from, to: link.to, label: link.label, links: [link]))
      }
    }
    return bundles
  }
}
