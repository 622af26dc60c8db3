import ModelFiles
import Testing
import UrbanMining

@Suite struct DotTextTests {
  @Test func drawsProcessesByKindAndFlowsByRule() throws {
    #expect(
      try SampleModel.file().base.dotText == """
        digraph "demo" {
          rankdir=LR;
          label="demo";
          node [fontname="Helvetica", shape=box, style=rounded];
          edge [fontname="Helvetica", fontsize=10];
          "mine" [label="mine", shape=ellipse, style=dashed];
          "refining" [label="refining"];
          "use" [label="use\\nby end_use", peripheries=2];
          "yard" [label="yard\\nby end_use"];
          "waste" [label="waste", shape=cylinder, style=solid];
          "mine" -> "refining" [label="primary\\ngiven"];
          "refining" -> "use" [label="share"];
          "use" -> "yard" [label="collected\\nremainder"];
          "yard" -> "refining" [label="old_scrap\\nshare", style=bold];
          "yard" -> "waste" [label="loss\\nremainder"];
        }

        """)
  }

  @Test func quotesWhatWouldEndAQuotedText() throws {
    let file = try SampleModel.file(
      ("unit: kt", "unit: kt\ntitle: 'A \"big\" cycle\\'\nlabels: { use: 'in\\\"use\\' }"))
    let text = file.base.dotText
    #expect(text.contains(#"label="A \"big\" cycle\\";"#))
    #expect(text.contains(#"[label="in\\\"use\\\nby end_use", peripheries=2]"#))
  }
}
