import Testing

@testable import Charts

struct ThemeTests {
  @Test(arguments: Theme.allCases)
  func textIsReadable(_ theme: Theme) {
    #expect(theme.ink.contrast(with: theme.background) >= 7)
    #expect(theme.mutedInk.contrast(with: theme.background) >= 4.5)
    #expect(theme.rule.contrast(with: theme.background) >= 3)
  }

  @Test(arguments: Theme.allCases)
  func gridStaysInTheBackground(_ theme: Theme) {
    #expect(theme.grid.contrast(with: theme.background) < 1.7)
  }
}
