#if Excel
  internal import Foundation
  #if canImport(FoundationXML)
    internal import FoundationXML
  #endif
#endif

/// An element of an XML document with what is inside it.
public struct XMLNode: Hashable, Sendable {
  /// The name without its namespace prefix.
  public let name: String
  public let attributes: [String: String]
  /// The elements inside, in the order of the document.
  public fileprivate(set) var children: [XMLNode] = []
  /// The text directly inside, without that of the elements.
  public fileprivate(set) var text = ""

  /// Reads a document and gives its root.
  /// - Throws: `.notBuiltIn` where the build reads no workbooks, `.notXML` with the place of the first fault.
  /// - Complexity: O(size), in time and memory.
  public init(document bytes: [UInt8]) throws(FormatError) {
    #if Excel
      let builder = TreeBuilder()
      let parser = XMLParser(data: Data(bytes))
      parser.shouldProcessNamespaces = true
      parser.shouldResolveExternalEntities = false
      parser.delegate = builder
      guard parser.parse(), let root = builder.root else {
        throw .notXML(line: parser.lineNumber, column: parser.columnNumber)
      }
      self = root
    #else
      throw .notBuiltIn(format: "Excel workbooks", trait: "Excel")
    #endif
  }

  fileprivate init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// The elements of this name inside.
  public func all(_ name: String) -> [XMLNode] {
    children.filter { $0.name == name }
  }

  /// The first element of this name inside.
  public func first(_ name: String) -> XMLNode? {
    children.first { $0.name == name }
  }
}

#if Excel
  /// What Foundation's parser calls: it wants an object (Documentation/Decisions/0009).
  private final class TreeBuilder: NSObject, XMLParserDelegate {
    var root: XMLNode?
    private var open: [XMLNode] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      let local = attributes.map { key, value in
        (key.split(separator: ":").last.map(String.init) ?? key, value)
      }
      open.append(XMLNode(name: name, attributes: Dictionary(local) { first, _ in first }))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      guard !open.isEmpty else { return }
      open[open.count - 1].text += text
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      guard let node = open.popLast() else { return }
      if open.isEmpty { root = node } else { open[open.count - 1].children.append(node) }
    }
  }
#endif
