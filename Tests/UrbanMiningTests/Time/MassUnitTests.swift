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
    for other in MassUnit.allCases {
      expectClose(other.convert(unit.convert(27.3, to: other), to: unit), 27.3, relative: 1e-15)
    }
    #expect(unit.convert(0.7, to: unit) == 0.7)
  }

  @Test func symbolsAreThoseOfFiles() {
    #expect(MassUnit.allCases.map(\.rawValue) == ["g", "kg", "t", "kt", "Mt", "Gt"])
    #expect(MassUnit(rawValue: "KT") == nil)
    #expect(MassUnit(rawValue: "mt") == nil)
  }
}
