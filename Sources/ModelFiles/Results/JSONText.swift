internal import Foundation

/// Results as JSON: keys in snake_case and alphabetical order, numbers with all their digits, `null` where there is none.
///
/// The same value always gives the same text.
public func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.keyEncodingStrategy = .convertToSnakeCase
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

extension Optional where Wrapped == Double {
  /// The number, unless it is not finite: JSON has no infinity.
  var finite: Double? {
    guard let self, self.isFinite else { return nil }
    return self
  }
}

/// A value that stands in JSON as `null` where it is missing, instead of being left out.
struct Nullable<Value: Encodable & Sendable>: Encodable, Sendable {
  let value: Value?

  init(_ value: Value?) {
    self.value = value
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}
