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
