internal import ArgumentParser

/// `urbanmine course`: the course on metals.
struct CourseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Learn about metals, with numbers of your own; teach and grade.",
    discussion: """
      EXAMPLE:
        urbanmine course list                       what there is to do
        urbanmine course start w3-stock --as anna   a folder with your numbers
        cd w3-stock                                 read it, fill in answers.csv
        urbanmine course check                      what is right, and what isn't
        urbanmine course submit                     a sealed file to hand in

      No account and no network: 'anna' is any name of yours that nobody else in
      the course has. Everything lies in the folder.
      """,
    groupedSubcommands: [
      CommandGroup(
        name: "Learning",
        subcommands: [
          CourseListCommand.self, CourseStartCommand.self, CourseCheckCommand.self,
          CourseHintCommand.self, CourseSubmitCommand.self, CourseStatusCommand.self,
          CoursePracticeCommand.self,
        ]),
      CommandGroup(
        name: "Teaching",
        subcommands: [
          CourseGradeCommand.self, CourseRegradeCommand.self, CourseStatsCommand.self,
          CourseStatementCommand.self, CourseVerifyCommand.self, CourseExportCommand.self,
          CourseRehearseCommand.self, CourseLintCommand.self,
        ]),
    ])
}
