internal import FileFormats
internal import Foundation
internal import UrbanMining

// All draws as a table: block after block, so that memory does not grow with their number.
extension DrawStore {
  /// Writes all draws as CSV, whole or not at all: a row for each draw and year, a column for each series.
  /// Draws are counted from 0 in the whole ensemble, also in a shard.
  /// - Complexity: O(numbers), in the memory of a block.
  public func writeCSV(to path: String) throws {
    try writing(path) { temporary in
      guard FileManager.default.createFile(atPath: temporary, contents: nil),
        let out = FileHandle(forWritingAtPath: temporary)
      else { throw CannotWrite(path: path, reason: "no file can be made there") }
      defer { try? out.close() }
      let names = columnNames
      try out.write(contentsOf: Data((csvLine(["draw", "year"] + names) + "\n").utf8))
      let source = try reading()
      defer { try? source.close() }
      let (years, series) = (head.years.count, head.series.count)
      for block in blocks {
        let values = try values(ofBlock: block, from: source)
        let draws = head.draws(ofBlock: block)
        var text = ""
        for (column, draw) in draws.enumerated() {
          for year in 0..<years {
            text += "\(draw),\(head.years[year])"
            for own in 0..<series {
              let value = values[(own * years + year) * draws.count + column]
              text += value.isNaN ? "," : ",\(plainNumber(value))"
            }
            text += "\n"
          }
        }
        try out.write(contentsOf: Data(text.utf8))
      }
    }
  }

  /// Writes all draws as a NetCDF-4 file, whole or not at all: a variable for each series over `draw` and `time`.
  /// - Throws: also where the build has no NetCDF.
  /// - Complexity: O(numbers), in the memory of a block.
  public func writeNetCDF(to path: String) throws {
    let draws = head.draws(ofBlock: blocks.lowerBound).lowerBound
    let last = head.draws(ofBlock: blocks.upperBound - 1).upperBound
    let names = columnNames.map(ResultsDataset.identifier)
    let years = head.years.count
    let dataset = NetCDFDataset(
      dimensions: [.init(name: "draw", length: last - draws), .init(name: "year", length: years)],
      variables: [
        .init(
          name: "draw", dimensions: ["draw"], values: .wholeNumbers(Array(draws..<last)),
          attributes: [.init("long_name", "number of the draw, counted from 0")]),
        .init(
          name: "year", dimensions: ["year"],
          values: head.years.allSatisfy { Int($0) != nil }
            ? .wholeNumbers(head.years.compactMap { Int($0) }) : .texts(head.years),
          attributes: [.init("long_name", "year")]),
      ]
        + zip(head.series, names).map { label, name in
          .init(
            name: name, dimensions: ["draw", "year"], values: .inParts,
            attributes: [
              .init("long_name", label.key),
              .init("units", ResultsDataset.conventionalUnit(label.unit)),
              .init("unit", label.unit), .init("kind", label.kind), .init("name", label.name),
            ] + label.dimensions.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })
        },
      attributes: [
        .init("Conventions", "CF-1.8"), .init("title", head.title), .init("source", head.program),
        .init("model", head.model), .init("scenario", head.scenario ?? ""),
        .init("changes", head.changes.joined(separator: "; ")),
        .init("inflow_at", head.inflowAt), .init("sampler", head.sampler),
        .init("seed", "\(head.seed)"), .init("draws_of_the_ensemble", Double(head.draws)),
      ])
    let source = try reading()
    defer { try? source.close() }
    // Block after block, each cut into its series.
    var (block, index, values) = (blocks.lowerBound, 0, [Double]())
    var fault: (any Error)?
    func next() -> NetCDFDataset.Part? {
      if index == names.count { (block, index) = (block + 1, 0) }
      guard block < blocks.upperBound else { return nil }
      do {
        if index == 0 { values = try self.values(ofBlock: block, from: source) }
      } catch {
        fault = error
        return nil
      }
      let own = head.draws(ofBlock: block)
      let first = index * years * own.count
      defer { index += 1 }
      return .init(
        variable: names[index], start: [own.lowerBound - draws, 0], count: [own.count, years],
        values: (0..<own.count).flatMap { draw in
          (0..<years).map { values[first + $0 * own.count + draw] }
        })
    }
    try writing(path) { temporary in
      try dataset.write(to: temporary, parts: next)
      if let fault { throw fault }
    }
  }

  /// What CSV calls the series; two flows of one name are told apart by their ends.
  private var columnNames: [String] {
    let keys = head.series.map(\.key)
    return head.series.map { label in
      guard keys.count(where: { $0 == label.key }) > 1, let from = label.from, let to = label.to
      else { return label.key }
      return "\(label.key).\(from)->\(to)"
    }
  }

  /// Lets a file be written beside its place and then takes it there.
  private func writing(_ path: String, _ write: (String) throws -> Void) throws {
    let temporary = path + ".new"
    do {
      try write(temporary)
      if FileManager.default.fileExists(atPath: path) {
        try FileManager.default.removeItem(atPath: path)
      }
      try FileManager.default.moveItem(atPath: temporary, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
  }
}
