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
        points.ages.append(try table.number(row: row, column: age) ?? .nan)
        points.survival.append(try table.number(row: row, column: survival) ?? .nan)
      }
      return points
    } catch let error as TableNotFound {
      throw .tableNotFound(name: name, reason: error.message)
    } catch {
      throw .tableNotFound(name: name, reason: "\(error)")
    }
  }
}
