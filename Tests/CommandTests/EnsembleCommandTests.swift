import Foundation
import Testing

@Suite struct EnsembleCommandTests {
  @Test func threadsShardsAndAResumedRunGiveTheSameFile() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let base = ["ensemble", "copper", "--draws", "400", "--seed", "1", "--of", "stock.use"]
      let one = try urbanmine.run(base + ["--threads", "1", "-o", "one.json"])
      #expect(one.code == 0, "\(one.errors)")
      _ = try urbanmine.run(base + ["--threads", "2", "-o", "two.json"])
      for shard in 1...3 {
        let run = try urbanmine.run(base + ["--shard", "\(shard)/3", "-o", "\(shard).shard"])
        #expect(run.code == 0 && run.output == "", "\(run.errors)")
      }
      let merged = try urbanmine.run("merge", "3.shard", "1.shard", "2.shard", "-o", "merged.json")
      #expect(merged.code == 0, "\(merged.errors)")
      let text = try urbanmine.text(of: "one.json")
      #expect(try urbanmine.text(of: "two.json") == text)
      #expect(try urbanmine.text(of: "merged.json") == text)
      // A first shard is what an interrupted run leaves.
      try FileManager.default.copyItem(
        at: urbanmine.folder.appendingPathComponent("1.shard"),
        to: urbanmine.folder.appendingPathComponent("again.json.partial"))
      _ = try urbanmine.run(base + ["--resume", "-o", "again.json"])
      #expect(try urbanmine.text(of: "again.json") == text)
      #expect(try !urbanmine.files.contains("again.json.partial"))
    }
  }

  @Test func aFinishedShardIsNotMadeAgain() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let base = ["ensemble", "copper", "--draws", "400", "--of", "stock.use", "--resume"]
      let shard = urbanmine.folder.appendingPathComponent("1.shard")
      func written() throws -> (bytes: Data, inode: UInt64?) {
        let facts = try FileManager.default.attributesOfItem(atPath: shard.path)
        return (try Data(contentsOf: shard), facts[.systemFileNumber] as? UInt64)
      }
      let first = try urbanmine.run(base + ["--shard", "1/2", "-o", "1.shard"])
      #expect(first.code == 0, "\(first.errors)")
      let made = try written()
      let again = try urbanmine.run(base + ["--shard", "1/2", "-o", "1.shard"])
      #expect(again.errors == "'1.shard' is finished already\n")
      // A file that is written gets a new inode: it is renamed.
      #expect(try written() == made)
      // Another shard, or one that is cut short, is made.
      _ = try urbanmine.run(base + ["--shard", "2/2", "-o", "1.shard"])
      #expect(try written().bytes != made.bytes)
      try made.bytes.dropLast(5).write(to: shard)
      _ = try urbanmine.run(base + ["--shard", "1/2", "-o", "1.shard"])
      #expect(try written().bytes == made.bytes)
    }
  }

  @Test func mergeNamesAllThatIsWrongAndMoreShardsThanBlocksAreFine() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let base = ["ensemble", "copper", "--draws", "300", "--of", "stock.use"]
      _ = try urbanmine.run(base + ["-o", "one.json"])
      let names = (1...9).map { "\($0).shard" }
      for (index, name) in names.enumerated() {
        _ = try urbanmine.run(base + ["--shard", "\(index + 1)/9", "-o", name])
      }
      let merged = try urbanmine.run(["merge", "-o", "merged.json"] + names)
      #expect(merged.code == 0, "\(merged.errors)")
      #expect(try urbanmine.text(of: "merged.json") == urbanmine.text(of: "one.json"))
      try urbanmine.write("no shard", to: "a.shard")
      let wrong = try urbanmine.run("merge", "a.shard", "9.shard", "9.shard", "gone.shard")
      #expect(wrong.code == 65 && wrong.errorLines.count == 4, "\(wrong.errors)")
    }
  }

  @Test func ranksNeedABuildWithMPIAndAFileForAll() throws {
    let base = ["ensemble", "copper", "--draws", "300", "--of", "stock.use", "--mpi"]
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(base + ["-o", "ranks.json"])
      #if MPI
        // Alone, it is the only rank.
        #expect(run.code == 0, "\(run.errors)")
        #expect(try urbanmine.files == ["ranks.json"])
        #expect(try urbanmine.run(base).errors.contains("--mpi needs -o FILE"))
      #else
        #expect(run.code == 64)
        #expect(run.errors.contains("this build has no MPI: build it with 'make mpi'"))
        #expect(try urbanmine.files.isEmpty)
      #endif
    }
  }

  @Test func allDrawsAreThoseOfTheirShards() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let base = ["ensemble", "copper", "--draws", "600", "--of", "stock.use", "--of", "eol_rr"]
      let run = try urbanmine.run(base + ["--all-draws", "all.csv", "-o", "bands.json"])
      #expect(run.code == 0, "\(run.errors)")
      #expect(try urbanmine.files.sorted() == ["all.csv", "bands.json"])
      let lines = try urbanmine.text(of: "all.csv").split(separator: "\n")
      #expect(lines.count == 1 + 600 * 121)
      #expect(lines[0] == "draw,year,stock.use,indicator.eol_rr")
      // Nothing leaves use in the first year: its rate is not defined.
      var joined = lines.prefix(1)
      for shard in 1...2 {
        let part = try urbanmine.run(
          base + [
            "--shard", "\(shard)/2", "-o", "\(shard).shard", "--all-draws", "\(shard).csv",
          ])
        #expect(part.code == 0, "\(part.errors)")
        joined += try urbanmine.text(of: "\(shard).csv").split(separator: "\n").dropFirst()
      }
      #expect(joined == lines[...])
    }
  }

  @Test func allDrawsHaveAnEndingThatSaysHow() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let base = ["ensemble", "copper", "--draws", "9", "--all-draws"]
      let ending = try urbanmine.run(base + ["draws.txt"])
      #expect(ending.code == 64 && ending.errors.contains("must end in .csv or .nc"))
      let folder = try urbanmine.run(base + ["nowhere/draws.csv"])
      #expect(folder.code == 73 && folder.errors.contains("nowhere/draws.csv"))
    }
  }

  @Test func printsTheBandsAndWhatIsUncertain() throws {
    let run = try Urbanmine.run(
      "ensemble", "copper", "--draws", "200", "--sampler", "lhs", "--of", "eol_rr", "--of", "use")
    #expect(run.code == 0, "\(run.errors)")
    for part in [
      "200 draws (Latin hypercube, seed 1)", "inflow enters use at: middle", "indicator.eol_rr",
      "97.5 %", "Quantiles are exact", "What is uncertain", "use.lifetime: times lognormal",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func faultsSayWhatIsWrong() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let unknown = try urbanmine.run("ensemble", "copper", "--draws", "9", "--of", "eol")
      #expect(unknown.code == 65)
      #expect(unknown.errors.contains("there is no series 'eol'"))
      try urbanmine.write("no shard", to: "a.shard")
      let merge = try urbanmine.run("merge", "a.shard")
      #expect(merge.code == 65)
      #expect(merge.errors.contains("'a.shard' is not a shard"))
      #expect(try urbanmine.run("merge", "b.shard").code == 66)
      let many = try urbanmine.run("ensemble", "copper", "--draws", "4294967296")
      #expect(many.code == 64 && many.errors.contains("At most 4294967295 draws"))
      let usage = try urbanmine.run(
        "ensemble", "copper", "--draws", "9", "--shard", "5/4", "-o", "x")
      #expect(usage.code == 64)
    }
  }

  @Test(arguments: ["sobol", "morris", "tornado", "adjoint"])
  func everyMethodNamesTheLargestCauseFirst(_ method: String) throws {
    let arguments = ["sensitivity", "copper", "--method", method, "--of", "eol_rr@2015"]
    let text = try Urbanmine.inEmptyFolder { try $0.run(arguments + ["--samples", "16"]) }
    #expect(text.code == 0, "\(text.errors)")
    #expect(text.output.contains("indicator.eol_rr in 2015"))
    let run = try Urbanmine.inEmptyFolder { try $0.run(arguments + ["--samples", "16", "--json"]) }
    let document = try run.json(as: SensitivityJSON.self)
    #expect(document.schema == "urbanmine/sensitivity/1")
    #expect(document.method == method)
    #expect(!document.causes.isEmpty)
  }

  private struct SensitivityJSON: Decodable {
    struct Cause: Decodable { let name: String }
    let schema, method: String
    let causes: [Cause]
  }
}
