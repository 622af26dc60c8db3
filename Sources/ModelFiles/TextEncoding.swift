/// The encoding of text files: UTF-8, with or without a byte-order mark.
enum TextEncoding {
  /// What is wrong with the encoding, and where it shows first.
  struct Problem: Hashable {
    let line: Int
    let column: Int
    let message: String
  }

  /// A file's text as valid UTF-8 without a byte-order mark. Where the bytes are not UTF-8, U+FFFD
  /// stands in their place, so that reading can go on to find other faults.
  static func utf8Bytes(of bytes: [UInt8]) -> (bytes: [UInt8], problem: Problem?) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return ([], Problem(line: 1, column: 1, message: "the file is UTF-16, not UTF-8"))
    }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = isMarked ? Array(bytes.dropFirst(3)) : bytes
    if String(validating: content, as: UTF8.self) != nil { return (content, nil) }
    return (Array(String(decoding: content, as: UTF8.self).utf8), firstProblem(in: content))
  }

  /// Decodes character by character: slow, but only for files that are known to be wrong.
  private static func firstProblem(in bytes: [UInt8]) -> Problem? {
    var (line, column, wrong) = (1, 1, 0)
    var first: (line: Int, column: Int)?
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var previous: Unicode.Scalar?
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar == "\r" || (scalar == "\n" && previous != "\r") {
          line += 1
          column = 1
        } else if scalar != "\n" {
          column += 1
        }
        previous = scalar
      case .error:
        wrong += 1
        if first == nil { first = (line, column) }
        column += 1
        previous = nil
      case .emptyInput:
        break decoding
      }
    }
    guard let first else { return nil }
    let count = wrong == 1 ? "here" : "at \(wrong) places, first here"
    return Problem(
      line: first.line, column: first.column, message: "the text is not valid UTF-8 \(count)")
  }
}
