import Testing

@Suite struct HelpTests {
  @Test func versionIsANumberAndNothingElse() throws {
    let run = try Urbanmine.run("--version")
    #expect(run.code == 0)
    #expect(run.output.split(separator: ".").count == 3)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.errors == "")
  }

  @Test(arguments: [
    "", "run", "compare", "check", "graph", "chart", "report", "lifetime", "stock", "import",
    "data", "data list", "data show", "data export", "data check", "ensemble", "merge",
    "sensitivity", "reconcile", "fit", "ewaste", "outlook", "landfill", "scarcity",
    "criticality",
    "metal", "impacts", "course", "course list", "course start", "course check", "course hint",
    "course submit", "course status", "course practice", "course lint", "course grade",
    "course regrade", "course stats", "course export", "course statement", "course verify",
    "course rehearse",
  ])
  func everyCommandShowsAnExampleBeforeItsUsage(_ command: String) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(command.split(separator: " ").map(String.init) + ["--help"])
      #expect(run.code == 0)
      #expect(run.errors == "")
      let lines = run.output.split(separator: "\n").map(String.init)
      let example = try #require(lines.firstIndex(of: "EXAMPLE:"))
      let usage = try #require(lines.firstIndex { $0.hasPrefix("USAGE:") })
      #expect(example == 1)
      #expect(example < usage)
      #expect(lines[example + 1].hasPrefix("  urbanmine \(command)"))
    }
  }

  @Test(arguments: [
    ("bogus", "Unexpected argument 'bogus'"), ("run", "Name a model, or say --all."),
    ("run copper --all", "Name a model, or say --all."),
    ("run --all -o x.csv", "-o takes one model"),
    ("run copper -o x.txt", "'x.txt' must end in .csv, .json, .nc or .xlsx."),
    ("chart stock copper -o x.jpg", "'x.jpg' must end in .svg, .png, .pdf, .vl.json or .vg.json."),
    ("chart stock -o x.svg", "'stock' needs a model"),
    ("chart sankey copper -o x.vl.json", "Vega-Lite has no chart of this kind"),
    ("chart sankey copper --year twenty -o x.svg", "'twenty' is invalid"),
    ("report copper -o x.pdf", "'x.pdf' must end in .html."),
    ("stock --lifetime fixed(years:2)", "Give either --inflow or --stock."),
    (
      "stock --inflow a.csv --stock b.csv --lifetime fixed(years:2)",
      "Give either --inflow or --stock."
    ),
    ("stock --inflow a.csv --negative-inflow clip --lifetime fixed(years:2)", "goes with --stock"),
    (
      "stock --inflow a.csv --lifetime fixed(years:2) -o x.txt",
      "'x.txt' must end in .csv or .json."
    ),
    (
      "stock --inflow a.csv --lifetime fixed(years:2) --inflow-at noon",
      "start, middle, end, uniform"
    ),
    ("import aiphoria a.xlsx -o m.json", "'m.json' must end in .yaml or .yml."),
    ("check", "Missing expected argument '<model>'"), ("lifetime", "Missing expected argument"),
  ])
  func wrongUsageIsCode64WithTheReason(_ command: String, _ reason: String) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(command.split(separator: " ").map(String.init))
      #expect(run.code == 64)
      #expect(run.output == "")
      #expect(run.errors.contains(reason))
      #expect(try urbanmine.files == [])
    }
  }
}
