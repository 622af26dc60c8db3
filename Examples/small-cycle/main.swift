// A small cycle with a loop within the year: new scrap returns to the smelter that it came from, old
// scrap returns when products reach the end of their life.
import UrbanMining

let time = TimeAxis(years: 1990...2020)
func constant(_ value: Double) -> SystemModel.Values {
  .inline(Parameter(constant: value, periods: time.count))
}

let model = try SystemModel(
  header: .init(name: "small-cycle", unit: .kilotonne), time: time,
  processes: [
    .init("mine", kind: .source), .init("smelter"), .init("factory"),
    .init("use", kind: .use([try .weibull(shape: 2, mean: 8)])), .init("landfill", kind: .sink),
  ],
  flows: [
    .init(from: "mine", to: "smelter", .given(constant(100)), role: .primary),
    .init(from: "smelter", to: "factory", .remainder),
    .init(from: "factory", to: "use", .share(constant(0.8))),
    .init(from: "factory", to: "smelter", .remainder, role: .newScrap),
    .init(from: "use", to: "smelter", .share(constant(0.6)), role: .oldScrap),
    .init(from: "use", to: "landfill", .remainder, role: .loss),
  ])

let results = try SystemPlan(model).solve()
let summary = CycleSummary(results)
let indicators = RecyclingIndicators(results)
for row in summary.rows where row.period % 10 == 0 {
  let year = time.label(of: row.period)
  print("\(year): supply \(Int(row.supply ?? 0)) kt/yr, in use \(Int(row.stock)) kt")
}
let inputRate = indicators.recyclingInputRate.last.flatMap { $0 } ?? 0
print("In \(time.label(of: time.count - 1)) old scrap was \(Int(inputRate * 100)) % of the supply.")
print("The mass balance \(results.balance.holds ? "holds" : "is violated").")
