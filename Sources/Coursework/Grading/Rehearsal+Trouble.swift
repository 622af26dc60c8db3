extension Rehearsal {
  /// The files with what really arrives among them: damage, strangers, copies, other programs' files,
  /// and files that mail programs changed but that are sound.
  static func withTrouble(_ files: [File]) -> [File] {
    var result: [File] = []
    for (place, file) in files.enumerated() {
      let text = String(decoding: file.bytes, as: UTF8.self)
      switch place % 50 {
      case 3: result.append(File(name: file.name, bytes: [0xEF, 0xBB, 0xBF] + windows(file.bytes)))
      case 9: result.append(File(name: file.name, bytes: windows(file.bytes)))
      default: result.append(file)
      }
      switch place % 50 {
      case 7: result.append(File(name: "copy-of-\(file.name)", bytes: file.bytes))
      case 13: result.append(File(name: "cut-\(file.name)", bytes: Array(file.bytes.prefix(400))))
      case 17:
        let better = text.replacing("\"hints\": 0", with: "\"hints\": 9")
          .replacing("\"hints\": 1", with: "\"hints\": 0")
        result.append(File(name: "changed-\(file.name)", bytes: Array(better.utf8)))
      case 23:
        let later = text.replacing("urbanmine/submission/1", with: "urbanmine/submission/9")
        result.append(File(name: "future-\(file.name)", bytes: Array(later.utf8)))
      case 29: result.append(File(name: "homework-\(place).pdf", bytes: Array("%PDF-1.7 …".utf8)))
      case 31: result.append(File(name: "empty-\(place).json", bytes: []))
      case 37: result.append(contentsOf: stranger(place))
      default: break
      }
    }
    return result
  }

  private static func windows(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }

  /// A sealed file of somebody who is not in the class.
  private static func stranger(_ place: Int) -> [File] {
    guard let id = try? LearnerID("guest\(place)") else { return [] }
    let content = SubmissionContent(
      course: "metals", assignment: "w3-stock", version: 1, learner: id, answers: [], checks: 0,
      attempt: 1, hints: 0, time: "2026-11-01T09:00:00Z", program: "rehearsal")
    guard
      let sealed = try? SealedDocument(
        sealing: JSONValue(encoding: content), as: .submission, with: SealingKey())
    else { return [] }
    return [File(name: "guest-\(place).json", bytes: Array(sealed.text.utf8))]
  }
}
