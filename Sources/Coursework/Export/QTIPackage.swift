internal import UrbanMining

/// Questions as a QTI content package: a manifest and an item for each question.
///
/// Relative tolerances are in per cent, as QTI counts them; identifiers are NCNames. Version 3.0 has the
/// same elements as 2.1 under names with a prefix (``QTINames``).
struct QTIPackage {
  enum Version: Sendable {
    case two, three
  }

  let files: [ExportPackage.File]

  init(_ items: [ExportItem], course: Course, version: Version) {
    let names = QTINames(version)
    files =
      [
        ExportPackage.File(
          path: "imsmanifest.xml", text: QTIPackage.manifest(items, course, version).document)
      ]
      + items.map { item in
        ExportPackage.File(
          path: "items/\(item.id).xml", text: names.applied(to: QTIItem(item).element).document)
      }
      + items.compactMap { item in
        item.figure.map { ExportPackage.File(path: "images/\(item.id).svg", text: $0) }
      }
  }

  private static func manifest(
    _ items: [ExportItem], _ course: Course, _ version: Version
  ) -> XMLElement {
    let (space, schema, number, type) =
      switch version {
      case .two:
        (
          "http://www.imsglobal.org/xsd/imscp_v1p1", "QTIv2.1 Package", "1.0.0",
          "imsqti_item_xmlv2p1"
        )
      case .three:
        (
          "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1", "QTI Package", "3.0.0",
          "imsqti_item_xmlv3p0"
        )
      }
    return XMLElement(
      "manifest", ["xmlns": space, "identifier": "manifest-\(course.id)"],
      elements: [
        XMLElement(
          "metadata",
          elements: [
            XMLElement("schema", text: schema), XMLElement("schemaversion", text: number),
          ]),
        XMLElement("organizations"),
        XMLElement(
          "resources",
          elements: items.map { item in
            XMLElement(
              "resource",
              ["identifier": "r-\(item.id)", "type": type, "href": "items/\(item.id).xml"],
              elements: [XMLElement("file", ["href": "items/\(item.id).xml"])]
                + (item.figure == nil
                  ? [] : [XMLElement("file", ["href": "images/\(item.id).svg"])]))
          }),
      ])
  }
}

/// The names of QTI's elements and attributes in a version.
struct QTINames {
  private let version: QTIPackage.Version

  init(_ version: QTIPackage.Version) {
    self.version = version
  }

  /// An item of version 2.1 in this version.
  func applied(to item: XMLElement) -> XMLElement {
    switch version {
    case .two: item
    case .three: renamed(item)
    }
  }

  private static let html: Set = ["div", "p"]

  /// `assessmentItem baseType` → `qti-assessment-item base-type`; HTML keeps its names, and feedback
  /// has a body of its own.
  private func renamed(_ element: XMLElement) -> XMLElement {
    let isHTML = QTINames.html.contains(element.name)
    return XMLElement(
      name: isHTML ? element.name : "qti-" + hyphenated(element.name),
      attributes: element.attributes.map { attribute in
        switch attribute.name {
        case "xmlns":
          XMLElement.Attribute(
            name: "xmlns", value: "http://www.imsglobal.org/xsd/imsqtiasi_v3p0")
        default:
          XMLElement.Attribute(name: hyphenated(attribute.name), value: attribute.value)
        }
      },
      children: element.name == "modalFeedback"
        ? [.element(XMLElement("qti-content-body", [:], element.children))]
        : element.children.map { child in
          if case .element(let inner) = child { .element(renamed(inner)) } else { child }
        })
  }

  private func hyphenated(_ name: String) -> String {
    name.reduce(into: "") { result, character in
      if character.isUppercase { result += "-" }
      result += character.lowercased()
    }
  }
}
