internal import Foundation

/// The description of a data package: its tables with their fields, units, sources and licences.
///
/// The format is Frictionless Data's Data Package, with the properties `unit`, `years` and `models` of our
/// own. <https://specs.frictionlessdata.io/data-package/>
public struct DataPackage: Decodable, Hashable, Sendable {
  public let name: String
  public let title: String
  public let sources: [Source]
  public let resources: [Resource]
  public let models: [Model]

  /// Who published figures.
  public struct Source: Decodable, Hashable, Sendable {
    public let name: String
    /// What charts and footnotes call it, such as `Ryter et al. (2023)`.
    public let short: String?
    public let title: String
    public let authors: String?
    public let year: Int?
    public let path: String?
    public let note: String?
  }

  /// A table.
  public struct Resource: Decodable, Hashable, Sendable {
    public let name: String
    public let path: String
    public let title: String
    public let description: String
    public let years: String
    public let unit: String
    public let confidence: String?
    public let sources: [Reference]
    public let licenses: [License]
    public let schema: Schema
  }

  public struct Reference: Decodable, Hashable, Sendable {
    public let name: String
    public let title: String
  }

  public struct License: Decodable, Hashable, Sendable {
    public let name: String
    public let title: String?
    public let path: String?
  }

  public struct Schema: Decodable, Hashable, Sendable {
    public let fields: [Field]
    public let primaryKey: [String]?
  }

  /// A column.
  public struct Field: Decodable, Hashable, Sendable {
    public let name: String
    public let type: String
    public let description: String?
    public let unit: String?
    public let constraints: Constraints?
  }

  public struct Constraints: Decodable, Hashable, Sendable {
    public let required: Bool?
    public let minimum: Double?
    public let maximum: Double?
  }

  public struct Model: Decodable, Hashable, Sendable {
    public let name: String
    public let path: String
    public let title: String
    /// What it belongs to, such as `topics` or `us`; nil for a cycle of the world.
    public let group: String?
  }

  /// Reads `datapackage.json`.
  /// - Throws: what is missing or of another type, and where in the document.
  public init(bytes: [UInt8], name: String) throws(ModelFileError) {
    do {
      self = try JSONDecoder().decode(DataPackage.self, from: Data(bytes))
    } catch {
      throw ModelFileError([
        Fault(file: name, line: 1, column: 1, message: DataPackage.explanation(of: error))
      ])
    }
  }

  /// The table of this name.
  public func resource(_ name: String) -> Resource? {
    resources.first { $0.name == name }
  }

  /// The source of this name.
  public func source(_ name: String) -> Source? {
    sources.first { $0.name == name }
  }

  private static func explanation(of error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      return "\(place(context.codingPath)) needs the key '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(place(context.codingPath)): \(context.debugDescription)"
    default: return "this is not JSON of a data package: \(error)"
    }
  }
}
