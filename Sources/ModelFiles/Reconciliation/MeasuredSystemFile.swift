public import UrbanMining
internal import Yams

/// A file with measured flows, stocks, concentrations and transfer coefficients, read.
public struct MeasuredSystemFile: Sendable {
  /// The name of the file, as messages give it.
  public let name: String
  public let system: MeasuredSystem
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
    places = parts.places.compactMapValues { node in
      node.mark.map { (line: $0.line, column: $0.column) }
    }
  }

  /// The system with its numbers made to agree.
  /// - Throws: the fault at the first of the quantities that can't be brought together.
  public func reconciled() throws(ModelFileError) -> Reconciliation {
    do throws(ReconciliationError) {
      return try Reconciliation(system)
    } catch {
      let name: String? =
        switch error {
        case .contradiction(let names, _), .bounds(let names): names.first
        case .singularCovariance, .notConverged: nil
        }
      let quantity = system.quantities.first { $0.name == name }
      throw ModelFileError([fault(at: quantity, error.description)])
    }
  }

  /// One fault for each flow or process with a number that can't be determined.
  public func faultsOfUnknowns(in reconciliation: Reconciliation) -> [Fault] {
    reconciliation.quantities.filter { $0.classification == .unobservable }.map {
      fault(
        at: $0.measured,
        "'\($0.name)' can't be determined: nothing measured fixes it",
        hint: "measure it, or another of the unknown quantities that it is balanced with")
    }
  }

  private func fault(
    at quantity: MeasuredQuantity?, _ message: String, hint: String? = nil
  ) -> Fault {
    let subject: MeasuredSystemFault.Subject =
      quantity?.flow.map { .flow($0) } ?? quantity?.process.map { .process($0) } ?? .system
    let place = places[subject] ?? (line: 1, column: 1)
    return Fault(file: name, line: place.line, column: place.column, message: message, hint: hint)
  }
}
