public import UrbanMining

extension TableLibrary {
  /// The points of a survival table with the columns `age` and `survival`.
  public func survivalPoints(in name: String) throws(LifetimeError) -> Lifetime.Points {
    do {
      let table = try CSVTable(bytes: try bytes(of: name), name: name)
      let (age, survival) = (
        try table.index(ofColumn: "age"), try table.index(ofColumn: "survival")
      )
      var points: Lifetime.Points = ([], [])
      for row in table.rows.indices {
        guard let year = try table.number(row: row, column: age) else {
          throw table.fault(at: table[row, age], "the age is missing")
        }
        guard let share = try table.number(row: row, column: survival) else {
          throw table.fault(at: table[row, survival], "the survival is missing")
        }
        points.ages.append(year)
        points.survival.append(share)
      }
      return points
    } catch let error as TableNotFound {
      throw .tableNotFound(name: name, reason: error.message)
    } catch {
      throw .tableNotFound(name: name, reason: "\(error)")
    }
  }
}
