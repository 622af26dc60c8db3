internal import Foundation
internal import ModelFiles

/// A failure with its exit code (sysexits.h, as the contract lists them).
struct Failure: Error {
  let code: Int32
  let message: String
  /// What went wrong in the library, where it was that.
  var cause: (any Error)?

  /// The command ran and its answer is no: a check failed.
  static let negative: Int32 = 1
  static let usage: Int32 = 64
  static let badInput: Int32 = 65
  static let missingInput: Int32 = 66
  static let internalFault: Int32 = 70
  static let cannotWrite: Int32 = 73
  static let interrupted: Int32 = 130

  /// Bad input data: the message says where and what.
  static func badInput(_ error: any Error) -> Failure {
    Failure(code: badInput, message: "\(error)", cause: error)
  }
}

/// Runs an action whose failures are faults of the input.
func readingInput<Result>(_ action: () throws -> Result) throws -> Result {
  do {
    return try action()
  } catch let failure as Failure {
    throw failure
  } catch {
    throw Failure.badInput(error)
  }
}

/// Prints a result on stdout, with a line break at its end.
/// - Throws: a failure where nobody can take it, such as a full disk.
func show(_ text: String) throws {
  let line = text.hasSuffix("\n") ? text : text + "\n"
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
  } catch {
    throw Failure(
      code: Failure.cannotWrite, message: "can't write the result: \(error.localizedDescription)")
  }
}

/// Says something beside the result, on stderr.
func note(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}

/// Prints a text, or writes it to a file.
func deliver(_ text: String, to path: String?) throws {
  guard let path else { return try show(text) }
  try deliver(Array(text.utf8), to: path)
}

/// Writes bytes to a file.
func deliver(_ bytes: [UInt8], to path: String) throws {
  do {
    try writeFile(bytes, to: path)
  } catch {
    throw Failure(code: Failure.cannotWrite, message: "\(error)")
  }
}
