// A wall file: cairo is called here and nowhere else.
internal import CCairo

/// Draws with cairo: a PNG of the chart's pixels, or a PDF with its fonts embedded.
///
/// The bytes are the same for the same drawing on the same machine: the PDF carries a fixed date, and text
/// is neither hinted nor smoothed for a kind of screen.
@safe struct CairoCanvas: ~Copyable {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let sink: UnsafeMutablePointer<[UInt8]>

  /// A PDF says when it was made; a chart says in its footer what it was made from instead.
  private static let date = "2000-01-01T00:00:00Z"
  private static let family = "DejaVu Sans"

  /// The drawing as a PNG.
  /// - Parameter scale: pixels of the file for each pixel of the drawing.
  static func png(_ drawing: Drawing, scale: Double) throws(CanvasError) -> [UInt8] {
    let (width, height) = (Int32(drawing.width * scale), Int32(drawing.height * scale))
    let sink = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)
    unsafe sink.initialize(to: [])
    let canvas = unsafe try CairoCanvas(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), sink: sink)
    unsafe cairo_scale(canvas.context, scale, scale)
    try canvas.draw(drawing)
    let status = unsafe cairo_surface_write_to_png_stream(canvas.surface, collect, sink)
    try check(status)
    return unsafe sink.pointee
  }

  /// The drawing as a PDF of one page, a pixel being 3/4 of a point.
  static func pdf(_ drawing: Drawing) throws(CanvasError) -> [UInt8] {
    let sink = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)
    unsafe sink.initialize(to: [])
    let surface = unsafe cairo_pdf_surface_create_for_stream(
      collect, sink, drawing.width * 0.75, drawing.height * 0.75)
    let canvas = unsafe try CairoCanvas(surface, sink: sink)
    // Later versions pack objects together, so that neither date nor fonts can be seen in the bytes.
    unsafe cairo_pdf_surface_restrict_to_version(canvas.surface, CAIRO_PDF_VERSION_1_4)
    for (name, text) in [
      (CAIRO_PDF_METADATA_TITLE, drawing.title), (CAIRO_PDF_METADATA_SUBJECT, drawing.description),
      (CAIRO_PDF_METADATA_CREATE_DATE, date), (CAIRO_PDF_METADATA_MOD_DATE, date),
    ] {
      unsafe cairo_pdf_surface_set_metadata(canvas.surface, name, text)
    }
    unsafe cairo_scale(canvas.context, 0.75, 0.75)
    try canvas.draw(drawing)
    unsafe cairo_surface_finish(canvas.surface)
    try unsafe check(cairo_surface_status(canvas.surface))
    return unsafe sink.pointee
  }

  private init(
    _ surface: OpaquePointer?, sink: UnsafeMutablePointer<[UInt8]>
  ) throws(CanvasError) {
    let context = unsafe cairo_create(surface)
    let status = unsafe cairo_status(context)
    guard let surface = unsafe surface, let context = unsafe context, status == CAIRO_STATUS_SUCCESS
    else {
      unsafe cairo_destroy(context)
      unsafe cairo_surface_destroy(surface)
      unsafe sink.deinitialize(count: 1)
      unsafe sink.deallocate()
      throw .cairo(CairoCanvas.text(of: status))
    }
    unsafe self.surface = surface
    unsafe self.context = context
    unsafe self.sink = sink
    let options = unsafe cairo_font_options_create()
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    unsafe cairo_set_font_options(context, options)
    unsafe cairo_font_options_destroy(options)
    unsafe cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    unsafe cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
  }

  deinit {
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)
    unsafe sink.deinitialize(count: 1)
    unsafe sink.deallocate()
  }

  // MARK: - Drawing

  private func draw(_ drawing: Drawing) throws(CanvasError) {
    try checkFont()
    draw(
      .rectangle(
        Box(left: 0, top: 0, right: drawing.width, bottom: drawing.height), fill: drawing.background
      ))
    for mark in drawing.marks { draw(mark) }
    try unsafe CairoCanvas.check(cairo_status(context))
  }

  private func draw(_ mark: Mark) {
    switch mark {
    case .group(_, _, let marks): for mark in marks { draw(mark) }
    case .area(let points, let fill):
      trace(points)
      unsafe cairo_close_path(context)
      self.fill(fill, opacity: 1)
    case .line(let points, let stroke):
      trace(points)
      self.stroke(stroke)
    case .circle(let center, let radius, let fill, let stroke):
      unsafe cairo_new_sub_path(context)
      unsafe cairo_arc(context, center.x, center.y, radius, 0, 2 * Double.pi)
      unsafe cairo_close_path(context)
      color(fill, opacity: 1)
      unsafe cairo_fill_preserve(context)
      self.stroke(stroke)
    case .rectangle(let box, let fill):
      unsafe cairo_rectangle(context, box.left, box.top, box.width, box.height)
      self.fill(fill, opacity: 1)
    case .shape(let path, let fill, let opacity):
      trace(path)
      unsafe cairo_close_path(context)
      self.fill(fill, opacity: opacity)
    case .text(let block): draw(block)
    }
  }

  private func draw(_ block: TextBlock) {
    let style = block.style
    select(style.weight, size: style.size)
    color(style.color, opacity: 1)
    for (index, line) in block.lines.enumerated() {
      let width = TextMetrics.width(line, size: style.size, weight: style.weight)
      let left =
        switch block.anchor {
        case .start: block.x
        case .middle: block.x - width / 2
        case .end: block.x - width
        }
      unsafe cairo_move_to(context, left, block.baseline + Double(index) * style.lineHeight)
      unsafe cairo_show_text(context, line)
    }
    unsafe cairo_new_path(context)
  }

  /// The layout reckons with the widths of one font. Another would run over its boxes, and none at all
  /// would leave boxes in place of letters, without cairo saying anything.
  private func checkFont() throws(CanvasError) {
    let sample = "Urban mining 1900–2020, 467 Mt"
    for weight in [TextStyle.Weight.regular, .bold] {
      select(weight, size: 100)
      var extents = cairo_text_extents_t()
      unsafe cairo_text_extents(context, sample, &extents)
      let expected = TextMetrics.width(sample, size: 100, weight: weight)
      guard abs(extents.x_advance / expected - 1) < 0.02 else {
        throw .noFont(CairoCanvas.family)
      }
    }
  }

  private func select(_ weight: TextStyle.Weight, size: Double) {
    unsafe cairo_select_font_face(
      context, CairoCanvas.family, CAIRO_FONT_SLANT_NORMAL,
      weight == .bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    unsafe cairo_set_font_size(context, size)
  }

  private func trace(_ points: [Point]) {
    for (index, point) in points.enumerated() {
      if index == 0 {
        unsafe cairo_move_to(context, point.x, point.y)
      } else {
        unsafe cairo_line_to(context, point.x, point.y)
      }
    }
  }

  private func trace(_ path: Path) {
    for step in path.steps {
      switch step {
      case .move(let point): unsafe cairo_move_to(context, point.x, point.y)
      case .line(let point): unsafe cairo_line_to(context, point.x, point.y)
      case .curve(let first, let second, let end):
        unsafe cairo_curve_to(context, first.x, first.y, second.x, second.y, end.x, end.y)
      }
    }
  }

  private func fill(_ fill: Color, opacity: Double) {
    color(fill, opacity: opacity)
    unsafe cairo_fill(context)
  }

  private func stroke(_ stroke: Stroke) {
    color(stroke.color, opacity: 1)
    unsafe cairo_set_line_width(context, stroke.width)
    let pattern = stroke.pattern
    unsafe pattern.withUnsafeBufferPointer { lengths in
      unsafe cairo_set_dash(context, lengths.baseAddress, Int32(lengths.count), 0)
    }
    unsafe cairo_stroke(context)
  }

  private func color(_ color: Color, opacity: Double) {
    unsafe cairo_set_source_rgba(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, opacity
    )
  }

  private static func check(_ status: cairo_status_t) throws(CanvasError) {
    guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(text(of: status)) }
  }

  private static func text(of status: cairo_status_t) -> String {
    unsafe String(cString: cairo_status_to_string(status))
  }
}

/// Takes what cairo writes.
private let collect: cairo_write_func_t = { closure, bytes, count in
  guard let closure = unsafe closure, let bytes = unsafe bytes else {
    return CAIRO_STATUS_WRITE_ERROR
  }
  let sink = unsafe closure.assumingMemoryBound(to: [UInt8].self)
  unsafe sink.pointee.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
  return CAIRO_STATUS_SUCCESS
}
