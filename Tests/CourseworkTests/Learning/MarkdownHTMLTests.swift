import Testing

@testable import Coursework

struct MarkdownHTMLTests {
  /// Expected markup as the CommonMark specification has it (tables and code as GitHub's).
  @Test(arguments: [
    ("# Title", "<h1>Title</h1>\n"), ("### 1. `a` (x)", "<h3>1. <code>a</code> (x)</h3>\n"),
    ("one\ntwo\n\nthree", "<p>one\ntwo</p>\n<p>three</p>\n"),
    ("a *b* **c** `d*e*`", "<p>a <em>b</em> <strong>c</strong> <code>d*e*</code></p>\n"),
    ("**a *b***", "<p><strong>a *b</strong>*</p>\n"),
    ("2 * 3 * 4 < 5 & 6", "<p>2 * 3 * 4 &lt; 5 &amp; 6</p>\n"),
    ("    x = *y*\n    z", "<pre><code>x = *y*\nz\n</code></pre>\n"),
    ("```\na < b\n\nc\n```\nd", "<pre><code>a &lt; b\n\nc\n</code></pre>\n<p>d</p>\n"),
    ("- one\n  more\n- two", "<ul>\n<li>one\nmore</li>\n<li>two</li>\n</ul>\n"),
    ("1. one\n2. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n"),
    (
      "[words](https://x.org/?a=1&b=2)", "<p><a href=\"https://x.org/?a=1&amp;b=2\">words</a></p>\n"
    ),
    ("![a \"chart\"](figure.svg)", "<p><img src=\"figure.svg\" alt=\"a &quot;chart&quot;\"></p>\n"),
    ("2020 was", "<p>2020 was</p>\n"), ("#no", "<p>#no</p>\n"),
  ])
  func rendersWhatCourseTextsUse(_ sample: (markdown: String, markup: String)) {
    #expect(MarkdownHTML.markup(of: sample.markdown) == sample.markup)
  }

  @Test func rendersTables() {
    let markdown = "| a | b |\n|---|---|\n| 1 | `2` |\n| 3 | |"
    #expect(
      MarkdownHTML.markup(of: markdown) == """
        <table>
        <thead><tr><th>a</th><th>b</th></tr>
        </thead>
        <tbody><tr><td>1</td><td><code>2</code></td></tr>
        <tr><td>3</td><td></td></tr>
        </tbody>
        </table>

        """)
  }
}
