import Charts
import Foundation
import Testing

@testable import Coursework

struct AccomplishmentTests {
  private func row(_ points: Double, name: String = "Müller, {percent}") throws -> Gradebook.Row {
    let roster = try Roster(
      bytes: Array("id,name\ns1,\(SpreadsheetCell.field(name))\n".utf8), name: "roster.csv")
    let column = Gradebook.Column(id: "w3-stock", title: "In use", points: 10)
    let book = Gradebook(
      roster: roster, columns: [column],
      mark: { _, _ in .init(points: points, isLate: false, reason: "") }, isOver: { _, _ in true })
    return book.rows[0]
  }

  private let wording = Accomplishment.Wording(
    heading: "Certificate",
    text: "{name} passed {course} with {percent} % on {date}; {else} stays.",
    issuer: "TU")

  @Test func namesStandForWhatTheySayAndAreFilledInOnce() throws {
    let statement = try #require(
      Accomplishment(
        row(6.666), course: "Metals", passing: 0.6, wording: wording, date: "2026-12-18"))
    #expect(
      statement.text
        == "Müller, {percent} passed Metals with 66.6 % on 2026-12-18; {else} stays.")
  }

  @Test func theShareIsReachedOrNot() throws {
    func statement(_ points: Double) throws -> Accomplishment? {
      Accomplishment(
        try row(points), course: "Metals", passing: 0.6, wording: wording, date: "2026-12-18")
    }
    #expect(try statement(6) != nil)
    #expect(try statement(5.99) == nil)
  }

  @Test func theSignedFileVerifiesAndAChangeShows() throws {
    let statement = try #require(
      Accomplishment(row(9), course: "Metals", passing: 0.6, wording: wording, date: "2026-12-18"))
    let sealed = try statement.sealed(with: SealingKey())
    let text = sealed.text
    let opened = try SealedDocument(bytes: Array(text.utf8), as: .statement)
    #expect(try opened.content.decoded(as: Accomplishment.self) == statement)
    let better = text.replacing("\"points\": 9", with: "\"points\": 10")
    #expect(better != text)
    #expect(throws: IntegrityError.self) {
      try SealedDocument(bytes: Array(better.utf8), as: .statement)
    }
  }

  @Test func theSheetNamesItsFile() throws {
    let statement = try #require(
      Accomplishment(row(9), course: "Metals", passing: 0.6, wording: wording, date: "2026-12-18"))
    let sealed = try statement.sealed(with: SealingKey())
    let sheet = try statement.sheet(sealed)
    #expect(sheet.footer.contains(sealed.sha256))
    let pdf = try sheet.picture.pdf()
    #expect(pdf.starts(with: Array("%PDF-1.4".utf8)))
    #expect(throws: ChartError.self) {
      try Certificate(heading: "", name: " ", text: "x", facts: [], issuer: "TU", footer: "")
    }
  }
}
