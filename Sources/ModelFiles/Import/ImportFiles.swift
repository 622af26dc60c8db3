internal import Foundation

/// The files of another program: one file, or a folder of them.
struct ImportFiles {
  let path: String

  /// The last part of the path.
  var name: String { URL(fileURLWithPath: path).lastPathComponent }

  var isFolder: Bool {
    let values = try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey])
    return values?.isDirectory == true
  }

  /// The folder that the file lies in, or the folder itself.
  var folder: String {
    isFolder ? path : URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  /// The bytes of a file.
  func bytes(of path: String) throws(ModelFileError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      let reason = FileManager.default.fileExists(atPath: path) ? "can't be read" : "doesn't exist"
      throw ModelFileError([
        Fault(file: path, line: 1, column: 1, message: "the file \(reason)")
      ])
    }
  }

  func workbook(_ path: String) throws(ModelFileError) -> Workbook {
    try Workbook(bytes: try bytes(of: path), file: path)
  }

  /// Files under the folder with one of these endings, by path; those of a spreadsheet that is open are
  /// left out.
  func files(endingIn endings: [String], under folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { path in
      let file = path.split(separator: "/").last ?? ""
      return endings.contains { path.lowercased().hasSuffix(".\($0)") } && !file.hasPrefix("~")
        && !file.hasPrefix(".")
    }.sorted().map { "\(folder)/\($0)" }
  }

  /// The name of a file without folder and ending.
  static func stem(_ path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }
}
