internal import Datasets
internal import Foundation
internal import ModelFiles
internal import UrbanMining

/// The bundled data package and the files of the user.
enum Library {
  static let bytes: @Sendable (String) -> [UInt8]? = { BundledFiles.bytes(at: $0) }

  /// The bundled models that are cycles of the world.
  static func worldModelNames() throws -> [String] {
    try package().models.filter { $0.group == nil }.map(\.name)
  }

  static func package() throws -> DataPackage {
    try readingInput {
      try DataPackage(bytes: bytes("datapackage.json") ?? [], name: "datapackage.json")
    }
  }

  /// Reads a model: a bundled one by its name, else the file at a path.
  static func model(_ name: String) throws -> ModelFile {
    let package = try package()
    let tables = package.library(bytes: bytes)
    if let model = package.models.first(where: { $0.name == name }), let bytes = bytes(model.path) {
      return try readingInput {
        try ModelFile(bytes: bytes, name: model.path, tables: tables)
      }
    }
    let isPath = name.contains("/") || name.contains(".")
    guard isPath else {
      let names = package.models.map(\.name)
      let hint =
        Suggestion.hint(for: name, in: names) ?? "there are \(names.joined(separator: ", "))"
      throw Failure(
        code: Failure.missingInput,
        message:
          "there is no bundled model '\(name)' (\(hint)); a model of your own is named by its "
          + "path, like ./\(name).yaml")
    }
    return try self.model(bytes: try file(name), at: name)
  }

  /// Reads a model file of the user that stands at a path, or would stand there.
  static func model(bytes: [UInt8], at path: String) throws -> ModelFile {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let tables = try package().library(bytes: self.bytes).relative(to: folder)
    return try readingInput { try ModelFile(bytes: bytes, name: path, tables: tables) }
  }

  /// The text of a model that ``model(_:)`` reads.
  static func modelText(_ name: String) throws -> String {
    let package = try package()
    guard !package.models.contains(where: { $0.name == name }) else {
      return try text(of: name, in: package)
    }
    let text = String(decoding: try file(name), as: UTF8.self)
    // Without a byte-order mark.
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// The faults of a model file of the user, those of its solution as well.
  static func faults(ofFile path: String) throws -> [Fault] {
    do {
      return try model(path).faultsOfSolutions()
    } catch let failure as Failure {
      guard let error = failure.cause as? ModelFileError else { throw failure }
      return error.faults
    }
  }

  /// The bytes of a file of the user.
  static func file(_ path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      let reason = FileManager.default.fileExists(atPath: path) ? "can't be read" : "doesn't exist"
      throw Failure(code: Failure.missingInput, message: "the file '\(path)' \(reason)")
    }
  }
}

extension Library {
  /// The whole ensemble of which these files are the shards.
  static func ensemble(ofShards paths: [String]) throws -> EnsembleShard {
    do throws(ShardError) {
      return try EnsembleShard.merged(paths) { (path) throws(ShardFault) in
        do {
          return try file(path)
        } catch {
          throw .unreadable((error as? Failure)?.message ?? "\(error)")
        }
      }
    } catch {
      guard error.isOnlyUnreadable else { throw Failure.badInput(error) }
      throw Failure(code: Failure.missingInput, message: error.description)
    }
  }

  /// The text of a bundled table or model.
  static func text(of name: String, in package: DataPackage) throws -> String {
    let path =
      package.resource(name)?.path ?? package.models.first { $0.name == name }?.path
    guard let path, let bytes = bytes(path) else {
      let names = package.resources.map(\.name) + package.models.map(\.name)
      let hint = Suggestion.hint(for: name, in: names) ?? "'urbanmine data list' lists them"
      throw Failure(
        code: Failure.missingInput,
        message: "there is no bundled table or model '\(name)' (\(hint))")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lifetime that a text stands for; a survival table is a file of the user.
  static func lifetime(_ text: String) throws -> Lifetime {
    let tables = TableLibrary().relative(to: URL(fileURLWithPath: "."))
    do {
      return try Lifetime(text) { (name) throws(LifetimeError) in
        try tables.survivalPoints(in: name)
      }
    } catch {
      let hint = error.hint.map { " (\($0))" } ?? ""
      throw Failure(code: Failure.badInput, message: "the lifetime '\(text)': \(error)\(hint)")
    }
  }
}
