/// A course for Open edX in its Open Learning XML: a folder that Studio imports after
/// `tar czf course.tar.gz -C FOLDER course`.
///
/// Each assignment (of a bank each question) is one problem with so many variants in it, of which
/// Open edX draws one for each learner (`rerandomize="per_student"`). Answers are graded by a Python
/// function in the problem: it reads units, knows the mistakes with their credit and their words.
/// Open edX's own `numericalhint` is never used: it raises an error there.
struct OLXCourse {
  let files: [ExportPackage.File]
  /// Questions, variants counted each.
  let count: Int

  init(
    _ assignments: [Assignment], of course: Course, variants: Int
  ) throws(CourseError) {
    var files: [ExportPackage.File] = []
    var count = 0
    func add(_ path: String, _ element: XMLElement) {
      // Open edX reads fragments, without a declaration.
      let text = element.document.split(separator: "\n", maxSplits: 1).dropFirst().joined()
      files.append(ExportPackage.File(path: "course/\(path).xml", text: text))
    }
    add(
      "course",
      XMLElement("course", ["url_name": "run", "org": "urbanmine", "course": course.id]))
    let weeks = Set(assignments.map(\.week)).sorted()
    add(
      "course/run",
      XMLElement(
        "course", ["display_name": course.title],
        elements: weeks.map { XMLElement("chapter", ["url_name": "week\($0)"]) }))
    for week in weeks {
      let own = assignments.filter { $0.week == week }
      add(
        "chapter/week\(week)",
        XMLElement(
          "chapter", ["display_name": "Week \(week)"],
          elements: own.map { XMLElement("sequential", ["url_name": $0.id]) }))
      for assignment in own {
        add(
          "sequential/\(assignment.id)",
          XMLElement(
            "sequential", ["display_name": assignment.title, "graded": "true"],
            elements: [XMLElement("vertical", ["url_name": assignment.id])]))
        let problems = try OLXProblem.all(assignment, of: course, variants: variants)
        add(
          "vertical/\(assignment.id)",
          XMLElement(
            "vertical", ["display_name": assignment.title],
            elements: problems.map { XMLElement("problem", ["url_name": $0.name]) }))
        for problem in problems {
          add("problem/\(problem.name)", problem.element)
          files += problem.figures.map {
            ExportPackage.File(path: "course/static/\($0.path)", text: $0.svg)
          }
          count += problem.count
        }
      }
    }
    self.files = files
    self.count = count
  }
}
