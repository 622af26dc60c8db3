internal import ModelFiles

/// What `data` prints.
enum DataText {
  static func list(_ package: DataPackage) -> String {
    var tables = TextTable(headers: ["Table", "Years", "Unit", "Licence"], wordColumns: 4)
    for resource in package.resources {
      tables.add([
        resource.name, resource.years.isEmpty ? "–" : resource.years, resource.unit,
        resource.licenses.map(\.name).joined(separator: ", "),
      ])
    }
    var models = TextTable(headers: ["Model", "Title"], wordColumns: 2)
    for model in package.models { models.add([model.name, model.title]) }
    return
      (tables.lines(headerWidth: 40) + [""] + models.lines(headerWidth: 40)
      + ["", "'urbanmine data show NAME' says who published a table and what its columns mean."])
      .joined(separator: "\n")
  }

  static func show(_ resource: DataPackage.Resource, in package: DataPackage) -> String {
    var lines = [resource.title, ""] + TextTable.wrapped(resource.description, to: 96)
    let facts = [
      ("years", resource.years), ("unit", resource.unit), ("confidence", resource.confidence ?? ""),
      ("licence", resource.licenses.map { $0.title ?? $0.name }.joined(separator: ", ")),
    ]
    lines += [""] + facts.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
    lines += ["", "Columns"]
    for field in resource.schema.fields {
      lines.append(
        "  \(field.name)" + (field.unit.map { " [\($0)]" } ?? "")
          + (field.description.map { ": \($0)" } ?? ""))
    }
    lines += ["", "Sources"]
    for source in resource.sources.compactMap({ package.source($0.name) }) {
      let parts = [source.authors, source.year.map { "(\($0))" }, source.title, source.path]
      lines += TextTable.wrapped(
        "\(source.name): " + parts.compactMap { $0 }.joined(separator: " "), to: 94
      ).map { "  " + $0 }
    }
    return lines.joined(separator: "\n")
  }
}
