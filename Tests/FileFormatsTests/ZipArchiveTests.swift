import FileFormats
import Testing

@Suite struct ZipArchiveTests {
  static let entries = [
    ZipArchive.Entry(name: "a.txt", bytes: Array("hello".utf8)),
    ZipArchive.Entry(name: "folder/empty", bytes: []),
    ZipArchive.Entry(name: "ü/zeros.bin", bytes: [UInt8](repeating: 0, count: 100_000)),
  ]

  #if Excel
    @Test func anArchiveHoldsWhatWasPutIntoIt() throws {
      let bytes = try ZipArchive(entries: ZipArchiveTests.entries).packed()
      #expect(bytes.starts(with: [0x50, 0x4B]))
      #expect(bytes.count < 2000)
      #expect(try ZipArchive(bytes: bytes).entries == ZipArchiveTests.entries)
    }

    @Test func theSameEntriesGiveTheSameBytes() throws {
      let archive = ZipArchive(entries: ZipArchiveTests.entries)
      #expect(try archive.packed() == archive.packed())
    }

    @Test(arguments: [[], [1, 2, 3], Array("PK\u{3}\u{4} but no archive".utf8)] as [[UInt8]])
    func whatIsNoArchiveIsRefused(_ bytes: [UInt8]) {
      #expect(throws: FormatError.noArchive) { try ZipArchive(bytes: bytes) }
    }

    @Test func aDamagedEntryIsNamed() throws {
      var bytes = try ZipArchive(entries: [ZipArchiveTests.entries[2]]).packed()
      // In the middle of the packed zeros, behind the header of 30 bytes and the name of 12.
      bytes[60] ^= 0xFF
      #expect(throws: FormatError.damagedEntry("ü/zeros.bin")) { try ZipArchive(bytes: bytes) }
    }
  #else
    @Test func aBuildWithoutLibzipNamesTheTrait() {
      let error = FormatError.notBuiltIn(format: "Excel workbooks", trait: "Excel")
      #expect(throws: error) { try ZipArchive(entries: []).packed() }
      #expect(throws: error) { try ZipArchive(bytes: []) }
      #expect(error.description.contains("trait 'Excel'"))
    }
  #endif
}
