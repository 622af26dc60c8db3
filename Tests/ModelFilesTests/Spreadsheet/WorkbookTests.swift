#if Excel
  import FileFormats
  import Testing

  @testable import ModelFiles

  @Suite struct WorkbookTests {
    private func workbook(_ rows: [[SheetCell]]) throws -> Sheet {
      let bytes = try WorkbookWriter(sheets: [.init(name: "a & <b>", rows: rows)]).bytes()
      let book = try Workbook(bytes: bytes, file: "book.xlsx")
      return try #require(book.sheet("A & <B>"))
    }

    @Test func cellsComeBackAsTheyWereWritten() throws {
      let rows: [[SheetCell]] = [
        [.text("head"), .empty, .number(2020)], [],
        [.text(" ü & \"<x>\" "), .number(-1.5e-300), .flag(true), .error("#REF!")],
      ]
      let sheet = try workbook(rows)
      for (row, cells) in rows.enumerated() {
        for (column, cell) in cells.enumerated() { #expect(sheet[row, column] == cell) }
      }
      #expect(sheet.rowCount == 3)
      #expect(sheet.columnCount == 4)
      #expect(sheet[9, 9] == .empty)
    }

    @Test func faultsNameSheetAndCell() throws {
      let sheet = try workbook([[.text("ten")], [.error("#REF!"), .number(1.5)]])
      let faults = [(0, 0), (1, 0)].map { row, column in
        #expect(throws: Fault.self) { try sheet.number(row, column) }?.description
      }
      #expect(
        faults == [
          "book.xlsx:a & <b>!A1: 'ten' is not a number",
          "book.xlsx:a & <b>!A2: the formula has no result: #REF!",
        ])
      let fault = #expect(throws: Fault.self) { try sheet.wholeNumber(1, 1) }
      #expect(fault?.cell == "a & <b>!B2")
      #expect(try sheet.number(5, 5) == nil)
    }

    @Test func whatIsNoWorkbookIsAFault() throws {
      let error = #expect(throws: ModelFileError.self) {
        try Workbook(bytes: Array("year,value\n".utf8), file: "x.xlsx")
      }
      #expect(error?.faults[0].hint == "save the workbook as .xlsx")
      let other = try ZipArchive(entries: [.init(name: "a.txt", bytes: [1])]).packed()
      let missing = #expect(throws: ModelFileError.self) {
        try Workbook(bytes: other, file: "x.xlsx")
      }
      #expect(missing?.description.contains("'xl/workbook.xml' inside the file is damaged") == true)
    }
  }
#endif
