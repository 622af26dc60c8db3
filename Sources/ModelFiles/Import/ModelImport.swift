/// A model of another program as a model file of ours, with its tables and what was not carried over.
public struct ModelImport: Sendable {
  /// The model file.
  public let model: String
  /// The tables that it names, to be written beside it.
  public let tables: [Table]
  /// What could not be carried over, or was carried over in another form, one sentence each.
  public let remarks: [String]

  /// A CSV file.
  public struct Table: Hashable, Sendable {
    public let path: String
    public let text: String
  }

  /// The programs whose files are understood.
  public enum Format: String, CaseIterable, Sendable {
    case flodym, odym, pymfa2, aiphoria
  }

  /// Reads the files of another program.
  /// - Parameters:
  ///   - format: the program.
  ///   - path: its file or folder.
  ///   - stem: the name of the model file to be written, without folder and ending; tables begin with it.
  /// - Throws: every fault of the files, with cell or line.
  public init(_ format: Format, path: String, stem: String) throws(ModelFileError) {
    let files = ImportFiles(path: path)
    let draft =
      switch format {
      case .aiphoria: try AiphoriaImporter.draft(files)
      case .pymfa2: try PymfaImporter.draft(files)
      case .flodym: try FlodymImporter.draft(files)
      case .odym: try OdymImporter.draft(files)
      }
    let letters = stem.lowercased().map {
      $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" as Character
    }
    model = draft.text(
      name: String(letters), origin: "Imported from \(format.rawValue): \(files.name)"
    ) { "\(stem)-\($0).csv" }
    tables = draft.tables.map {
      Table(path: "\(stem)-\($0.name).csv", text: ModelDraft.csv($0))
    }
    remarks = draft.remarks
  }
}
