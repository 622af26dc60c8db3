internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// The two kinds of file that hold every draw of an ensemble, told apart by the ending.
enum DrawsFile {
  case table, netCDF

  init?(path: String) {
    let path = path.lowercased()
    if path.hasSuffix(".csv") {
      self = .table
    } else if path.hasSuffix(".nc") {
      self = .netCDF
    } else {
      return nil
    }
  }

  /// Refuses a path with another ending, and one that this build can't write.
  static func check(_ path: String?) throws {
    guard let path else { return }
    guard let kind = DrawsFile(path: path) else {
      throw ValidationError("'\(path)' must end in .csv or .nc.")
    }
    if kind == .netCDF, let reason = SystemResults.whyNoNetCDF {
      throw ValidationError("can't write '\(path)': \(reason)")
    }
  }
}
