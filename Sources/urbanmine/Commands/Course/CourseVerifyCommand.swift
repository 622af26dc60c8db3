internal import ArgumentParser
internal import Coursework
internal import Foundation
internal import ModelFiles

/// `urbanmine course verify`: whether a sealed file is as it was sealed.
struct CourseVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the seal of a submission or a statement of accomplishment.",
    discussion: """
      EXAMPLE:
        urbanmine course verify statements/s1.json
        urbanmine course verify statements/s1.json --signer 3b6a27bc…

      A seal shows that the file is as the holder of the key sealed it. Who that was it shows only to those
      who know the key: compare it, or give it with --signer. The exit code is 1 where a file fails.
      """)

  @Argument(help: "The sealed files.")
  var files: [String]
  @Option(help: "The public key that must have sealed them, as hexadecimal digits.")
  var signer: String?
  @Flag(name: .customLong("json"), help: "Print the outcome as one JSON document.")
  var isJSON = false

  func run() throws {
    let outcomes = try files.map {
      Verification(bytes: try Library.file($0), file: $0, signer: signer)
    }
    try show(
      isJSON
        ? try jsonText(VerificationDocument(outcomes))
        : outcomes.map(\.description).joined(separator: "\n"))
    let failed = outcomes.count { !$0.holds }
    if failed > 0 {
      throw Failure(
        code: Failure.negative,
        message: failed == 1 ? "one file does not verify" : "\(failed) files do not verify")
    }
  }
}
