internal import FileFormats
internal import UrbanMining

/// Writes an Excel workbook (Office Open XML, ECMA-376) of sheets with a bold header that stays in view.
struct WorkbookWriter {
  /// A sheet: rows of cells, the first being the header.
  struct Sheet {
    let name: String
    let rows: [[SheetCell]]
  }

  let sheets: [Sheet]

  /// The workbook as bytes, the same for the same sheets.
  func bytes() throws(FormatError) -> [UInt8] {
    let parts =
      [
        ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageRelations),
        ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", workbookRelations),
        ("xl/styles.xml", styles),
      ]
      + sheets.enumerated().map { index, sheet in
        ("xl/worksheets/sheet\(index + 1).xml", xml(sheet))
      }
    return try ZipArchive(
      entries: parts.map { ZipArchive.Entry(name: $0.0, bytes: Array($0.1.utf8)) }
    ).packed()
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let document =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private var contentTypes: String {
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let parts =
      [("/xl/workbook.xml", "\(type).sheet.main+xml"), ("/xl/styles.xml", "\(type).styles+xml")]
      + sheets.indices.map { ("/xl/worksheets/sheet\($0 + 1).xml", "\(type).worksheet+xml") }
    return Self.declaration + "<Types xmlns=\"\(Self.package)/content-types\">"
      + "<Default Extension=\"rels\" "
      + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + parts.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined()
      + "</Types>"
  }

  private var packageRelations: String {
    Self.relations([("officeDocument", "xl/workbook.xml")])
  }

  private var workbookRelations: String {
    Self.relations(
      sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
        + [("styles", "styles.xml")])
  }

  private static func relations(_ targets: [(type: String, path: String)]) -> String {
    declaration + "<Relationships xmlns=\"\(package)/relationships\">"
      + targets.enumerated().map { index, target in
        "<Relationship Id=\"rId\(index + 1)\" Type=\"\(document)/\(target.type)\" "
          + "Target=\"\(target.path)\"/>"
      }.joined() + "</Relationships>"
  }

  private var workbook: String {
    Self.declaration + "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.document)\"><sheets>"
      + sheets.enumerated().map { index, sheet in
        "<sheet name=\"\(XMLText.escaped(sheet.name))\" sheetId=\"\(index + 1)\" "
          + "r:id=\"rId\(index + 1)\"/>"
      }.joined() + "</sheets></workbook>"
  }

  /// Two looks: plain, and bold for headers.
  private var styles: String {
    let font = "<sz val=\"11\"/><name val=\"Calibri\"/>"
    return Self.declaration + "<styleSheet xmlns=\"\(Self.main)\"><fonts count=\"2\">"
      + "<font>\(font)</font><font><b/>\(font)</font></fonts>"
      + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
      + "<borders count=\"1\"><border/></borders>"
      + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
      + "<cellXfs count=\"2\"><xf/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs>"
      + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
      + "</styleSheet>"
  }

  private func xml(_ sheet: Sheet) -> String {
    var text =
      Self.declaration + "<worksheet xmlns=\"\(Self.main)\"><sheetViews>"
      + "<sheetView workbookViewId=\"0\">"
      + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      + "</sheetView></sheetViews><sheetData>"
    for (row, cells) in sheet.rows.enumerated() {
      text += "<row r=\"\(row + 1)\">"
      for (column, cell) in cells.enumerated() {
        text += xml(cell, at: SheetPlace(row: row, column: column).name, isBold: row == 0)
      }
      text += "</row>"
    }
    return text + "</sheetData></worksheet>"
  }

  private func xml(_ cell: SheetCell, at place: String, isBold: Bool) -> String {
    let start = "<c r=\"\(place)\"" + (isBold ? " s=\"1\"" : "")
    switch cell {
    case .empty: return ""
    case .number(let number): return "\(start)><v>\(plainNumber(number))</v></c>"
    case .flag(let flag): return "\(start) t=\"b\"><v>\(flag ? 1 : 0)</v></c>"
    case .error(let text): return "\(start) t=\"e\"><v>\(XMLText.escaped(text))</v></c>"
    case .text(let text):
      return "\(start) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(XMLText.escaped(text))</t>"
        + "</is></c>"
    }
  }
}
