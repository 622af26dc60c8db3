import FileFormats
import Testing

@Suite struct XMLNodeTests {
  #if Excel
    @Test func elementsAttributesAndTextAreKept() throws {
      let text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <x:a xmlns:x="http://example.org/x" r="1"><x:b x:id="ü">1 &lt; 2</x:b><b/>tail</x:a>
        """
      let root = try XMLNode(document: Array(text.utf8))
      #expect(root.name == "a")
      #expect(root.attributes["r"] == "1")
      #expect(root.text == "tail")
      #expect(root.all("b").count == 2)
      #expect(root.first("b")?.text == "1 < 2")
      #expect(root.first("b")?.attributes["id"] == "ü")
    }

    @Test(arguments: ["", "text", "<a><b></a>", "<a>"])
    func whatIsNotXMLIsRefusedWithItsPlace(_ text: String) {
      let error = #expect(throws: FormatError.self) { try XMLNode(document: Array(text.utf8)) }
      guard case .notXML? = error else {
        return #expect(Bool(false), "\(String(describing: error))")
      }
    }

    /// A file of the machine must not come in through a workbook.
    @Test func entitiesOutsideAreNotResolved() throws {
      let text = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>"
      let root = try? XMLNode(document: Array(text.utf8))
      #expect(root?.text ?? "" == "")
    }
  #else
    @Test func aBuildWithoutItNamesTheTrait() {
      #expect(throws: FormatError.notBuiltIn(format: "Excel workbooks", trait: "Excel")) {
        try XMLNode(document: [])
      }
    }
  #endif
}
