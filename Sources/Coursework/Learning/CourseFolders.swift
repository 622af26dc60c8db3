internal import Foundation

/// The assignments that were started beside each other in one folder.
public struct CourseFolders: Sendable {
  /// By the identifier of their assignment.
  public let folders: [String: AssignmentFolder]
  /// Why some can't be used any more.
  public let faults: [String]

  /// Looks into every folder in a folder; those that are none of ours are left alone.
  public init(in parent: String) {
    var (folders, faults) = ([String: AssignmentFolder](), [String]())
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent))?.sorted() ?? []
    for name in names {
      let path = (parent as NSString).appendingPathComponent(name)
      let mark = (path as NSString).appendingPathComponent(AssignmentFolder.progressName)
      guard FileManager.default.fileExists(atPath: mark) else { continue }
      do throws(CourseError) {
        let folder = try AssignmentFolder(path: path)
        folders[folder.assignment.id] = folder
      } catch {
        faults.append("\(name): \(error)")
      }
    }
    self.folders = folders
    self.faults = faults
  }

  /// The course file that an instructor gave out and that a folder was started with; nil where none was.
  public var courseFile: [UInt8]? {
    folders.sorted { $0.key < $1.key }.lazy.compactMap(\.value.courseFile).first
  }

  /// The pathway that was chosen when an assignment was started.
  public var pathway: Pathway? {
    folders.sorted { $0.key < $1.key }.lazy.compactMap(\.value.progress.pathway).first
  }

  /// The next assignment of a course that wasn't submitted, of those for a pathway: after a given one where
  /// there is any, else the first.
  public func next(
    in course: Course, pathway: Pathway?, after assignment: Assignment? = nil
  ) -> Assignment? {
    let open = course.assignments.indices.filter { place in
      let candidate = course.assignments[place]
      return pathway.map { candidate.pathways.contains($0) } ?? true
        && candidate.id != assignment?.id
        && (folders[candidate.id]?.progress.submissions ?? 0) == 0
    }
    let place = course.assignments.firstIndex { $0.id == assignment?.id } ?? -1
    return (open.first { $0 > place } ?? open.first).map { course.assignments[$0] }
  }
}
