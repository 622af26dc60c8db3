import Testing
import UrbanMining

struct MassUnitTests {
  @Test func wholeTonnesAreExactKilotonnes() {
    #expect(MassUnit.tonne.convert(1_234_567, to: .kilotonne) == 1234.567)
    #expect(MassUnit.kilotonne.convert(1234.567, to: .tonne) == 1_234_567)
    #expect(MassUnit.megatonne.convert(0.3, to: .kilogram) == 300_000_000)
    #expect(MassUnit.gram.convert(250, to: .gigatonne) == 2.5e-13)
  }

  @Test(arguments: MassUnit.allCases) func thereAndBackIsTheSame(unit: MassUnit) {
    for other in MassUnit.allCases where other.isCount == unit.isCount {
      expectClose(other.convert(unit.convert(27.3, to: other), to: unit), 27.3, relative: 1e-15)
    }
    #expect(unit.convert(0.7, to: unit) == 0.7)
  }

  @Test func symbolsAreThoseOfFiles() {
    #expect(
      MassUnit.allCases.map(\.rawValue) == [
        "g", "kg", "t", "kt", "Mt", "Gt", "items", "thousand items", "million items",
      ])
    #expect(MassUnit(rawValue: "KT") == nil)
    #expect(MassUnit(rawValue: "mt") == nil)
  }

  @Test func countsAreConvertedAmongThemselvesAlone() {
    #expect(MassUnit.millionItems.convert(1.5, to: .item) == 1_500_000)
    #expect(MassUnit.item.convert(2500, to: .thousandItems) == 2.5)
    #expect(MassUnit.item.convert(1, to: .kilogram).isNaN)
    #expect(MassUnit.tonne.convert(1, to: .millionItems).isNaN)
    #expect(MassUnit.item.kilograms.isNaN && MassUnit.item.isCount && !MassUnit.gram.isCount)
  }

  @Test func countsAreReadInThousandsAndMillions() {
    #expect(MassUnit.readable(for: 12_000_000, in: .item) == .millionItems)
    #expect(MassUnit.readable(for: 12_000, in: .item) == .thousandItems)
    #expect(MassUnit.readable(for: 0.002, in: .millionItems) == .item)
    #expect(MassUnit.item.perInhabitant == .item && MassUnit.megatonne.perInhabitant == .kilogram)
  }

  @Test func nothingIsReadInItsOwnUnit() {
    #expect(MassUnit.readable(for: 0, in: .kilotonne) == .kilotonne)
  }
}
