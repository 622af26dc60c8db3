/// What an import did, as JSON holds it (schema `urbanmine/import/1`) and as text says it.
public struct ImportDocument: Encodable, Sendable {
  let schema = "urbanmine/import/1"
  let format: String
  let input: String
  let model: String
  let tables: [String]
  let notCarriedOver: [String]
  /// What `urbanmine check` finds in the new model file.
  let faults: [String]

  /// - Parameters:
  ///   - format: the other program.
  ///   - path: its file or folder.
  ///   - output: the model file that was written.
  ///   - result: what was carried over.
  ///   - faults: those of the new model file.
  public init(
    format: ModelImport.Format, path: String, output: String, result: ModelImport, faults: [Fault]
  ) {
    self.format = format.rawValue
    input = path
    model = output
    tables = result.tables.map(\.path)
    notCarriedOver = result.remarks
    self.faults = faults.map(\.description)
  }

  /// The same in sentences.
  public var text: String {
    let count = tables.count == 1 ? "1 table" : "\(tables.count) tables"
    var lines = ["wrote \(model) with \(count): \(tables.joined(separator: ", "))"]
    if !notCarriedOver.isEmpty {
      lines += ["", "Not carried over as it was:"] + notCarriedOver.map { "- \($0)" }
    }
    lines.append("")
    if faults.isEmpty {
      lines.append("The model is sound: urbanmine run \(model)")
    } else {
      lines += ["To be done by hand (urbanmine check \(model)):"] + faults.map { "- \($0)" }
    }
    return lines.joined(separator: "\n")
  }
}
