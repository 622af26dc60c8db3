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

/// Prints a text, or writes it to a file and says so on stderr.
func deliver(_ text: String, to path: String?) throws {
  guard let path else {
    print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
    return
  }
  do {
    try writeFile(text, to: path)
  } catch {
    throw Failure(code: Failure.cannotWrite, message: "\(error)")
  }
}
