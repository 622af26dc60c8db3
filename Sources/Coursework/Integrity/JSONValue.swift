internal import Foundation

/// A JSON value (RFC 8259) in which no object has a key twice.
///
/// Foundation keeps one of two equal keys and rounds what it can't hold; what is signed must be read
/// without such repairs.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The value that an encoder makes of something.
  /// - Parameter value: what to encode; numbers that are not finite can't be.
  /// - Throws: ``IntegrityError/notEncodable(reason:)``.
  public init(encoding value: some Encodable) throws(IntegrityError) {
    let bytes: Data
    do {
      bytes = try JSONEncoder().encode(value)
    } catch {
      throw .notEncodable(reason: "\(error)")
    }
    self = try JSONParser.value(of: Array(bytes))
  }

  /// The thing that a value stands for.
  /// - Parameter type: what it is.
  /// - Throws: ``IntegrityError/unexpected(reason:)`` where a part is missing or of another kind.
  public func decoded<Value: Decodable>(as type: Value.Type) throws(IntegrityError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(canonicalText.utf8))
    } catch let error as DecodingError {
      throw .unexpected(reason: JSONValue.words(error))
    } catch {
      throw .unexpected(reason: "\(error)")
    }
  }

  /// The part of an object under a key; nil where there is none.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The text, if the value is one.
  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// Where and what, without the types of this program.
  private static func words(_ error: DecodingError) -> String {
    let (context, what): (DecodingError.Context, String) =
      switch error {
      case .keyNotFound(let key, let context): (context, "'\(key.stringValue)' is missing")
      case .valueNotFound(_, let context): (context, "a value is missing")
      case .typeMismatch(_, let context): (context, "a value is of another kind")
      case .dataCorrupted(let context): (context, context.debugDescription)
      @unknown default: (DecodingError.Context(codingPath: [], debugDescription: ""), "\(error)")
      }
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? what : "\(what) (at '\(path)')"
  }
}
