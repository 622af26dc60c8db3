public import UrbanMining
internal import Yams

/// A file with measured flows, stocks, concentrations and transfer coefficients, read.
public struct MeasuredSystemFile: Sendable {
  /// The name of the file, as messages give it.
  public let name: String
  public let system: MeasuredSystem
  /// The relative uncertainty of what is written without one, where the file says so.
  let usualShare: Double?
  private let places: [MeasuredSystemFault.Subject: (line: Int, column: Int)]

  /// Reads a file.
  /// - Parameters:
  ///   - bytes: YAML in UTF-8, with or without a byte-order mark.
  ///   - name: what messages call the file.
  /// - Throws: every fault of the file and of the system.
  public init(bytes: [UInt8], name: String) throws(ModelFileError) {
    var reader = ModelReader(file: name, tables: TableLibrary())
    let encoding = TextEncoding.utf8Bytes(of: bytes)
    if let problem = encoding.problem {
      reader.report(
        line: problem.line, column: problem.column, problem.message, hint: "save the file as UTF-8")
    }
    var parts = MeasuredSystemReader(reader)
    guard let system = parts.read(String(decoding: encoding.bytes, as: UTF8.self)),
      parts.reader.faults.isEmpty
    else { throw ModelFileError(parts.reader.faults) }
    self.name = name
    self.system = system
    usualShare = parts.usualShare
    places = parts.places.compactMapValues { node in
      node.mark.map { (line: $0.line, column: $0.column) }
    }
  }

  /// The system with its numbers made to agree.
  /// - Throws: a fault at the first quantity of each contradiction.
  public func reconciled() throws(ModelFileError) -> Reconciliation {
    do throws(ReconciliationError) {
      return try Reconciliation(system)
    } catch {
      throw ModelFileError(faults(of: error))
    }
  }

  /// The system of several years, each with its numbers made to agree.
  /// - Parameters:
  ///   - table: what was measured in each year.
  ///   - threads: how many work at once.
  /// - Throws: a fault for each contradiction of each year.
  public func reconciled(
    _ table: MeasurementTable, threads: Int
  ) throws(ModelFileError) -> ReconciliationSeries {
    do throws(ReconciliationSeries.Failure) {
      return try ReconciliationSeries(table.systems, threads: threads)
    } catch {
      throw ModelFileError(
        error.reasons.flatMap { own in
          faults(of: own.reason, in: own.system).map {
            Fault(
              file: $0.file, line: $0.line, column: $0.column,
              message: "\(own.system.header.year): \($0.message)", hint: $0.hint)
          }
        })
    }
  }

  /// Faults of the system with the numbers of another year, at the parts of the file that they belong to.
  func faults(of error: MeasuredSystemError, in year: Int) -> [Fault] {
    error.faults.map { own in
      let place = places[own.subject] ?? (line: 1, column: 1)
      return Fault(
        file: name, line: place.line, column: place.column, message: "\(year): \(own.message)")
    }
  }

  /// Why no numbers agree, at the lines that matter.
  private func faults(of error: ReconciliationError, in system: MeasuredSystem? = nil) -> [Fault] {
    func quantity(_ name: String?) -> MeasuredQuantity? {
      (system ?? self.system).quantities.first { $0.name == name }
    }
    switch error {
    case .contradictions(let found):
      return found.map { fault(at: quantity($0.exact.first), $0.description) }
    case .bounds(let names, _), .notConverged(let names):
      return [fault(at: quantity(names.first), error.description)]
    case .singularCovariance:
      return [fault(at: nil, error.description)]
    }
  }

  /// One fault for each flow or process with a number that can't be determined.
  public func faultsOfUnknowns(in reconciliation: Reconciliation) -> [Fault] {
    Reconciliation.undetermined(reconciliation.quantities).map {
      fault(
        at: $0.measured, "'\($0.name)' can't be determined: nothing measured fixes it",
        hint: "measure it, or another of the unknown quantities that it is balanced with")
    }
  }

  /// One fault for each number that can't be determined in some year.
  public func faultsOfUnknowns(in series: ReconciliationSeries) -> [Fault] {
    var years: [String: [Int]] = [:]
    for own in series.years {
      for quantity in Reconciliation.undetermined(own.quantities) {
        years[quantity.name, default: []].append(own.year)
      }
    }
    return system.quantities.compactMap { quantity in
      years[quantity.name].map { years in
        let list = years.map(String.init).joined(separator: ", ")
        return fault(
          at: quantity,
          "'\(quantity.name)' can't be determined in \(list): nothing measured fixes it",
          hint: "measure it, or another of the unknown quantities that it is balanced with")
      }
    }
  }

  private func fault(
    at quantity: MeasuredQuantity?, _ message: String, hint: String? = nil
  ) -> Fault {
    let subject: MeasuredSystemFault.Subject =
      quantity?.flow.map { .flow($0) } ?? quantity?.process.map { .process($0) }
      ?? quantity?.relation.map { .relation($0) } ?? .system
    let place = places[subject] ?? (line: 1, column: 1)
    return Fault(file: name, line: place.line, column: place.column, message: message, hint: hint)
  }
}
