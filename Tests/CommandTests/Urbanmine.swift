import Foundation

/// Runs the built program as a user does: in a folder of its own, with arguments and files alone.
struct Urbanmine {
  /// What a run left behind.
  struct Outcome {
    let output: String
    let errors: String
    let code: Int32

    /// The one JSON document on stdout.
    func json<Document: Decodable>(as type: Document.Type) throws -> Document {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(Document.self, from: Data(output.utf8))
    }

    /// The lines on stdout.
    var outputLines: [String] { output.split(separator: "\n").map(String.init) }
    /// The lines on stderr.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// The folder in which the program runs; empty at first.
  let folder: URL
  /// The name of the program: this package's command, or one of its examples.
  var name = "urbanmine"

  /// Gives an empty folder to an action and deletes it afterwards.
  static func inEmptyFolder<Result>(
    program name: String = "urbanmine", _ action: (Urbanmine) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("urbanmine-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try action(Urbanmine(folder: folder, name: name))
  }

  /// One run in an empty folder.
  static func run(_ arguments: String...) throws -> Outcome {
    try inEmptyFolder { try $0.run(arguments) }
  }

  /// Runs the program. Both streams go to files, so that neither can fill up and stop it.
  func run(_ arguments: [String]) throws -> Outcome {
    let streams = try ["out", "err"].map { name in
      let url = FileManager.default.temporaryDirectory
        .appendingPathComponent("urbanmine-\(UUID().uuidString).\(name)")
      try Data().write(to: url)
      return (url: url, handle: try FileHandle(forWritingTo: url))
    }
    defer { for stream in streams { try? FileManager.default.removeItem(at: stream.url) } }
    let process = Process()
    process.executableURL = try program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = streams[0].handle
    process.standardError = streams[1].handle
    try process.run()
    process.waitUntilExit()
    for stream in streams { try stream.handle.close() }
    return Outcome(
      output: String(decoding: try Data(contentsOf: streams[0].url), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: streams[1].url), as: UTF8.self),
      code: process.terminationReason == .exit ? process.terminationStatus : -1)
  }

  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// The text of a file in the folder.
  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }

  /// The names of all files in the folder, hidden ones too.
  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// No program stands beside or above the test bundle.
  struct ProgramNotFound: Error {
    let name: String
    let searched: [String]
  }

  /// The built program. It stands beside the test bundle, which on Linux is the running program
  /// itself and on macOS is loaded by a helper of the toolchain.
  private var program: URL {
    get throws {
      let bundles = Bundle.allBundles.map(\.bundlePath) + [Bundle.main.executablePath ?? ""]
      let starts = (CommandLine.arguments + bundles).filter { $0.contains("/") }
      for start in starts {
        var folder = URL(fileURLWithPath: start)
        while folder.path != "/" {
          folder = folder.deletingLastPathComponent()
          let candidate = folder.appendingPathComponent(name)
          let isFile = try? candidate.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
          if isFile == true, FileManager.default.isExecutableFile(atPath: candidate.path) {
            return candidate
          }
        }
      }
      throw ProgramNotFound(name: name, searched: starts)
    }
  }
}
