internal import Foundation

/// Results as JSON: keys in alphabetical order, numbers with all their digits, `null` where there is none.
///
/// The same value always gives the same text.
public func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
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
