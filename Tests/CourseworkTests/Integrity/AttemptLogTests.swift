import Testing

@testable import Coursework

struct AttemptLogTests {
  private let log = AttemptLog()
    .appending("start", at: "2026-11-01T09:00:00Z")
    .appending("check", at: "2026-11-01T09:20:00Z", facts: ["right": "1", "of": "3"])
    .appending("submit", at: "2026-11-01T10:00:00Z")

  @Test func aLogThatWasKeptVerifies() throws {
    #expect(try AttemptLog(verifying: log.entries) == log)
    #expect(try AttemptLog(verifying: []).head == String(repeating: "0", count: 64))
  }

  /// Python: `hashlib.sha256(rfc8785.dumps({"number": 1, "at": "2026-11-01T09:00:00Z", "action":
  /// "start", "facts": {}, "previous": "0" * 64})).hexdigest()`.
  @Test func theHashIsThatOfTheCanonicalText() {
    #expect(
      log.entries[0].hash == "6318bc986ad7e8345003ebaf3e670a4aa183b9519119e5c20b5796c4ac30893a")
  }

  @Test func aChangeIsFoundWhereItWasMade() {
    for index in log.entries.indices {
      var entries = log.entries
      let old = entries[index]
      entries[index] = AttemptLog.Entry(
        number: old.number, at: "2026-10-31T09:00:00Z", action: old.action, facts: old.facts,
        previous: old.previous, hash: old.hash)
      #expect(throws: IntegrityError.brokenChain(entry: index + 1)) {
        try AttemptLog(verifying: entries)
      }
    }
  }

  @Test func leavingOutOrReorderingIsFound() {
    let entries = log.entries
    for other in [[entries[1], entries[2]], [entries[0], entries[2]], [entries[1], entries[0]]] {
      #expect(throws: IntegrityError.self) { try AttemptLog(verifying: other) }
    }
  }

  @Test func aLaterLogContinuesAnEarlierOne() {
    let later = log.appending("check", at: "2026-11-01T11:00:00Z")
    #expect(later.continues(log))
    #expect(!log.continues(later))
    #expect(!AttemptLog().appending("start", at: "2026-11-01T09:00:01Z").continues(log))
  }
}
