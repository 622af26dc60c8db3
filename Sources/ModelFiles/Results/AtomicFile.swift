internal import Foundation

/// Writes a file whole or not at all: under a temporary name beside it first, then renamed.
/// - Throws: ``CannotWrite`` with the reason; what stood at the path before is then still there.
public func writeFile(_ text: String, to path: String) throws(CannotWrite) {
  try writeFile(Array(text.utf8), to: path)
}

/// Writes the bytes of a file whole or not at all, as texts are written.
/// - Throws: ``CannotWrite`` with the reason; what stood at the path before is then still there.
public func writeFile(_ bytes: [UInt8], to path: String) throws(CannotWrite) {
  do {
    try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
  } catch {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let reason =
      FileManager.default.fileExists(atPath: folder)
      ? (error as NSError).localizedFailureReason ?? error.localizedDescription
      : "there is no such folder"
    throw CannotWrite(path: path, reason: reason)
  }
}

/// The bytes that a function writes to a file of its own, for libraries that know no other way.
func bytesOfTemporaryFile<Failure: Error>(
  _ write: (String) throws(Failure) -> Void
) throws -> [UInt8] {
  let place = FileManager.default.temporaryDirectory
    .appendingPathComponent("urbanmine-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: place) }
  try write(place.path)
  return [UInt8](try Data(contentsOf: place))
}

/// Why a file was not written.
public struct CannotWrite: Error, Hashable, Sendable, CustomStringConvertible {
  public let path: String
  public let reason: String

  public var description: String { "can't write '\(path)': \(reason)" }
}
