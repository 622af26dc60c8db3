/// The style sheet of a report.
enum ReportStyle {
  /// Colours as variables for both themes, and what switches show.
  static func css(_ sheet: ColorSheet, cases: Int) -> String {
    let light = declarations(.light) + ";" + sheet.declarations(.light)
    let dark = declarations(.dark) + ";" + sheet.declarations(.dark)
    var css = ".page{\(light)}\n#theme-dark:checked~.page{\(dark)}\n"
    css += "@media (prefers-color-scheme:dark){#theme-auto:checked~.page{\(dark)}}\n"
    let ids = (0..<cases).map { "case-\($0)" } + ["theme-auto", "theme-light", "theme-dark"]
    for id in ids {
      css += "#\(id):checked~.page label[for=\(id)]{background:var(--ink);color:var(--back)}\n"
      css += "#\(id):focus-visible~.page label[for=\(id)]{outline:3px solid var(--accent);"
      css += "outline-offset:2px}\n"
    }
    for index in 0..<cases {
      css += "#case-\(index):not(:checked)~.page #section-\(index){display:none}\n"
    }
    return css + rules + "\n@media print{.page{\(light)!important}\n\(printed)}\n"
  }

  private static func declarations(_ theme: Theme) -> String {
    "--back:\(theme.background.hex);--ink:\(theme.ink.hex);--muted:\(theme.mutedInk.hex);"
      + "--rule:\(theme.grid.hex);--accent:\(theme.primary.hex)"
  }

  private static let rules = """
    *{box-sizing:border-box}
    body{margin:0;font:17px/1.5 'DejaVu Sans',Verdana,Arial,sans-serif}
    .switch{position:absolute;opacity:0;pointer-events:none}
    .page{background:var(--back);color:var(--ink);min-height:100vh;padding:2rem 1rem}
    header,main,.page>footer{max-width:900px;margin:0 auto}
    h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
    h2{font-size:1.4rem;margin:2rem 0 1rem}
    .lead,.page>footer{color:var(--muted)}
    .page>footer{font-size:.8rem;border-top:1px solid var(--rule);margin-top:2rem;padding-top:1rem}
    .controls{display:flex;flex-wrap:wrap;gap:.75rem 2rem;margin:1.5rem 0}
    .group{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem}
    .group span{color:var(--muted);margin-right:.25rem}
    label{border:1px solid var(--muted);border-radius:.4rem;padding:.2rem .6rem;cursor:pointer}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:.75rem}
    .card{border:1px solid var(--rule);border-radius:.6rem;padding:.75rem 1rem}
    .value{font-size:1.5rem;font-weight:bold}
    .name,.change{color:var(--muted);font-size:.85rem}
    .chart{margin:2rem 0;position:relative}
    .canvas{position:relative;overflow-x:auto}
    .canvas:focus-visible{outline:3px solid var(--accent);outline-offset:4px}
    .canvas svg{display:block;width:100%;min-width:38rem;height:auto}
    [id$="-labels"],[id$="-values"],svg text{pointer-events:none}
    .tip{position:absolute;z-index:2;pointer-events:none;background:var(--ink);color:var(--back);
    border-radius:.4rem;padding:.4rem .6rem;font-size:.8rem;line-height:1.35;white-space:pre;
    max-width:100%}
    .hair{position:absolute;width:1px;background:var(--muted);pointer-events:none}
    details{margin-top:.5rem}
    summary{cursor:pointer;color:var(--muted)}
    .scroll{max-height:24rem;overflow:auto;border:1px solid var(--rule);margin-top:.5rem}
    table{border-collapse:collapse;font-size:.8rem;width:100%}
    th,td{padding:.2rem .6rem;text-align:right;border-bottom:1px solid var(--rule)}
    thead th{position:sticky;top:0;background:var(--back);vertical-align:bottom}
    th:first-child{text-align:left}
    """

  private static let printed = """
    body{font-size:10pt}
    .page{padding:0}
    .controls,details,.tip,.hair{display:none}
    .canvas{overflow:visible}
    .canvas svg{min-width:0}
    .chart,.cards{break-inside:avoid}
    """
}
