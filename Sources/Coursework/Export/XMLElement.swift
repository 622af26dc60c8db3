internal import ModelFiles

/// An element of an XML document, with attributes in the order in which they are written.
struct XMLElement: Hashable, Sendable {
  let name: String
  let attributes: [Attribute]
  let children: [Node]

  struct Attribute: Hashable, Sendable {
    let name: String
    let value: String
  }

  /// What stands inside an element.
  enum Node: Hashable, Sendable {
    case element(XMLElement)
    case text(String)
    /// Well-formed markup that was written elsewhere.
    case markup(String)
    /// Text that learning platforms expect unescaped.
    case verbatim(String)
  }

  init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Node] = []
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
    self.children = children
  }

  init(name: String, attributes: [Attribute], children: [Node]) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// An element that holds a text.
  init(_ name: String, text: String) {
    self.init(name, [:], [.text(text)])
  }

  /// An element that holds elements.
  init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], elements: [XMLElement]
  ) {
    self.init(name, attributes, elements.map(Node.element))
  }

  /// The text of a document in UTF-8 whose root this is: an element a line, two spaces for each level.
  var document: String {
    var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &output, indent: 0)
    return output
  }

  private func write(to output: inout String, indent: Int) {
    let space = String(repeating: " ", count: indent)
    output += space + "<" + name
    for attribute in attributes {
      output += " \(attribute.name)=\"\(XMLText.escaped(attribute.value))\""
    }
    if children.isEmpty {
      output += "/>\n"
      return
    }
    output += ">"
    // A line break inside text would be text.
    let isMixed = children.contains { if case .element = $0 { false } else { true } }
    if !isMixed { output += "\n" }
    for child in children {
      switch child {
      case .element(let element):
        if isMixed {
          var inner = ""
          element.write(to: &inner, indent: 0)
          output += inner.dropLast()
        } else {
          element.write(to: &output, indent: indent + 2)
        }
      case .text(let text): output += XMLText.escaped(text)
      case .markup(let text): output += text
      case .verbatim(let text):
        output += "<![CDATA[" + text.replacing("]]>", with: "]]]]><![CDATA[>") + "]]>"
      }
    }
    output += (isMixed ? "" : space) + "</\(name)>\n"
  }
}
