import Testing
import UrbanMining

struct LifetimeErrorTests {
  private func message(of text: String) -> String {
    do {
      return try Lifetime(text).description
    } catch { return error.description }
  }

  @Test func impossibleValueIsNamedWithItsRule() {
    #expect(message(of: "fixed(years: -3)") == "years: -3 is not possible: it must be 0 or above")
  }

  @Test func unknownFamilyListsTheKnownOnes() {
    let message = message(of: "wiebull(shape: 3)")
    #expect(message.hasPrefix("there is no lifetime 'wiebull'; the families are fixed, normal, "))
    #expect(message.hasSuffix("uniform, table, mixture, dissipating"))
  }

  @Test func wrongParametersListTheAllowedOnes() {
    #expect(
      message(of: "gamma(mean: 3)")
        == "gamma takes gamma(shape:, scale:) or gamma(mean:, sd:); given were mean")
    #expect(message(of: "fixed()") == "fixed takes fixed(years:); none were given")
    #expect(message(of: "table()") == "table takes table(file:); none were given")
  }

  @Test func syntaxFaultCountsCharacters() {
    #expect(
      message(of: "fixed(years 3)")
        == "character 13: ':' is expected here: parameters are named, like mean: 25")
  }

  @Test func tableFaultsNameTheRuleOrTheFile() {
    #expect(
      message(of: "table(0: 1, 5: 0.5)")
        == "the survival table is not a survival curve: it must end at 0: say at which age the "
        + "last unit has left")
    #expect(
      message(of: "table(file: a.csv)")
        == "the survival table 'a.csv' can't be read: tables can't be read here")
  }
}
