/// The contents of a NetCDF-4 file: dimensions, variables over them, and attributes.
public struct NetCDFDataset: Hashable, Sendable {
  public let dimensions: [Dimension]
  public let variables: [Variable]
  /// The attributes of the file.
  public let attributes: [Attribute]

  /// A dimension by its name.
  public struct Dimension: Hashable, Sendable {
    public let name: String
    public let length: Int

    public init(name: String, length: Int) {
      self.name = name
      self.length = length
    }
  }

  /// A named fact about a variable or the file.
  public struct Attribute: Hashable, Sendable {
    public let name: String
    public let value: Value

    /// A text or a number.
    public enum Value: Hashable, Sendable {
      case text(String)
      case number(Double)
    }

    public init(_ name: String, _ text: String) {
      self.name = name
      value = .text(text)
    }

    public init(_ name: String, _ number: Double) {
      self.name = name
      value = .number(number)
    }
  }

  /// Values over some of the dimensions, the last varying fastest.
  public struct Variable: Hashable, Sendable {
    public let name: String
    /// The names of its dimensions.
    public let dimensions: [String]
    public let values: Values
    public let attributes: [Attribute]

    /// What a variable holds.
    public enum Values: Hashable, Sendable {
      /// Numbers; nil where there is none.
      case numbers([Double?])
      case wholeNumbers([Int])
      /// Texts over one dimension.
      case texts([String])
      /// Numbers that come in parts while the file is written; NaN where there is none.
      case inParts
    }

    public init(name: String, dimensions: [String], values: Values, attributes: [Attribute]) {
      self.name = name
      self.dimensions = dimensions
      self.values = values
      self.attributes = attributes
    }
  }

  /// Some values of a variable that comes in parts: a box in the space of its dimensions.
  public struct Part: Sendable {
    public let variable: String
    /// Where the box begins, for each dimension.
    public let start: [Int]
    /// How long it is along each.
    public let count: [Int]
    /// Those in the box, the last dimension varying fastest.
    public let values: [Double]

    public init(variable: String, start: [Int], count: [Int], values: [Double]) {
      precondition(
        start.count == count.count && values.count == count.reduce(1, *), "a value for each place")
      self.variable = variable
      self.start = start
      self.count = count
      self.values = values
    }
  }

  /// - Parameters:
  ///   - dimensions: all dimensions that variables name.
  ///   - variables: each with as many values as its dimensions span.
  ///   - attributes: those of the file.
  public init(dimensions: [Dimension], variables: [Variable], attributes: [Attribute]) {
    let lengths = Dictionary(uniqueKeysWithValues: dimensions.map { ($0.name, $0.length) })
    for variable in variables {
      let size = variable.dimensions.reduce(1) { size, name in
        guard let length = lengths[name] else {
          preconditionFailure("a variable is over dimensions of its file")
        }
        return size * length
      }
      let count =
        switch variable.values {
        case .numbers(let values): values.count
        case .wholeNumbers(let values): values.count
        case .texts(let values): values.count
        case .inParts: size
        }
      precondition(count == size, "a variable has one value for each place")
    }
    self.dimensions = dimensions
    self.variables = variables
    self.attributes = attributes
  }
}
