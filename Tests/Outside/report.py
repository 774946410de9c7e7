"""Uses the HTML report as a person does, in headless Chromium driven over WebDriver (W3C), and leaves screenshots."""
import base64, json, pathlib, socket, subprocess, sys, tempfile, time, urllib.request

whosaid = sys.argv[1]
root = pathlib.Path(__file__).resolve().parents[2]
shots = root / ".build/outside"
shots.mkdir(parents=True, exist_ok=True)
ATTACK = """Title: <img src=x onerror="window.attacked=1"> & </title><script>window.attacked=1</script>
Outlet: "><script>window.attacked=1</script>
Date: 2024-02-03
URL: javascript:window.attacked=1

"</blockquote><script>window.attacked=1</script> is not nice," said Ada <b onmouseover=alert(1)>Lind.
"""


def run(*arguments):
    return subprocess.run([whosaid, *map(str, arguments)], capture_output=True, check=True).stdout.decode()


def check(truth, what):
    if not truth:
        sys.exit(f"report: {what}")


class Browser:
    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.driver = subprocess.Popen(["chromedriver", f"--port={self.port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"]}
        wanted = {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}}
        for attempt in range(100):
            try:
                self.session = ""
                self.session = "/" + self.call("", wanted)["sessionId"]
                return
            except (ConnectionError, urllib.error.URLError):
                time.sleep(0.1)
        sys.exit("report: chromedriver does not answer")

    def call(self, path, body=None, method="POST"):
        data = json.dumps(body or {}).encode() if method == "POST" else None
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/session{self.session}{path}", data, method=method)
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, url):
        self.call("/url", {"url": "about:blank"})
        self.call("/url", {"url": url})

    def script(self, text, *arguments):
        return self.call("/execute/sync", {"script": text, "args": arguments})

    def find(self, selector):
        return next(iter(self.call("/element", {"using": "css selector", "value": selector}).values()))

    def click(self, selector):
        self.call(f"/element/{self.find(selector)}/click")

    def type(self, selector, text):
        self.call(f"/element/{self.find(selector)}/value", {"text": text})

    def shot(self, name, width, height):
        self.call("/window/rect", {"width": width, "height": height})
        (shots / name).write_bytes(base64.b64decode(self.call("/screenshot", method="GET")))

    def close(self):
        try:
            self.call("", method="DELETE")
        finally:
            self.driver.terminate()


VISIBLE = "return [...document.querySelectorAll('.quote')].filter(node => node.offsetParent !== null).length"

with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "attack.txt").write_text(ATTACK)
    inputs = [root / "Resources/Samples", folder / "attack.txt"]
    page = folder / "report.html"
    run("extract", "--format=html", "--output", page, *inputs)
    lines = [json.loads(line) for line in run("extract", *inputs).splitlines()]
    speakers = [{actor["name"] for actor in line["actors"]} for line in lines]
    most = max((name for names in speakers for name in names), key=lambda name: sum(name in names for names in speakers))
    browser = Browser()
    try:
        browser.open(page.as_uri())
        browser.call("/window/rect", {"width": 1300, "height": 900})
        browser.open(page.as_uri())
        check(browser.script("return window.attacked") is None, "words of an article ran as a script")
        check(browser.script("return document.querySelectorAll('b, img, iframe, [onmouseover]').length") == 0, "markup of an article got in")
        check(browser.script("return [...document.links].every(link => /^https?:/.test(link.href))"), "a link leads elsewhere")
        check(browser.script("return performance.getEntriesByType('resource').length") == 0, "the page loads something")
        check(browser.script(VISIBLE) == len(lines), "not every quotation is shown")
        browser.shot("report-wide.png", 1300, 900)

        first = "#speakers li:first-child button"
        check(browser.script(f"return document.querySelector('{first} .name').textContent") == most, "the first speaker is another")
        browser.click(first)
        wanted = sum(most in names for names in speakers)
        check(browser.script(VISIBLE) == wanted, "a speaker's quotations are not as many")
        check(browser.script("return document.activeElement.querySelector('.name').textContent") == most, "the focus is lost")
        browser.type("#search", "channel")
        wanted = sum(most in names and "channel" in line["text"].lower() for names, line in zip(speakers, lines))
        check(browser.script(VISIBLE) == wanted, "the search finds another number")
        address = browser.call("/url", method="GET")
        check("speaker=" in address and "q=channel" in address, "the address does not hold the choice")
        browser.shot("report-filtered.png", 1300, 900)
        browser.open(address)
        check(browser.script(VISIBLE) == wanted, "an address sent on shows something else")
        browser.click("#clear")
        check(browser.script(VISIBLE) == len(lines), "the filters cannot be taken back")

        bar = browser.script("return [...document.querySelectorAll('.bar')].findIndex(bar => !bar.title.endsWith(': 0'))")
        browser.click(f".bar:nth-child({bar + 1})")
        date = browser.script("return decodeURIComponent(location.hash).split('date=')[1]")
        wanted = sum((line["when"] or "").startswith(date) for line in lines)
        check(wanted > 0 and browser.script(VISIBLE) == wanted, "the timeline finds another number")
        browser.click("#clear")
        browser.click("#open")
        marked = browser.script("return [...document.querySelectorAll('.quote')].filter(node => !node.querySelector('mark.content')).map(node => node.id)")
        check(not marked, f"no words are marked in their paragraph: {marked[:3]}")
        check(browser.script("return document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window")
        browser.call("/window/rect", {"width": 500, "height": 900})
        browser.open(page.as_uri())
        check(browser.script("return document.documentElement.scrollWidth <= innerWidth"), "the page is wider than a telephone")
        browser.shot("report-narrow.png", 500, 900)
        errors = [entry["message"] for entry in browser.call("/se/log", {"type": "browser"}) if entry["level"] == "SEVERE"]
        check(not errors, f"the console says {errors[:3]}")
    finally:
        browser.close()
print(f"report: {len(lines)} quotations filtered, searched and read in Chromium; screenshots in {shots.relative_to(root)}")
