internal import UrbanMining

/// Holds a data package against its own description.
public struct DataPackageCheck: Sendable {
  private let package: DataPackage
  private let bytes: @Sendable (String) -> [UInt8]?

  /// - Parameters:
  ///   - package: the description.
  ///   - bytes: gives the bytes of a file of the package by its path.
  public init(_ package: DataPackage, bytes: @escaping @Sendable (String) -> [UInt8]?) {
    self.package = package
    self.bytes = bytes
  }

  /// Every fault of the tables, their provenance and the models.
  public func faults() -> [Fault] {
    let tables = package.resources.flatMap { tableFaults($0) + provenanceFaults($0) }
    return (tables + package.models.flatMap(modelFaults)).sorted()
  }

  private func tableFaults(_ resource: DataPackage.Resource) -> [Fault] {
    guard let bytes = bytes(resource.path) else {
      return [packageFault("the file '\(resource.path)' of '\(resource.name)' is missing")]
    }
    let (table, faults) = CSVTable.read(bytes: bytes, name: resource.path)
    guard faults.isEmpty else { return faults }
    let names = resource.schema.fields.map(\.name)
    guard table.columns == names else {
      return [
        table.fault(
          at: table.header[0],
          "the columns are \(table.columns.joined(separator: ", ")), "
            + "but the package describes \(names.joined(separator: ", "))")
      ]
    }
    return resource.schema.fields.indices.flatMap { columnFaults(resource, table, $0) }
      + keyFaults(resource, table) + basisFaults(resource, table)
  }

  private func columnFaults(
    _ resource: DataPackage.Resource, _ table: CSVTable, _ column: Int
  ) -> [Fault] {
    let field = resource.schema.fields[column]
    return table.rows.indices.compactMap { row in
      let cell = table[row, column]
      if cell.text.isEmpty {
        return field.constraints?.required == true
          ? table.fault(at: cell, "'\(field.name)' must not be empty") : nil
      }
      guard field.type == "number" || field.type == "integer" else { return nil }
      do throws(Fault) {
        guard let value = try table.number(row: row, column: column) else { return nil }
        if field.type == "integer", value != value.rounded() {
          return table.fault(at: cell, "'\(field.name)' is a whole number")
        }
        if let minimum = field.constraints?.minimum, value < minimum {
          return table.fault(at: cell, "'\(field.name)' is at least \(plainNumber(minimum))")
        }
        if let maximum = field.constraints?.maximum, value > maximum {
          return table.fault(at: cell, "'\(field.name)' is at most \(plainNumber(maximum))")
        }
        return nil
      } catch {
        return error
      }
    }
  }

  private func keyFaults(_ resource: DataPackage.Resource, _ table: CSVTable) -> [Fault] {
    guard let key = resource.schema.primaryKey else { return [] }
    let columns = key.compactMap { table.columns.firstIndex(of: $0) }
    guard columns.count == key.count else {
      return [packageFault("the key of '\(resource.name)' names a column that it doesn't have")]
    }
    var seen: Set<[String]> = []
    return table.rows.indices.compactMap { row in
      let values = columns.map { table[row, $0].text }
      guard !seen.insert(values).inserted else { return nil }
      return table.fault(
        at: table[row, columns[0]], "there is a second row for \(values.joined(separator: ", "))")
    }
  }

  /// A row that says what it rests on names a source of its table, `NAME-corrected` for a value of that
  /// source after corrections, `model` for what a bundled model gives, or `assumption`.
  private func basisFaults(_ resource: DataPackage.Resource, _ table: CSVTable) -> [Fault] {
    guard let column = table.columns.firstIndex(of: "basis") else { return [] }
    let sources = resource.sources.map(\.name)
    let known = sources + sources.map { $0 + "-corrected" } + ["model", "assumption"]
    return table.rows.indices.compactMap { row in
      let cell = table[row, column]
      guard !cell.text.isEmpty, !known.contains(cell.text) else { return nil }
      return table.fault(
        at: cell, "'\(cell.text)' is no source of '\(resource.name)' and not 'assumption'",
        hint: Suggestion.hint(for: cell.text, in: known))
    }
  }

  /// Every table says who published it, under which licence and in which unit.
  private func provenanceFaults(_ resource: DataPackage.Resource) -> [Fault] {
    var faults: [Fault] = []
    if resource.sources.isEmpty {
      faults.append(packageFault("'\(resource.name)' names no source"))
    }
    if resource.licenses.isEmpty {
      faults.append(packageFault("'\(resource.name)' names no licence"))
    }
    for source in resource.sources where package.source(source.name) == nil {
      faults.append(
        packageFault(
          "'\(resource.name)' names the source '\(source.name)', which the package doesn't list",
          hint: Suggestion.hint(for: source.name, in: package.sources.map(\.name))))
    }
    for field in resource.schema.fields
    where field.unit == nil && (field.type == "number" || field.type == "integer") {
      faults.append(packageFault("'\(field.name)' of '\(resource.name)' has no unit"))
    }
    return faults
  }

  /// Every model can be read, and each of its inputs says where it comes from.
  private func modelFaults(_ model: DataPackage.Model) -> [Fault] {
    guard let content = bytes(model.path) else {
      return [packageFault("the file '\(model.path)' of the model '\(model.name)' is missing")]
    }
    let tables = package.library(bytes: bytes)
    do throws(ModelFileError) {
      let file = try ModelFile(bytes: content, name: model.path, tables: tables)
      let origins =
        file.base.inputs.map { ($0.name, $0.provenance) }
        + [("population", file.base.populationProvenance)].compactMap { name, provenance in
          provenance.map { (name, $0) }
        }
      return origins.flatMap { originFaults($0, $1, of: model) }
    } catch {
      return error.faults
    }
  }

  /// An input says where it comes from, and its sources are listed.
  private func originFaults(
    _ name: String, _ provenance: Provenance, of model: DataPackage.Model
  ) -> [Fault] {
    guard provenance.isStated else {
      return [packageFault("'\(name)' of the model '\(model.name)' names no source")]
    }
    let sources = provenance.source?.split(separator: ",").map { String($0).trimmed } ?? []
    return sources.filter { package.source($0) == nil }.map { source in
      packageFault(
        "'\(name)' of the model '\(model.name)' names the source '\(source)', which the package "
          + "doesn't list",
        hint: Suggestion.hint(for: source, in: package.sources.map(\.name)))
    }
  }

  private func packageFault(_ message: String, hint: String? = nil) -> Fault {
    Fault(file: "datapackage.json", line: 1, column: 1, message: message, hint: hint)
  }
}

extension DataPackage {
  /// The tables of the package for models to name.
  public func library(bytes: @escaping @Sendable (String) -> [UInt8]?) -> TableLibrary {
    let paths = Dictionary(uniqueKeysWithValues: resources.map { ($0.name, $0.path) })
    return TableLibrary(bundledNames: resources.map(\.name)) { name in
      paths[name].flatMap(bytes)
    }
  }
}
