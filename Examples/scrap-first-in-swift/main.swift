// Demand decides: scrap is used first, the mine fills the gap. The system of Examples/scrap-first, in Swift.
import UrbanMining

let model = try SystemModel(
  "scrap-first", years: 1950...2050, unit: .kilotonne,
  processes: [
    .source("mine"), .onDemand("smelter"), .onDemand("fabrication"), .step("new scrap"),
    .stock("use", .weibull(shape: 2.5, mean: 20), inflow: [1950: 100, 2000: 400, 2050: 350]),
    .step("old scrap"), .sink("scrap store"), .sink("landfill"),
  ],
  flows: [
    .flow("fabrication", to: "use", .fill(1)), .flow("smelter", to: "fabrication", .fill(1)),
    .flow("new scrap", to: "smelter", .fill(1), atMost: .available, role: .newScrap),
    .flow("old scrap", to: "smelter", .fill(2), atMost: .available, role: .oldScrap),
    .flow("mine", to: "smelter", .fill(3), role: .primary),
    .flow("fabrication", to: "new scrap", .share(0.15)),
    .flow("use", to: "old scrap", .share(0.6), role: .collected),
    .flow("use", to: "landfill", role: .loss), .flow("new scrap", to: "scrap store"),
    .flow("old scrap", to: "scrap store"),
  ])

let results = try model.solved()
for row in CycleSummary(results).rows where row.period % 25 == 0 {
  let mined = (row.supply ?? 0) - row.newScrap - row.oldScrap
  let year = model.time.label(of: row.period)
  print("\(year): \(Int(row.intoUse)) kt/yr wanted, \(Int(mined)) kt/yr mined")
}
print("The mass balance \(results.balance.holds ? "holds" : "is violated").")
