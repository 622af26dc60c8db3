internal import ModelFiles

/// A page of HTML that needs nothing but itself.
struct HTMLPage {
  /// Plain text.
  let title: String
  /// CSS.
  let style: String
  /// Markup, with a line break at its end.
  let body: String

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(XMLText.escaped(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }
}
