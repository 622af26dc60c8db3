public import ArgumentParser
public import Charts
public import Coursework
public import ModelFiles
public import UrbanMining

// The choices of the libraries as words of the command line.
extension InflowTiming: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }

  public var defaultValueDescription: String { description }
}

extension NegativeInflowPolicy: ExpressibleByArgument {}
extension ChartSize: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
extension Sampler: ExpressibleByArgument {}
extension ModelImport.Format: ExpressibleByArgument {}
extension Pathway: ExpressibleByArgument {}
extension DepositMining.Basis: ExpressibleByArgument {}
extension GradingPolicy.Attempts: ExpressibleByArgument {}
extension Gradebook.Layout: ExpressibleByArgument {}
extension ExportPackage.Format: ExpressibleByArgument {}
extension RobustLoss: ExpressibleByArgument {}
extension LifetimeFit.Family: ExpressibleByArgument {}
