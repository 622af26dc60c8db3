"""Opens a report in a headless Chromium and looks at it as readers do: with and without JavaScript, in
both themes, by keyboard, and on paper. Needs nothing but Python and Chromium.

    check_report.py REPORT.html FOLDER [CHROMIUM]     screenshots go to FOLDER; exit 1 if a check fails
"""

import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


class Browser:
    """Chromium behind its debugging pipe: JSON messages, each ended by a zero byte."""

    def __init__(self, program):
        read_end, self.out = os.pipe()
        self.back, write_end = os.pipe()
        self.profile = tempfile.mkdtemp()

        def plug():
            # Chromium reads descriptor 3 and writes descriptor 4; copies first, in case they are those.
            spare = [os.dup(read_end), os.dup(write_end)]
            os.dup2(spare[0], 3)
            os.dup2(spare[1], 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             "--hide-scrollbars", f"--user-data-dir={self.profile}", "about:blank"],
            preexec_fn=plug, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read_end)
        os.close(write_end)
        self.buffer, self.number, self.session = b"", 0, None
        self.complaints, self.requests = [], []
        target = self("Target.createTarget", url="about:blank")["targetId"]
        self.session = self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self(f"{domain}.enable")

    def message(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.back, 1 << 20)
            if not piece:
                raise SystemExit("the browser has gone")
            self.buffer += piece
        text, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(text)
        method, params = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.complaints.append(params["exceptionDetails"].get("text", "exception"))
        if method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.complaints.append(params["entry"]["text"])
        if method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            self.complaints.append(str(params["args"]))
        if method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        return message

    def __call__(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def open(self, url):
        self("Page.navigate", url=url)
        while self.message().get("method") != "Page.loadEventFired":
            pass

    def value(self, script):
        answer = self("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in answer:
            raise SystemExit(f"{script}: {answer['exceptionDetails']['text']}")
        return answer["result"].get("value")

    def press(self, key):
        for kind in ["rawKeyDown", "keyUp"]:
            self("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                 windowsVirtualKeyCode={"Tab": 9, "ArrowRight": 39, "ArrowLeft": 37}[key])

    def picture(self, path):
        data = self("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(data))

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


def main(report, folder, program):
    folder.mkdir(parents=True, exist_ok=True)
    browser, faults = Browser(program), []

    def expect(holds, what):
        print(("ok    " if holds else "FAILS ") + what)
        if not holds:
            faults.append(what)

    url = report.resolve().as_uri()
    browser("Emulation.setDeviceMetricsOverride", width=1200, height=1600, deviceScaleFactor=1, mobile=False)
    browser.open(url)
    shown = "[...document.querySelectorAll('.case')].filter(s => s.offsetHeight > 0).length"
    visible = "[...document.querySelectorAll('.case')].findIndex(s => s.offsetHeight > 0)"
    back = "getComputedStyle(document.querySelector('.page')).backgroundColor"
    drawn = "[...document.querySelectorAll('.case:not([hidden]) .canvas svg')].filter(s => s.clientHeight > 200).length"
    expect(browser.value(shown) == 1, "one scenario is shown at a time")
    expect(browser.value(drawn) >= 9, "all charts of the scenario are drawn, fans too")
    expect(browser.value("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the window")
    light = browser.value(back)
    browser.picture(folder / "light.png")

    # By keyboard alone: scenario, theme, a chart and its values.
    browser.press("Tab")
    expect(browser.value("document.activeElement.name") == "case", "Tab reaches the scenarios")
    browser.press("ArrowRight")
    expect(browser.value(visible) == 1, "an arrow key chooses the next scenario")
    browser.press("ArrowLeft")
    expect(browser.value(visible) == 0, "and back")
    browser.press("Tab")
    expect(browser.value("document.activeElement.name") == "theme", "Tab reaches the colours")
    browser.press("ArrowRight")
    browser.press("ArrowRight")
    dark = browser.value(back)
    expect(dark != light, "the dark theme is dark")
    browser.picture(folder / "dark.png")
    browser.press("Tab")
    expect(browser.value("document.activeElement.className") == "canvas", "Tab reaches the first chart")
    browser.press("ArrowLeft")
    first = browser.value("document.querySelector('.tip')?.textContent") or ""
    expect("\n" in first and ":" in first, f"an arrow key shows values: {first[:60]!r}")
    browser.press("ArrowLeft")
    expect(browser.value("document.querySelector('.tip')?.textContent") != first, "the next ones follow")
    browser.picture(folder / "values.png")

    # Under the pointer, in a Sankey diagram.
    place = browser.value(
        "(() => { const s = document.querySelector('[id$=\"-sankey-links\"] path'); s.scrollIntoView({block: 'center'});"
        " const b = s.getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; })()")
    browser("Input.dispatchMouseEvent", type="mouseMoved", x=place[0], y=place[1])
    tips = browser.value("[...document.querySelectorAll('.tip')].map(t => t.textContent).join(' ')")
    expect("→" in tips, f"a link tells its value: {tips[:60]!r}")

    # The system's wish decides unless the reader does.
    browser("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    browser.value("document.getElementById('theme-auto').click()")
    expect(browser.value(back) == dark, "a system that wants dark gets dark")
    browser("Emulation.setEmulatedMedia", media="print")
    expect(browser.value(back) == light, "paper is white")
    pages = browser("Page.printToPDF", printBackground=True)["data"]
    (folder / "printed.pdf").write_bytes(base64.b64decode(pages))
    browser("Emulation.setEmulatedMedia", media="", features=[])

    # A phone.
    browser("Emulation.setDeviceMetricsOverride", width=390, height=800, deviceScaleFactor=1, mobile=True)
    expect(browser.value("document.documentElement.scrollWidth <= innerWidth"), "it fits a phone")
    browser.picture(folder / "phone.png")

    # Without JavaScript.
    browser("Emulation.setScriptExecutionDisabled", value=True)
    browser("Emulation.setDeviceMetricsOverride", width=1200, height=1600, deviceScaleFactor=1, mobile=False)
    browser.open(url)
    browser.press("Tab")
    browser.press("ArrowRight")
    expect(browser.value(visible) == 1, "scenarios switch without JavaScript")
    expect(browser.value("document.querySelectorAll('tbody tr').length") > 500, "tables are there without JavaScript")

    foreign = [url for url in browser.requests if not url.startswith(("file:", "data:", "about:"))]
    expect(not foreign, f"no request leaves the page {foreign[:3]}")
    expect(not browser.complaints, f"the console is quiet {browser.complaints[:3]}")
    browser.close()
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    program = sys.argv[3] if len(sys.argv) > 3 else shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        raise SystemExit("there is no chromium; `make browser-check` installs it on Debian")
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), program))
