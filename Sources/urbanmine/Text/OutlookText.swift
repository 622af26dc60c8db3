internal import Foundation
internal import ModelFiles

/// What `outlook` prints: one model, or several of one unit side by side.
struct OutlookText {
  private let documents: [OutlookDocument]
  private let rows: [Line]

  /// A row with the document that it stands in.
  private struct Line {
    let document: OutlookDocument
    let row: OutlookDocument.Row

    var last: Int { document.years.count - 1 }

    func index(of year: Double) -> Int? { document.years.firstIndex(of: year) }
  }

  /// - Parameter documents: at least one.
  init(_ documents: [OutlookDocument]) {
    self.documents = documents
    rows = documents.flatMap { document in
      document.rows.map { Line(document: document, row: $0) }
    }
  }

  private var first: OutlookDocument { documents[0] }

  var text: String {
    let ranges = rows.contains { $0.row.range != nil } ? [self.ranges] : []
    return ([[heading], shares, totals] + ranges + [TextTable.wrapped(explanation, to: 96)])
      .joined(separator: [""]).joined(separator: "\n")
  }

  private var heading: String {
    documents.map(\.title).joined(separator: ", ")
      + (first.scenario.map { ", scenario \($0)" } ?? "")
  }

  /// Round years from the first that counts to the last, of all models.
  private var shown: [Double] {
    let all = documents.flatMap { document in
      document.years.filter { year in
        year == document.years.last
          || (year >= Double(document.since) && year.truncatingRemainder(dividingBy: 10) == 0)
      }
    }
    return Set(all).sorted()
  }

  private var shares: [String] {
    var table = TextTable(
      headers: ["Old scrap in supply, % (highest possible)"] + shown.map(Figures.plain))
    for line in rows {
      table.add(
        [line.row.label]
          + shown.map { year in
            guard let index = line.index(of: year), let share = line.row.secondaryShare[index],
              let highest = line.row.highestShare[index]
            else {
              return "–"
            }
            return "\(Figures.fixed(share * 100, 0)) (\(Figures.fixed(highest * 100, 0)))"
          })
    }
    return table.lines(headerWidth: 24)
  }

  private var totals: [String] {
    let hasReserves = rows.contains { $0.row.reserves != nil }
    var table = TextTable(
      headers: [
        word, "Into use \(lastYear), \(first.unit)", "Primary \(lastYear), \(first.unit)",
        "Primary since \(first.since), \(mass)", "Scrap exceeds primary",
      ] + (hasReserves ? ["Reserves, \(mass)", "Share of reserves"] : []))
    for line in rows {
      let row = line.row
      let reserves = [
        row.reserves.map(Figures.short) ?? "–",
        Figures.percent(row.reserves.map { row.cumulativePrimary / $0 }),
      ]
      table.add(
        [
          row.label, Figures.short(row.demand[line.last]), Figures.short(row.primary[line.last]),
          Figures.short(row.cumulativePrimary),
          row.scrapExceedsPrimaryFrom.map { "from " + Figures.plain($0) } ?? "not by the end",
        ] + (hasReserves ? reserves : []))
    }
    for group in documents.flatMap(\.groups) {
      let labels = group.elements.map { element in
        rows.first { $0.row.element == element }?.row.label ?? element
      }
      table.add([
        labels.joined(separator: ", "), "–", "–", Figures.short(group.cumulativePrimary), "–",
        Figures.short(group.reserves), Figures.percent(group.cumulativePrimary / group.reserves),
      ])
    }
    return table.lines(headerWidth: 16)
  }

  /// What nine of ten draws say.
  private var ranges: [String] {
    let middle = shown.last { $0 <= 2050 && $0 >= Double(first.since) }
    var table = TextTable(
      headers: [
        "90 % of \(first.draws ?? 0) draws",
        "Old scrap in supply \(middle.map(Figures.plain) ?? lastYear), %",
        "Old scrap in supply \(lastYear), %", "Primary \(lastYear), \(first.unit)",
        "Primary since \(first.since), \(mass)", "Scrap exceeds primary", "… in % of draws",
      ])
    for line in rows {
      guard let range = line.row.range else { continue }
      func share(_ index: Int) -> String {
        guard let low = range.secondaryShare[0][index], let high = range.secondaryShare[2][index]
        else { return "–" }
        return "\(Figures.fixed(low * 100, 0))–\(Figures.fixed(high * 100, 0))"
      }
      table.add([
        line.row.label, share(middle.flatMap(line.index) ?? line.last), share(line.last),
        span(range.primary[0][line.last], range.primary[2][line.last]),
        span(range.cumulativePrimary[0], range.cumulativePrimary[2]),
        years(range.scrapExceedsPrimaryFrom), Figures.fixed(range.shareExceeding * 100, 0),
      ])
    }
    return table.lines(headerWidth: 16)
  }

  private func span(_ low: Double, _ high: Double) -> String {
    "\(Figures.short(low))–\(Figures.short(high))"
  }

  /// The years of the earliest and of the latest of nine draws in ten.
  private func years(_ quantiles: [Double?]) -> String {
    guard let low = quantiles[0] else { return "not by the end" }
    return "\(Figures.plain(low)) – " + (quantiles[2].map(Figures.plain) ?? "not by the end")
  }

  private var mass: String { first.unit.replacing("/yr", with: "") }

  private var lastYear: String { Figures.plain(first.years[first.years.count - 1]) }

  /// The word for what the rows are.
  private var word: String {
    let name = (first.by ?? "material").replacing("_", with: " ")
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private var explanation: String {
    "In brackets: the share if all that leaves use became metal again in the same year. While a stock grows "
      + "it stays below 100 %: recycling complements mining, and replaces it only where stocks stop growing."
      + (first.draws == nil
        ? ""
        : " The draws vary what the model calls uncertain, and nothing else (seed \(first.seed ?? 0)).")
  }
}
