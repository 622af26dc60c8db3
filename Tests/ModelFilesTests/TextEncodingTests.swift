import Testing

@testable import ModelFiles

@Suite struct TextEncodingTests {
  @Test(arguments: ["", "year,ä€😀\n"])
  func keepsValidTextWithoutItsByteOrderMark(_ text: String) {
    #expect(TextEncoding.utf8Bytes(of: Array(text.utf8)).bytes == Array(text.utf8))
    let marked = TextEncoding.utf8Bytes(of: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(marked.bytes == Array(text.utf8))
    #expect(marked.problem == nil)
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]] as [[UInt8]])
  func namesUTF16(_ bytes: [UInt8]) {
    let read = TextEncoding.utf8Bytes(of: bytes)
    #expect(read.bytes.isEmpty)
    #expect(read.problem?.message == "the file is UTF-16, not UTF-8")
  }

  @Test func placesTheFirstWrongByteByLineAndCharacter() {
    let read = TextEncoding.utf8Bytes(of: Array("ä\r\nbé".utf8) + [0xE4, 0x62, 0xE4])
    #expect(read.problem?.line == 2)
    #expect(read.problem?.column == 3)
    #expect(read.problem?.message == "the text is not valid UTF-8 at 2 places, first here")
    #expect(String(decoding: read.bytes, as: UTF8.self) == "ä\r\nbé\u{FFFD}b\u{FFFD}")
  }
}
