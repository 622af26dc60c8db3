internal import UrbanMining

/// The story of a solved model in numbers.
struct ReportStory: Sendable {
  /// A number that stands out.
  struct Card: Hashable, Sendable {
    let name: String
    let value: String
    /// How it differs from the base case; empty there.
    let change: String
  }

  let results: SystemResults
  let cards: [Card]
  let sentences: [String]

  /// - Parameters:
  ///   - results: the solved model.
  ///   - base: what a scenario is compared with; nil for the base case itself.
  init(_ results: SystemResults, base: SystemResults?) {
    self.results = results
    let numbers = ReportNumbers(results)
    let others = base.map(ReportNumbers.init)
    cards = numbers.entries.enumerated().map { index, entry in
      guard let before = others?.entries[index].value, let now = entry.value, before != 0 else {
        return Card(name: entry.name, value: entry.text, change: "")
      }
      return Card(
        name: entry.name, value: entry.text,
        change: NumberFormat.change(now / before - 1) + " against the base case")
    }
    sentences = numbers.sentences
  }
}

/// The last year of a solved model.
private struct ReportNumbers {
  struct Entry {
    let name: String
    let value: Double?
    let text: String
  }

  let entries: [Entry]
  let sentences: [String]

  init(_ results: SystemResults) {
    let model = results.plan.model
    let summary = CycleSummary(results)
    let indicators = RecyclingIndicators(results)
    let last = model.time.count - 1
    let year = model.time.label(of: last)
    let row = summary.rows[last]
    let metal = model.header.material
    func amount(_ value: Double, like measure: Double) -> String {
      let unit = MassUnit.readable(for: measure, in: model.header.unit)
      return Magnitude.text(model.header.unit.convert(value, to: unit), unit: unit.rawValue)
    }
    func entry(_ name: String, _ value: Double?, _ text: (Double) -> String) -> Entry {
      Entry(name: name, value: value, text: value.map(text) ?? "not known")
    }
    let rate = { (value: Double) in NumberFormat.significant((value * 1000).rounded() / 10) + " %" }
    entries = [
      entry("in use at the end of \(year)", row.stock) { amount($0, like: $0) },
      entry("per inhabitant", row.kilogramsPerCapita) { NumberFormat.significant($0) + " kg" },
      entry("entered use in \(year)", row.intoUse) { amount($0, like: row.intoUse) },
      entry("left use in \(year)", row.endOfLife) { amount($0, like: row.intoUse) },
      entry("end-of-life recycling rate (EOL-RR)", indicators.recyclingRate[last], rate),
      entry("recycled content of supply (RC)", indicators.recycledContent[last], rate),
      entry("old scrap in all scrap (OSR)", indicators.oldScrapRatio[last], rate),
      entry("lost for good in \(year)", row.losses) { amount($0, like: row.intoUse) },
    ]
    var sentences: [String] = []
    if let share = summary.shareStillInUse {
      sentences.append(
        "Of \(amount(summary.enteredUse, like: summary.enteredUse)) of \(metal) that entered use since \(model.time.label(of: 0)), "
          + "\(NumberFormat.percent(share)) is still in use; recycled metal counts each time that it enters."
      )
    }
    let parts = zip(summary.endUses, row.stockByEndUse).sorted { $0.1 > $1.1 }
    if parts.count > 1, let first = parts.first, row.stock > 0 {
      sentences.append(
        "The largest part, \(NumberFormat.percent(first.1 / row.stock)), is in "
          + "\(model.phrase(for: first.0)).")
    }
    let names = "inflow enters use at \(model.timing.words)"
    sentences.append(
      "Flows are for the year \(year), the stock is that at its end; \(names). Recycling rates are those of "
        + "UNEP's International Resource Panel (2011).")
    self.sentences = sentences
  }
}
