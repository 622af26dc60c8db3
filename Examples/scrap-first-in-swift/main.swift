// Demand decides: scrap is used first, the mine fills the gap. The system of Examples/scrap-first, in Swift.
import UrbanMining

let time = TimeAxis(years: 1950...2050)
func values(_ points: Interpolation.Point...) -> SystemModel.Values {
  .inline(Parameter(series: time.labels.map { Interpolation.linear.value(at: $0, among: points) }))
}
let demand = values((1950, 100), (2000, 400), (2050, 350))

let model = try SystemModel(
  header: .init(name: "scrap-first", unit: .kilotonne), time: time,
  processes: [
    .init("mine", kind: .source), .init("smelter", drive: .demand),
    .init("fabrication", drive: .demand), .init("new scrap"), .init("old scrap"),
    .init(
      "use", kind: .use([try .weibull(shape: 2.5, mean: 20)]),
      drive: .target(inflow: demand, stock: nil)),
    .init("scrap store", kind: .sink), .init("landfill", kind: .sink),
  ],
  flows: [
    .init(from: "fabrication", to: "use", .fill(priority: 1)),
    .init(from: "smelter", to: "fabrication", .fill(priority: 1)),
    .init(
      from: "new scrap", to: "smelter", .fill(priority: 1), atMost: .available, role: .newScrap),
    .init(
      from: "old scrap", to: "smelter", .fill(priority: 2), atMost: .available, role: .oldScrap),
    .init(from: "mine", to: "smelter", .fill(priority: 3), role: .primary),
    .init(from: "fabrication", to: "new scrap", .share(values((1950, 0.15)))),
    .init(from: "use", to: "old scrap", .share(values((1950, 0.6))), role: .collected),
    .init(from: "use", to: "landfill", .remainder, role: .loss),
    .init(from: "new scrap", to: "scrap store", .remainder),
    .init(from: "old scrap", to: "scrap store", .remainder),
  ])

let results = try SystemPlan(model).solve()
for row in CycleSummary(results).rows where row.period % 25 == 0 {
  let mined = (row.supply ?? 0) - row.newScrap - row.oldScrap
  print(
    "\(time.label(of: row.period)): \(Int(row.intoUse)) kt/yr wanted, \(Int(mined)) kt/yr mined")
}
print("The mass balance \(results.balance.holds ? "holds" : "is violated").")
