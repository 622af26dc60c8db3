import ModelFiles
import Testing
import UrbanMining

struct MeasuredSystemFileTests {
  private let text = """
    reconcile: small
    year: 1994
    unit: kt
    uncertainty: 10 %
    substances: [zn]
    processes:
      out: { boundary: true }
      plant: { stock_change: -3 +/- 0.5, substances: { zn: { stock_change: 0 exact } } }
    flows:
      - { from: out, to: plant, name: ore, amount: 20, substances: { zn: { concentration: '0.5 ± 2 %' } } }
      - { from: plant, to: out, amount: '12 +- 1', share: unknown }
    correlations:
      - { of: [ore, plant->out], value: 0.25 }

    """

  private func faults(_ text: String) -> [String] {
    do throws(ModelFileError) {
      _ = try MeasuredSystemFile(bytes: Array(text.utf8), name: "m.yaml")
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func readsEveryForm() throws {
    let system = try MeasuredSystemFile(bytes: Array(text.utf8), name: "m.yaml").system
    let known = Dictionary(
      uniqueKeysWithValues: system.quantities.map { ($0.name, $0.knowledge) })
    #expect(known["ore"] == .measured(20, uncertainty: 2))
    #expect(known["ore.zn.concentration"] == .measured(0.5, uncertainty: 0.01))
    #expect(known["ore.zn"] == .unknown)
    #expect(known["plant->out"] == .measured(12, uncertainty: 1))
    #expect(known["plant->out.share"] == .unknown)
    #expect(known["plant.stock_change"] == .measured(-3, uncertainty: 0.5))
    #expect(known["plant.zn.stock_change"] == .exact(0))
    #expect(system.header.year == 1994 && system.header.unit == .kilotonne)
    #expect(system.correlations == [.init("ore", "plant->out", 0.25)])
  }

  @Test func readsRelations() throws {
    let more =
      text + """
        relations:
          - { name: twice, of: { ore: 1, plant->out: -2 } }
          - { name: all, of: [ore, plant->out], equals: 33 ± 2 }

        """
    let system = try MeasuredSystemFile(bytes: Array(more.utf8), name: "m.yaml").system
    #expect(
      system.relations == [
        .init("twice", [.init("ore"), .init("plant->out", factor: -2)]),
        .init(
          "all", [.init("ore"), .init("plant->out")], total: .measured(33, uncertainty: 2)),
      ])
    #expect(
      faults(more.replacing("all, of: [ore,", with: "all, of: [oer,")).first?.hasPrefix(
        "m.yaml:16:5: there is no quantity 'oer' (did you mean 'ore'?)") == true)
  }

  @Test func reportsEveryFaultOfTheFileAtOnce() {
    let spoiled =
      text.replacing("unit: kt", with: "unit: stones").replacing("amount: 20", with: "amont: 20")
      .replacing("'12 +- 1'", with: "'12 ± one'").replacing("year: 1994", with: "year: soon")
    let found = faults(spoiled)
    guard found.count == 4 else {
      Issue.record("\(found)")
      return
    }
    #expect(found[0].hasPrefix("m.yaml:2:7: 'year' is the year"))
    #expect(found[1].hasPrefix("m.yaml:3:7: a unit can't be 'stones'"))
    #expect(found[2].contains("'amont' is not a key of a flow (did you mean 'amount'?)"))
    #expect(found[3].hasPrefix("m.yaml:11:37: 'one' is not a number"))
  }

  @Test func faultsOfTheSystemStandAtTheirPart() {
    #expect(
      faults(text.replacing("from: plant, to: out,", with: "from: plnt, to: out,")).contains {
        $0.hasPrefix("m.yaml:11:5: there is no process 'plnt' (did you mean 'plant'?)")
      })
    #expect(
      faults(text.replacing("value: 0.25", with: "value: 1.25")).first?
        .hasPrefix("m.yaml:13:5: 1.25 is no correlation") == true)
  }

  @Test func aNumberAloneNeedsAnUncertainty() {
    let found = faults(text.replacing("uncertainty: 10 %\n", with: ""))
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("m.yaml:9:48: how certain is 20?"))
  }

  @Test(arguments: ["", "- a", "reconcile: [", "model: x"])
  func whatIsNoSuchFileIsAFault(_ text: String) {
    #expect(!faults(text).isEmpty)
  }
}
