import ModelFiles
import Testing
import UrbanMining

struct MetalContentTableTests {
  private func faults(_ text: String) -> [String] {
    do throws(ModelFileError) {
      _ = try MetalContentTable.contents(bytes: Array(text.utf8), name: "m.csv")
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func readsSharesAndImpacts() throws {
    let text = "metal,content,energy\ngold,7e-6,208000\niron,0.4,\n"
    let contents = try MetalContentTable.contents(bytes: Array(text.utf8), name: "m.csv")
    #expect(contents.map(\.metal) == ["gold", "iron"])
    #expect(contents.map(\.share) == [7e-6, 0.4])
    #expect(contents.map(\.energy) == [208_000, nil])
    #expect(contents.map(\.greenhouseGases) == [nil, nil])
  }

  @Test func reportsEveryImpossibleNumberWithItsPlace() {
    let text = "metal,content,energy\ngold,-0.1,1\niron,1.2,1\niron,0.1,1\ntin,,1\nzinc,0.1,-3\n"
    #expect(
      faults(text) == [
        "m.csv:2:6: the share of 'gold' is -0.1: a share is between 0 and 1",
        "m.csv:3:6: the share of 'iron' is 1.2: a share is between 0 and 1",
        "m.csv:5:5: the content is missing",
        "m.csv:6:6: the energy of 'zinc' is -3.0: it is at least 0",
      ])
    #expect(faults("metal,content\na,0.1\na,0.2\n") == ["m.csv:3:1: there is a second row for 'a'"])
    #expect(faults("metal,share\na,1\n").first?.contains("there is no column 'content'") == true)
  }
}
