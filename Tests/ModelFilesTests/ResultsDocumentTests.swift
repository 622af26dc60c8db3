import LinearAlgebra
import ModelFiles
import Testing
import UrbanMining

@Suite struct ResultsDocumentTests {
  /// One mine, one stock, one sink, two years: small enough to read the whole document.
  static func results(_ changes: (String, String)...) throws -> SystemResults {
    let text = """
      model: demo
      years: 2000-2001
      unit: t
      inflow_at: end
      data: { ore: { values: { 2000: 4, 2001: 8 }, source: me } }
      processes:
        mine: { boundary: source }
        use: { lifetime: 'fixed(years: 1)', lifetime_assumption: short }
        pile: { sink: true }
      flows:
        - { from: mine, to: use, given: ore, role: primary }
        - { from: use, to: pile, role: loss, name: discards }

      """
    let changed = changes.reduce(text) { $0.replacing($1.0, with: $1.1) }
    let file = try ModelFile(text: changed, name: "demo.yaml", tables: TableLibrary())
    return try SystemPlan(file.base).solve()
  }

  @Test func holdsWhatTheContractNames() throws {
    let document = ResultsDocument(
      try Self.results(), scenario: "a", changes: ["ore=1"], program: "urbanmine 1")
    let text = try jsonText(document)
    let parts = [
      #""boundaries":["mine"]"#, #""convention":{"inflow_at":"end"}"#,
      #""indicators":{"eol_cr":[null,null],"eol_pr":[null,null],"eol_rir":[null,null],"#
        + #""eol_rr":[null,null],"#
        + #""osr":[null,null],"rc":[0,0]}"#,
      #""model":"demo","provenance":{"changes":["ore=1"],"inputs":{"ore":{"source":"me"},"#
        + #""use.lifetime":{"assumption":"short"}},"program":"urbanmine 1"},"scenario":"a","#
        + #""schema":"urbanmine/results/1""#,
      #""dimensions":{},"from":null,"kind":"stock","name":"use","role":null,"to":null,"#
        + #""unit":"t","values":[4,8]"#,
      #""kind":"outflow","name":"use","role":null,"to":null,"unit":"t/yr","values":[0,4]"#,
      #""from":"use","kind":"flow","name":"discards","role":"loss","to":"pile","#
        + #""unit":"t/yr","values":[0,4]"#,
      #""kind":"addition","name":"pile","role":null,"to":null,"unit":"t/yr","values":[0,4]"#,
      #""kind":"parameter","name":"ore","role":null,"to":null,"unit":"t/yr","values":[4,8]"#,
      #""title":"demo","unit":"t","years":[2000,2001]"#,
    ]
    for part in parts { #expect(text.contains(part), "\(part)") }
    #expect(text.contains(#""holds":true"#))
  }

  @Test func severalModelsStandInOneDocument() throws {
    let one = ResultsDocument(try Self.results(), scenario: nil, changes: [], program: "p")
    let text = try jsonText(CyclesDocument(cycles: [one, one]))
    #expect(text.hasPrefix(#"{"cycles":[{"balance":"#))
    #expect(text.hasSuffix(#"],"schema":"urbanmine/cycles/1"}"#))
    #expect(text.contains(#""scenario":null"#))
  }
}
