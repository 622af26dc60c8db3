import Foundation
import Testing

@Suite struct FitCommandTests {
  private static let model = """
    model: cars
    years: 2000-2020
    unit: kt
    data:
      sales: { values: { 2000: 20, 2010: 35, 2020: 32 }, source: invented }
    processes:
      shop: { boundary: source }
      use: { lifetime: 'weibull(shape: 3, mean: 12)' }
      yard: { boundary: sink }
    flows:
      - { from: shop, to: use, given: sales }
      - { from: use, to: yard }

    """

  private struct Document: Decodable {
    let schema: String
    let parameters: [Parameter]
    let warnings: [String]
    let posterior: Posterior?

    struct Parameter: Decodable {
      let key: String
      let value: Double
      let low: Double?
      let high: Double?
    }

    struct Posterior: Decodable {
      let parameters: [Summary]
    }

    struct Summary: Decodable {
      let mean: Double
      let rHat: Double
    }
  }

  /// The stock of a run is fitted: its lifetime comes back.
  @Test func findsTheLifetimeThatMadeTheStock() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(Self.model, to: "cars.yaml")
      _ = try urbanmine.run(
        "run", "cars.yaml", "--set", "use.lifetime=weibull(shape: 3, mean: 8.5)", "-o", "out.csv")
      let rows = try urbanmine.text(of: "out.csv").split(separator: "\n").filter {
        $0.contains(",stock,use,")
      }
      // A deviation of 1 % upwards and downwards in turn.
      let seen = rows.enumerated().dropFirst(4).map { index, row in
        let fields = row.split(separator: ",", omittingEmptySubsequences: false)
        let value = (Double(fields[fields.count - 1]) ?? .nan) * (index % 2 == 0 ? 1.01 : 0.99)
        return "\(fields[0]),stock.use,\(value),\(value * 0.01)"
      }
      try urbanmine.write(
        "year,series,value,uncertainty\n" + seen.joined(separator: "\n") + "\n", to: "seen.csv")
      let base = ["fit", "cars.yaml", "--to", "seen.csv", "--vary", "use.lifetime.mean"]
      let run = try urbanmine.run(base + ["--json", "--posterior", "150"])
      #expect(run.code == 0, "\(run.errors)")
      let document = try run.json(as: Document.self)
      #expect(document.schema == "urbanmine/fit/1")
      let mean = try #require(document.parameters.first)
      #expect(abs(mean.value - 8.5) < 0.1)
      #expect((mean.low ?? 99) < 8.5 && 8.5 < (mean.high ?? 0))
      #expect(abs((document.posterior?.parameters.first?.mean ?? 0) - mean.value) < 0.1)
      let text = try urbanmine.run(base)
      for part in ["mean of the lifetime", "degrees of freedom", "--set 'use.lifetime=weibull("] {
        #expect(text.output.contains(part), "\(part) in \(text.output)")
      }
    }
  }

  @Test func whatCanNotBeToldApartIsSaid() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(Self.model, to: "cars.yaml")
      try urbanmine.write("year,inflow.use\n2005,30\n2010,40\n2015,41\n", to: "seen.csv")
      let run = try urbanmine.run(
        "fit", "cars.yaml", "--to", "seen.csv", "--vary", "sales", "--vary", "use.lifetime.mean")
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.contains("the observations say nothing about 'use.lifetime.mean'"))
      #expect(run.output.contains("open"))
    }
  }

  /// The fitted model goes into a new file, and a run of it gives what was observed.
  @Test func writesTheFittedModelAsAScenario() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(Self.model, to: "cars.yaml")
      try urbanmine.write(
        "year,series,value,unit\n2012,stock.use,0.21,Mt\n2020,stock.use,295,kt\n2018,outflow.use,19,\n"
          + "2016,stock.use,251,\n", to: "seen.csv")
      let fit = try urbanmine.run(
        "fit", "cars.yaml", "--to", "seen.csv", "--set", "use.lifetime=weibull(shape: 2, mean: 10)",
        "--vary", "sales.growth", "--vary", "use.lifetime.mean", "--json", "-o", "fitted.yaml")
      #expect(fit.code == 0, "\(fit.errors)")
      #expect(fit.errors.contains("run it with --scenario fitted"))
      #expect(try urbanmine.text(of: "cars.yaml") == Self.model)
      let run = try urbanmine.run("run", "fitted.yaml", "--scenario", "fitted", "-o", "out.csv")
      #expect(run.code == 0, "\(run.errors)")
      let seen = try fit.json(as: Comparisons.self).observations
      #expect(seen.first?.observed == 210)
      for own in seen where own.series == "stock.use" {
        let row = try #require(
          try urbanmine.text(of: "out.csv").split(separator: "\n").first {
            $0.hasPrefix("\(Int(own.year)),stock,use,")
          })
        let value = Double(row.split(separator: ",", omittingEmptySubsequences: false).last ?? "")
        #expect(abs((value ?? .nan) - own.fitted) < 1e-9 * own.fitted)
      }
      let same = try urbanmine.run(
        "fit", "cars.yaml", "--to", "seen.csv", "--vary", "sales", "-o", "cars.yaml")
      #expect(same.code == 64 && same.errors.contains("to a new file"))
      let robust = try urbanmine.run(
        "fit", "cars.yaml", "--to", "seen.csv", "--vary", "sales", "--loss", "huber", "--posterior",
        "200")
      #expect(robust.code == 64 && robust.errors.contains("takes errors as normal"))
    }
  }

  private struct Comparisons: Decodable {
    let observations: [Seen]

    struct Seen: Decodable {
      let series: String
      let year: Double
      let observed: Double
      let fitted: Double
    }
  }

  @Test func fitsLifetimesToAges() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write("age,left\n3,1\n5,1\n5.5,0\n6,1\n8,1\n9,0\n12,1\n", to: "ages.csv")
      let run = try urbanmine.run("fit", "--ages", "ages.csv")
      #expect(run.code == 0, "\(run.errors)")
      for part in ["5 left, 2 still in use", "weibull", "lognormal", "gamma", "Kaplan–Meier"] {
        #expect(run.output.contains(part), "\(part)")
      }
      let one = try urbanmine.run("fit", "--ages", "ages.csv", "--family", "gamma", "--json")
      #expect(one.output.contains("\"schema\":\"urbanmine/lifetime-fit/1\""))
      #expect(!one.output.contains("weibull"))
    }
  }

  @Test func faultsSayWhatIsWrong() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(Self.model, to: "cars.yaml")
      try urbanmine.write("year,stock.usee\n2005,30\n", to: "seen.csv")
      let unknown = try urbanmine.run(
        "fit", "cars.yaml", "--to", "seen.csv", "--vary", "use.lifetime.mean")
      #expect(unknown.code == 65)
      #expect(unknown.errors.contains("the model has no series 'stock.usee'"))
      #expect(try urbanmine.run("fit", "cars.yaml").code == 64)
      #expect(try urbanmine.run("fit", "--ages", "none.csv").code == 66)
      let key = try urbanmine.run(
        "fit", "cars.yaml", "--to", "seen.csv", "--vary", "use.lifetme")
      #expect(key.code == 65)
      #expect(key.errors.contains("'use.lifetme' names nothing in the model"))
    }
  }
}
