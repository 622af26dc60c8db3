import ModelFiles
import UrbanMining

/// A small sound model, its tables, and ways to spoil it.
///
/// Tests change single places of the text, so the lines stay where they are.
enum SampleModel {
  static let text = """
    model: demo
    years: 2000-2003
    unit: kt
    inflow_at: middle
    dimensions:
      end_use: [cars, wires]
      region: [north, south]
    data:
      mining: { values: { 2000: 10, 2003: 13 }, source: me }
      split: { table: split, over: [end_use], normalize: true, gaps: linear, source: me }
    processes:
      mine: { boundary: source }
      refining: {}
      use: { over: [end_use], lifetime: { cars: 'normal(mean: 15, sd: 4)', default: \
    'fixed(years: 3)' } }
      yard: { over: [end_use] }
      waste: { sink: true }
    flows:
      - { from: mine, to: refining, given: mining, role: primary }
      - { from: refining, to: use, share: split }
      - { from: use, to: yard, role: collected }
      - { from: yard, to: refining, share: 0.5, role: old_scrap }
      - { from: yard, to: waste, remainder: true, role: loss }
    scenarios:
      longer: { title: Everything lasts longer, scale: { use.lifetime: 2 } }

    """

  static let tableTexts = [
    "split": "year,end_use,value\n2000,cars,1\n2000,wires,3\n2003,cars,2\n2003,wires,2\n",
    "mines": "year,copper,zinc\n2000,1000,1\n2001,2000,\n2002,3000,3\n2003,4000,-4\n",
    "yields": "metal,end_use,yield\ncopper,cars,0.5\ncopper,wires,0.25\nzinc,cars,0.9\n",
    "lives":
      "end_use,lifetime\ncars,\"normal(mean: 15, sd: 4)\"\nwires,fixed(years: 3)\n",
    "survival": "age,survival\n0,1\n10,0.5\n20,0\n",
    "people": "year,population\n2000,1000\n2003,1300\n",
    "worn": "year,value\n2000,1;5\n2001,2\n2001,3\nsoon,4\n,5\n",
    "broken": "year,value\n2000,1;5\n2001,2,3\n",
  ]

  static let tables = TableLibrary(bundledNames: tableTexts.keys.sorted()) { name in
    tableTexts[name].map { Array($0.utf8) }
  }

  /// The text with each first part of a pair replaced by the second; it must be there.
  static func text(_ changes: [(String, String)]) -> String {
    changes.reduce(text) { text, change in
      precondition(text.contains(change.0), "'\(change.0)' is not in the model")
      return text.replacing(change.0, with: change.1, maxReplacements: 1)
    }
  }

  /// The model with these changes.
  static func file(_ changes: (String, String)...) throws -> ModelFile {
    try ModelFile(text: text(changes), name: "demo.yaml", tables: tables)
  }

  /// The faults of the model with these changes, as they are printed.
  static func faults(_ changes: (String, String)...) -> [String] {
    faults(ofText: text(changes))
  }

  static func faults(ofText text: String) -> [String] {
    do throws(ModelFileError) {
      _ = try ModelFile(text: text, name: "demo.yaml", tables: tables)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  /// The numbers of the entry `mining` when it is written like this, by cell and year.
  static func values(_ entry: String) throws -> [[Double]] {
    let file = try file(
      ("mining: { values: { 2000: 10, 2003: 13 }, source: me }", "mining: 1\n  probe: \(entry)"),
      ("mining: 1\n", "mining: { values: 1 }\n"))
    return file.base.inputs.first { $0.name == "probe" }?.parameter.cells ?? []
  }
}
