// A wall file: libnetcdf, through the prototypes of CFileFormats. A dataset's sizes are checked when it
// is made, so that the library never reads beyond an array.
internal import CFileFormats
internal import Synchronization

extension NetCDFDataset {
  /// Whether this build can write NetCDF (the package trait `NetCDF`).
  public static var isBuiltIn: Bool { netcdf_is_built_in() == 1 }

  /// HDF5, which libnetcdf writes with, serves one thread at a time.
  private static let oneAtATime = Mutex(())

  /// Writes the dataset to a file, replacing what is there.
  /// - Parameters:
  ///   - path: the file.
  ///   - parts: hands over the values of variables that come in parts, one after the other, and nil at the
  ///     end.
  /// - Complexity: O(values).
  public func write(to path: String, parts: () -> Part? = { nil }) throws(FormatError) {
    guard NetCDFDataset.isBuiltIn else {
      throw .notBuiltIn(format: "NetCDF", trait: "NetCDF")
    }
    try NetCDFDataset.oneAtATime.withLock { (_) throws(FormatError) in
      var file: Int32 = 0
      try check(unsafe netcdf_create(path, &file))
      do throws(FormatError) {
        let identifiers = try fill(file)
        while let part = parts() { try put(part, file, identifiers) }
      } catch {
        _ = netcdf_close(file)
        throw error
      }
      try check(netcdf_close(file))
    }
  }

  /// - Returns: what the library calls the variables.
  private func fill(_ file: Int32) throws(FormatError) -> [String: Int32] {
    var identifiers: [String: Int32] = [:]
    for dimension in dimensions {
      var identifier: Int32 = 0
      try check(
        unsafe netcdf_dimension(file, dimension.name, dimension.length, &identifier))
      identifiers[dimension.name] = identifier
    }
    try put(attributes, file, -1)
    var known: [String: Int32] = [:]
    for variable in variables {
      known[variable.name] = try define(
        variable, file, variable.dimensions.compactMap { identifiers[$0] })
    }
    return known
  }

  private func put(_ part: Part, _ file: Int32, _ known: [String: Int32]) throws(FormatError) {
    guard let identifier = known[part.variable],
      let variable = variables.first(where: { $0.name == part.variable })
    else { preconditionFailure("a part is of a variable of the file") }
    let lengths = variable.dimensions.map { name in
      dimensions.first { $0.name == name }?.length ?? 0
    }
    precondition(
      part.start.count == lengths.count
        && zip(zip(part.start, part.count), lengths).allSatisfy { box, length in
          box.0 >= 0 && box.1 >= 0 && box.0 + box.1 <= length
        }, "a part lies inside of its variable")
    try check(
      unsafe netcdf_put_part(file, identifier, part.start, part.count, part.values))
  }

  private func define(
    _ variable: Variable, _ file: Int32, _ dimensions: [Int32]
  ) throws(FormatError) -> Int32 {
    var identifier: Int32 = 0
    let (kind, hasMissing) =
      switch variable.values {
      case .numbers(let values): (NETCDF_NUMBERS, values.contains { $0 == nil })
      case .wholeNumbers: (NETCDF_WHOLE_NUMBERS, false)
      case .texts: (NETCDF_TEXTS, false)
      case .inParts: (NETCDF_NUMBERS, true)
      }
    try check(
      unsafe netcdf_variable(
        file, variable.name, Int32(kind), Int32(dimensions.count), dimensions, hasMissing ? 1 : 0,
        &identifier))
    try put(variable.attributes, file, identifier)
    switch variable.values {
    case .numbers(let values):
      try check(unsafe netcdf_put_numbers(file, identifier, values.map { $0 ?? .nan }))
    case .wholeNumbers(let values):
      try check(unsafe netcdf_put_numbers(file, identifier, values.map(Double.init)))
    case .texts(let texts):
      for (index, text) in texts.enumerated() {
        try check(unsafe netcdf_put_text(file, identifier, index, text))
      }
    case .inParts: break
    }
    return identifier
  }

  private func put(_ attributes: [Attribute], _ file: Int32, _ variable: Int32) throws(FormatError)
  {
    for attribute in attributes {
      switch attribute.value {
      case .text(let text):
        try check(unsafe netcdf_text_attribute(file, variable, attribute.name, text))
      case .number(let number):
        try check(unsafe netcdf_number_attribute(file, variable, attribute.name, number))
      }
    }
  }

  private func check(_ code: Int32) throws(FormatError) {
    guard code != 0 else { return }
    let message = unsafe netcdf_message(code).map { unsafe String(cString: $0) }
    throw .netCDF(message ?? "error \(code)")
  }
}
