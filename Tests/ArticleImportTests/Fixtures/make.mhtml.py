"""page.html as Chromium saves it (MHTML), over chromedriver; called by make.sh."""
import json
import subprocess
import time
import urllib.request
from pathlib import Path

PORT = 9517


def ask(path, body):
    request = urllib.request.Request(f"http://localhost:{PORT}/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["value"]


driver = subprocess.Popen(["chromedriver", f"--port={PORT}"], stdout=subprocess.DEVNULL)
try:
    time.sleep(3)
    options = {"goog:chromeOptions": {"args": ["--headless=new", "--no-sandbox", "--disable-gpu"]}}
    session = ask("session", {"capabilities": {"alwaysMatch": options}})["sessionId"]
    ask(f"session/{session}/url", {"url": Path("page.html").resolve().as_uri()})
    saved = ask(f"session/{session}/goog/cdp/execute", {"cmd": "Page.captureSnapshot", "params": {"format": "mhtml"}})
    # Where the page lay on this machine is nobody's business.
    text = saved["data"].replace(Path("page.html").resolve().as_uri(), "https://example.org/pier.html")
    Path("chromium.mhtml").write_bytes(text.encode())
    urllib.request.urlopen(urllib.request.Request(f"http://localhost:{PORT}/session/{session}", method="DELETE"))
finally:
    driver.terminate()
