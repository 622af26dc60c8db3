// One stock: how much copper is in cars, if it is known how much new cars brought?
import UrbanMining

let time = TimeAxis(years: 2000...2005)
let lifetime = try Lifetime("weibull(shape: 3, mean: 15)")
let cars = try DynamicStock.inflowDriven(
  inflow: [100, 110, 120, 130, 140, 150],
  survival: Survival(lifetime, over: time, timing: .middle))

let (stock, outflow) = (cars.amounts(ofLane: 0), cars.outflow(ofLane: 0))
for period in 0..<time.count {
  let (inCars, left) = (tenths(stock[period]), tenths(outflow[period]))
  print("\(time.label(of: period)): \(inCars) kt in cars, \(left) kt left")
}
print("The mass balance \(cars.balance.holds ? "holds" : "is violated").")

/// A number with one decimal.
func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
