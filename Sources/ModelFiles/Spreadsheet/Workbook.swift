internal import FileFormats
internal import Foundation

/// The sheets of an Excel workbook (Office Open XML, ECMA-376) with the values of their cells.
///
/// Of a formula the value is taken that was stored when the workbook was saved. Looks, charts and macros
/// are passed over.
struct Workbook: Sendable {
  let file: String
  let sheets: [Sheet]

  /// Reads a workbook.
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: what messages call it.
  /// - Throws: why it is no workbook, or not one that this build can read.
  init(bytes: [UInt8], file: String) throws(ModelFileError) {
    self.file = file
    do throws(FormatError) {
      let archive = try ZipArchive(bytes: bytes)
      let reader = WorkbookParts(archive)
      sheets = try reader.sheets().map { Sheet(file: file, name: $0.name, rows: $0.rows) }
    } catch {
      throw ModelFileError([
        Fault(
          file: file, line: 1, column: 1, message: error.description,
          hint: error == .noArchive ? "save the workbook as .xlsx" : nil)
      ])
    }
  }

  /// The sheet of this name, whatever its case.
  func sheet(_ name: String) -> Sheet? {
    sheets.first { $0.name == name }
      ?? sheets.first { $0.name?.lowercased() == name.lowercased() }
  }
}

/// The parts of the archive that a workbook is.
private struct WorkbookParts {
  private let parts: [String: [UInt8]]

  init(_ archive: ZipArchive) {
    parts = Dictionary(archive.entries.map { ($0.name, $0.bytes) }) { first, _ in first }
  }

  func sheets() throws(FormatError) -> [(name: String, rows: [[SheetCell]])] {
    let root = try document("xl/workbook.xml")
    var targets: [String: String] = [:]
    for relation in try document("xl/_rels/workbook.xml.rels").all("Relationship") {
      targets[relation.attributes["Id"] ?? ""] = relation.attributes["Target"]
    }
    let texts =
      parts["xl/sharedStrings.xml"] == nil
      ? [] : try document("xl/sharedStrings.xml").all("si").map(WorkbookParts.text)
    var sheets: [(name: String, rows: [[SheetCell]])] = []
    for sheet in root.first("sheets")?.all("sheet") ?? [] {
      // The identifier of the relation has the same local name as none of a sheet's own attributes.
      guard let name = sheet.attributes["name"], let target = targets[sheet.attributes["id"] ?? ""]
      else { throw .damagedEntry("xl/workbook.xml") }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
      // A chart sheet has no cells.
      guard path.contains("worksheets/") else { continue }
      let data = try document(path).first("sheetData")
      sheets.append((name, WorkbookParts.rows(data?.all("row") ?? [], texts)))
    }
    return sheets
  }

  private func document(_ path: String) throws(FormatError) -> XMLNode {
    guard let bytes = parts[path] else { throw .damagedEntry(path) }
    return try XMLNode(document: bytes)
  }

  /// Cells stand at their places; what is left out is empty.
  private static func rows(_ nodes: [XMLNode], _ texts: [String]) -> [[SheetCell]] {
    var rows: [[SheetCell]] = []
    for node in nodes {
      let index = node.attributes["r"].flatMap(Int.init).map { $0 - 1 } ?? rows.count
      guard (0..<1_048_576).contains(index) else { continue }
      while rows.count <= index { rows.append([]) }
      var cells: [SheetCell] = []
      for cell in node.all("c") {
        let place = cell.attributes["r"].flatMap(SheetPlace.init(name:))
        let column = place?.column ?? cells.count
        while cells.count <= column { cells.append(.empty) }
        cells[column] = value(of: cell, texts)
      }
      rows[index] = cells
    }
    return rows
  }

  private static func value(of cell: XMLNode, _ texts: [String]) -> SheetCell {
    if cell.attributes["t"] == "inlineStr" {
      return cell.first("is").map { .plain(text($0)) } ?? .empty
    }
    guard let value = cell.first("v")?.text else {
      // A formula that no spreadsheet program has computed yet.
      return cell.first("f") == nil ? .empty : .error("open and save the workbook once")
    }
    switch cell.attributes["t"] {
    case "s":
      return Int(value).flatMap { texts.indices.contains($0) ? .plain(texts[$0]) : nil }
        ?? .error(value)
    case "str", "d": return .plain(value)
    case "b": return .flag(value == "1" || value == "true")
    case "e": return .error(value)
    default: return Double(value).map(SheetCell.number) ?? .error(value)
    }
  }

  /// The text of a string, whole or in runs of different looks; its reading aid is left out.
  private static func text(_ node: XMLNode) -> String {
    (node.all("t") + node.all("r").flatMap { $0.all("t") }).map(\.text).joined()
  }
}
