internal import Foundation
internal import ModelFiles

/// What `outlook` prints.
struct OutlookText {
  private let document: OutlookDocument

  init(_ document: OutlookDocument) {
    self.document = document
  }

  var text: String {
    [[heading], shares, totals, TextTable.wrapped(explanation, to: 96)].joined(separator: [""])
      .joined(separator: "\n")
  }

  private var heading: String {
    document.title + (document.scenario.map { ", scenario \($0)" } ?? "")
  }

  /// Round years from the first that counts to the last.
  private var shown: [Int] {
    let last = document.years.count - 1
    return document.years.indices.filter { index in
      let year = document.years[index]
      return index == last
        || (year >= Double(document.since) && year.truncatingRemainder(dividingBy: 10) == 0)
    }
  }

  private var shares: [String] {
    var table = TextTable(
      headers: ["Old scrap in supply, % (highest possible)"]
        + shown.map { Figures.plain(document.years[$0]) })
    for row in document.rows {
      table.add(
        [row.label]
          + shown.map { index in
            guard let share = row.secondaryShare[index], let highest = row.highestShare[index]
            else {
              return "–"
            }
            return "\(Figures.fixed(share * 100, 0)) (\(Figures.fixed(highest * 100, 0)))"
          })
    }
    return table.lines(headerWidth: 24)
  }

  private var totals: [String] {
    let last = document.years.count - 1
    let unit = document.unit.replacing("/yr", with: "")
    let hasReserves = document.rows.contains { $0.reserves != nil }
    var table = TextTable(
      headers: [
        (document.by ?? "material").capitalized,
        "Into use \(Figures.plain(document.years[last])), \(document.unit)",
        "Primary \(Figures.plain(document.years[last])), \(document.unit)",
        "Primary since \(document.since), \(unit)", "Scrap exceeds primary",
      ] + (hasReserves ? ["Reserves, \(unit)", "Share of reserves"] : []))
    for row in document.rows {
      let reserves = [
        row.reserves.map(Figures.short) ?? "–",
        Figures.percent(row.reserves.map { row.cumulativePrimary / $0 }),
      ]
      table.add(
        [
          row.label, Figures.short(row.demand[last]), Figures.short(row.primary[last]),
          Figures.short(row.cumulativePrimary),
          row.scrapExceedsPrimaryFrom.map { "from " + Figures.plain($0) } ?? "not by the end",
        ] + (hasReserves ? reserves : []))
    }
    return table.lines(headerWidth: 16)
  }

  private var explanation: String {
    "In brackets: the share if all that leaves use became metal again in the same year. While a stock grows "
      + "it stays below 100 %: recycling complements mining, and replaces it only where stocks stop growing."
  }
}
