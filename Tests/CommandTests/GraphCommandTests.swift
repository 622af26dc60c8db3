import Testing

@Suite struct GraphCommandTests {
  /// Reads what we write of DOT's grammar, strictly: statements of quoted names and attributes.
  static func statements(of dot: String) throws -> (nodes: [String], edges: [[String]]) {
    let quoted = #/"(?:[^"\\]|\\.)*"/#
    let attributes = #/(?:, \w+=\w+)*\];/#
    var lines = dot.split(separator: "\n").map(String.init)
    #expect(lines.removeFirst().replacing(quoted, with: "@") == "digraph @ {")
    #expect(lines.removeLast() == "}")
    var (nodes, edges): ([String], [[String]]) = ([], [])
    for line in lines {
      let bare = String(line.replacing(quoted, with: "@").drop { $0 == " " })
      let names = line.matches(of: quoted).map { String($0.output.dropFirst().dropLast()) }
      if bare.hasPrefix("@ -> @ [label=@") {
        edges.append(Array(names[0...1]))
        #expect(bare.dropFirst(15).wholeMatch(of: attributes) != nil, "\(line)")
      } else if bare.hasPrefix("@ [label=@") {
        nodes.append(names[0])
        #expect(bare.dropFirst(10).wholeMatch(of: attributes) != nil, "\(line)")
      } else {
        let other = #/\w+=[\w@]+;|(?:node|edge) \[\w+=[\w@]+(?:, \w+=\w+)*\];/#
        #expect(bare.wholeMatch(of: other) != nil, "\(line)")
      }
    }
    return (nodes, edges)
  }

  @Test(arguments: ["copper", "aluminium", "zinc", "lead"])
  func isWellFormedAndJoinsOnlyKnownProcesses(_ model: String) throws {
    let run = try Urbanmine.run("graph", model)
    #expect(run.code == 0)
    #expect(run.errors == "")
    let (nodes, edges) = try Self.statements(of: run.output)
    #expect(Set(nodes).count == nodes.count)
    #expect(nodes.contains("use"))
    #expect(Set(edges.flatMap { $0 }) == Set(nodes))
    #expect(edges.contains(["fabrication", "use"]))
  }

  @Test func writesToAFile() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let written = try urbanmine.run("graph", "copper", "-o", "copper.dot")
      let printed = try urbanmine.run("graph", "copper")
      #expect(written.code == 0)
      #expect(try urbanmine.text(of: "copper.dot") == printed.output)
      #expect(try urbanmine.run("graph", "copper", "-o", "no/copper.dot").code == 73)
    }
  }

  @Test func explainsHowTheSolverSeesTheSystem() throws {
    let copper = try Urbanmine.run("graph", "copper", "--explain").output
    #expect(copper.contains("unknowns in each of 121 periods"))
    #expect(copper.contains("A loop of"))
  }
}
