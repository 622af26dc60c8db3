/// The tables and models of a data package as JSON lists them (schema `urbanmine/data/1`).
public struct DataListDocument: Encodable, Sendable {
  let schema = "urbanmine/data/1"
  let tables: [Table]
  let models: [Model]

  struct Table: Encodable, Sendable {
    let name, title, years, unit: String
    let licences: [String]
    let sources: [String]
  }

  struct Model: Encodable, Sendable {
    let name, title: String
  }

  public init(_ package: DataPackage) {
    tables = package.resources.map { resource in
      Table(
        name: resource.name, title: resource.title, years: resource.years, unit: resource.unit,
        licences: resource.licenses.map(\.name), sources: resource.sources.map(\.name))
    }
    models = package.models.map { Model(name: $0.name, title: $0.title) }
  }
}

/// One table with its columns and sources as JSON shows them (schema `urbanmine/table/1`).
public struct DataTableDocument: Encodable, Sendable {
  let schema = "urbanmine/table/1"
  let name, title, description, years, unit: String
  let confidence: String?
  let licences: [String]
  let columns: [Column]
  let sources: [Source]

  struct Column: Encodable, Sendable {
    let name, type: String
    let unit, description: String?
  }

  struct Source: Encodable, Sendable {
    let name, title: String
    let authors: String?
    let year: Int?
    let address: String?
  }

  public init(_ resource: DataPackage.Resource, in package: DataPackage) {
    name = resource.name
    title = resource.title
    description = resource.description
    years = resource.years
    unit = resource.unit
    confidence = resource.confidence
    licences = resource.licenses.map(\.name)
    columns = resource.schema.fields.map {
      Column(name: $0.name, type: $0.type, unit: $0.unit, description: $0.description)
    }
    sources = resource.sources.compactMap { package.source($0.name) }.map {
      Source(
        name: $0.name, title: $0.title, authors: $0.authors, year: $0.year, address: $0.path)
    }
  }
}

/// A model file of the package as JSON shows it (schema `urbanmine/model/1`).
public struct DataModelDocument: Encodable, Sendable {
  let schema = "urbanmine/model/1"
  let name, title, text: String

  public init(_ model: DataPackage.Model, text: String) {
    name = model.name
    title = model.title
    self.text = text
  }
}
