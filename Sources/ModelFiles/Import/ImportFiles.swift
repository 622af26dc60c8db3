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

  /// Files in a folder and in folders in it, three deep, with one of these endings, by path; hidden ones and
  /// those that a spreadsheet program keeps while a file is open are left out.
  func files(endingIn endings: [String], under folder: String, depth: Int = 3) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { !$0.hasPrefix("~") && !$0.hasPrefix(".") }.flatMap { name in
      let path = "\(folder)/\(name)"
      if endings.contains(where: { name.lowercased().hasSuffix(".\($0)") }) { return [path] }
      let isFolder = ImportFiles(path: path).isFolder
      return isFolder && depth > 1
        ? files(endingIn: endings, under: path, depth: depth - 1) : []
    }
  }

  /// The name of a file without folder and ending.
  static func stem(_ path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }
}
