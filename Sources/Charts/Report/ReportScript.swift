/// What a report does when JavaScript is allowed: values under the pointer and by arrow keys.
enum ReportScript {
  /// For charts with a horizontal axis the row of the table at that year; for others the titles that the
  /// picture carries, taken over so that the browser does not show them as well.
  static let text = """
    (function () {
      "use strict";
      document.querySelectorAll("figure.chart").forEach(function (figure) {
        var canvas = figure.querySelector(".canvas");
        var svg = canvas.querySelector("svg");
        var plots = JSON.parse(figure.dataset.plots);
        var heads = Array.from(figure.querySelectorAll("thead th"), function (cell) {
          return cell.textContent;
        });
        var rows = Array.from(figure.querySelectorAll("tbody tr"), function (row) {
          return Array.from(row.children, function (cell) { return cell.textContent; });
        });
        var years = rows.map(function (row) { return parseFloat(row[0].replace("\u{2212}", "-")); });
        var marks = Array.from(svg.querySelectorAll("g > title"), function (title) {
          var group = title.parentNode;
          group.dataset.tip = title.textContent;
          group.setAttribute("aria-label", title.textContent);
          title.remove();
          return group;
        });
        var at = -1, tip = null, hair = null;

        function part(name) {
          var element = document.createElement("div");
          element.className = name;
          canvas.appendChild(element);
          return element;
        }
        function hide() {
          if (tip) { tip.remove(); tip = null; }
          if (hair) { hair.remove(); hair = null; }
        }
        function show(text, x, y) {
          if (!tip) { tip = part("tip"); tip.setAttribute("role", "status"); }
          tip.textContent = text;
          var room = canvas.scrollLeft + canvas.clientWidth - tip.offsetWidth - 4;
          tip.style.left = Math.max(canvas.scrollLeft, Math.min(room, x + 14)) + "px";
          tip.style.top = Math.max(0, Math.min(canvas.clientHeight - tip.offsetHeight, y + 14)) + "px";
        }
        function place() { return svg.getBoundingClientRect(); }
        function scale() { return place().width / svg.viewBox.baseVal.width; }

        // The values of the row at a place of the table, at a plot.
        function showRow(index, plot) {
          at = index;
          var factor = scale();
          var share = (years[index] - plot[4]) / Math.max(1e-9, plot[5] - plot[4]);
          var x = (plot[0] + share * (plot[2] - plot[0])) * factor;
          var lines = heads.slice(1).map(function (head, place) {
            return rows[index][place + 1] === "" ? null : head + ": " + rows[index][place + 1];
          }).filter(Boolean);
          if (!hair) { hair = part("hair"); }
          hair.style.left = x + "px";
          hair.style.top = plot[1] * factor + "px";
          hair.style.height = (plot[3] - plot[1]) * factor + "px";
          show([rows[index][0]].concat(lines).join("\\n"), x, plot[1] * factor);
        }
        function nearest(year) {
          var best = 0;
          years.forEach(function (other, index) {
            if (Math.abs(other - year) < Math.abs(years[best] - year)) { best = index; }
          });
          return best;
        }
        function showMark(index) {
          at = index;
          var box = marks[index].getBoundingClientRect(), own = place();
          show(marks[index].dataset.tip, box.left + box.width / 2 - own.left,
            box.top + box.height / 2 - own.top);
        }

        canvas.addEventListener("pointermove", function (event) {
          var own = place();
          var x = (event.clientX - own.left) / scale(), y = (event.clientY - own.top) / scale();
          var plot = plots.find(function (plot) {
            return x >= plot[0] - 8 && x <= plot[2] + 8 && y >= plot[1] - 20 && y <= plot[3] + 8;
          });
          if (plot && rows.length) {
            return showRow(nearest(plot[4] + (x - plot[0]) / (plot[2] - plot[0]) * (plot[5] - plot[4])),
              plot);
          }
          var group = event.target.closest ? event.target.closest("g[data-tip]") : null;
          if (!group || plots.length) { return hide(); }
          show(group.dataset.tip, event.clientX - own.left, event.clientY - own.top);
        });
        canvas.addEventListener("pointerleave", hide);
        canvas.addEventListener("blur", hide);
        canvas.addEventListener("keydown", function (event) {
          var step = { ArrowRight: 1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key];
          if (event.key === "Escape") { return hide(); }
          if (!step) { return; }
          event.preventDefault();
          var count = plots.length ? rows.length : marks.length;
          if (!count) { return; }
          var next = at < 0 ? (plots.length ? count - 1 : 0) : (at + step + count) % count;
          if (plots.length) { showRow(next, plots[0]); } else { showMark(next); }
        });
      });
    })();
    """
}
