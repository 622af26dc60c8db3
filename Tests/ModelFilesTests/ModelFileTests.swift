import LinearAlgebra
import ModelFiles
import Testing
import UrbanMining

@Suite struct ModelFileTests {
  static func faults(_ bytes: [UInt8]) -> [String] {
    do throws(ModelFileError) {
      _ = try ModelFile(bytes: bytes, name: "demo.yaml", tables: SampleModel.tables)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test(arguments: ["", "\u{FEFF}"], ["\n", "\r\n"])
  func readsEveryLineEndWithAndWithoutByteOrderMark(_ mark: String, _ end: String) throws {
    let text = mark + SampleModel.text.replacing("\n", with: end)
    #expect(Self.faults(Array(text.utf8)) == [])
  }

  @Test func refusesOtherEncodings() {
    #expect(
      Self.faults([0xFF, 0xFE, 0x61, 0x00]) == [
        "demo.yaml:1:1: the file is UTF-16, not UTF-8 (save the file as UTF-8)"
      ])
    let latin = Array("title: k".utf8) + [0xE4] + Array("se\n".utf8)
    #expect(
      Self.faults(latin + Array(SampleModel.text.utf8)) == [
        "demo.yaml:1:9: the text is not valid UTF-8 here (save the file as UTF-8)"
      ])
  }

  @Test func findsScenariosByName() throws {
    let file = try SampleModel.file()
    #expect(try file.scenario("longer").title == "Everything lasts longer")
    #expect {
      try file.scenario("longr")
    } throws: {
      "\($0)" == "there is no scenario 'longr' (did you mean 'longer'?)"
    }
    #expect {
      try file.scenario("cheap")
    } throws: {
      "\($0)" == "there is no scenario 'cheap' (there are longer)"
    }
    let plain = try SampleModel.file(("scenarios:\n  longer:", "# scenarios:\n#  longer:"))
    #expect {
      try plain.scenario("longer")
    } throws: {
      "\($0)" == "the model has no scenarios, so there is no 'longer'"
    }
  }

  @Test(arguments: [
    "mining=5", " mining = 5", "mining={2000: 5, 2003: 5}", "mine->refining.given=5",
  ])
  func readsChangesAsOnTheCommandLine(_ written: String) throws {
    let file = try SampleModel.file()
    let changed = try Scenario(name: "a", changes: [try file.change(written)]).applied(
      to: file.base)
    #expect(try SystemPlan(changed).solve().flow(at: 0)[0].column(0) == [5, 5, 5, 5])
  }

  @Test(arguments: [
    "use.lifetime=fixed(years: 20)", "use.lifetime= fixed(years: 20) ",
    "use.lifetime='fixed(years: 20)'",
    "use.lifetime={cars: 'fixed(years: 20)', wires: 'fixed(years: 20)'}",
  ])
  func readsLifetimesWithAndWithoutQuotes(_ written: String) throws {
    let file = try SampleModel.file()
    let changed = try Scenario(name: "a", changes: [try file.change(written)]).applied(
      to: file.base)
    #expect(changed.process("use")?.lifetimes?.map(\.mean) == [20, 20])
  }

  @Test func changesAreJudgedTogether() throws {
    let file = try SampleModel.file(("share: split", "share: { cars: 0.5, wires: 0.5 }"))
    let changes = try ["cars=0.2", "wires=0.8"].map {
      try file.change("refining->use.share." + $0)
    }
    #expect(throws: Never.self) { try Scenario(name: "a", changes: changes).applied(to: file.base) }
    #expect(throws: SystemModelError.self) {
      try Scenario(name: "a", changes: [changes[0]]).applied(to: file.base)
    }
  }

  @Test(arguments: [
    ("mining", "1:1: a setting is written KEY=VALUE"),
    ("mining=", "1:8: a value is expected after '='"),
    ("use.lifetime=", "1:14: a value is expected after '='"),
    (
      "yard->refining.shar=1",
      "1:1: 'yard->refining.shar' names nothing in the model: the flow 'yard->refining' has a "
        + "'share' "
        + "(did you mean 'share'?)"
    ),
    ("mining=5%", "1:8: '5%' is not a number (a share is written as a fraction: 0.05)"),
    (
      "use.lifetime=fixed(years 3)",
      "1:26: the lifetime 'fixed(years 3)': character 13: ':' is expected here: "
        + "parameters are named, like mean: 25"
    ),
  ])
  func explainsWhatIsWrongWithAChange(_ written: String, _ fault: String) throws {
    let file = try SampleModel.file()
    #expect {
      try file.change(written)
    } throws: { error in
      (error as? ModelFileError)?.faults.first?.description == "--set:" + fault
    }
  }
}
