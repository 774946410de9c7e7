"""Test files by Python's own libraries, feedgen and warcio; called by make.sh."""
import csv
import gzip
import io
import json
import mailbox
import re
from datetime import datetime, timezone
from email.message import EmailMessage
from pathlib import Path

from feedgen.feed import FeedGenerator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TITLE, BYLINE, OUTLET, URL = "Pier vote put off until the spring", "Ann Ray", "Harbor News", "https://example.org/pier"
DATE = datetime(2024, 10, 11, 8, 30, tzinfo=timezone.utc)
source = Path("article.md").read_text(encoding="utf-8").split("---\n", 2)[2]
paragraphs = [re.sub(r"\*\*|^## |^- ", "", re.sub(r"\[(.*?)\]\(.*?\)", r"\1", line)) for line in source.splitlines() if line]
html = Path("pandoc.html").read_text(encoding="utf-8")
body = html[html.index("<body>") + 6:html.index("</body>")]
body = body[body.index("</header>") + 9:] if "</header>" in body else body
text = "\n\n".join(paragraphs)


def mail(number=0):
    message = EmailMessage()
    message["From"] = '"Ann Ray" <ann@example.org>'
    message["To"] = "desk@example.org"
    message["Subject"] = TITLE + (f" – part {number}" if number else "")
    message["Date"] = DATE
    message["Message-ID"] = f"<{number}@example.org>"
    message.set_content(text + "\n\nFrom now on “nothing” is certain, she said – not even the pier.\n")
    return message


newsletter = mail()
newsletter["List-Unsubscribe"] = "<https://example.org/out>"
newsletter.replace_header("From", "Harbor News <letter@example.org>")
newsletter.add_alternative(f"<html><body>{body}<p><a href='x'>Unsubscribe</a></p></body></html>", subtype="html", cte="quoted-printable")
newsletter.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="a.bin")
Path("python.eml").write_bytes(mail().as_bytes())
Path("newsletter.eml").write_bytes(newsletter.as_bytes())
Path("python.mbox").unlink(missing_ok=True)
box = mailbox.mbox("python.mbox")
for number in range(3):
    box.add(mail(number))
box.close()

feed = FeedGenerator()
feed.load_extension("dc")
feed.id("https://example.org/")
feed.title(OUTLET)
feed.link(href="https://example.org/", rel="alternate")
feed.description("All of the harbor")
feed.language("en")
for number in range(2):
    entry = feed.add_entry()
    entry.id(f"{URL}?{number}")
    entry.title(TITLE)
    entry.link(href=URL)
    entry.published(DATE)
    entry.updated(DATE)
    entry.author({"name": BYLINE, "email": "ann@example.org"})
    entry.dc.dc_creator(BYLINE)
    entry.description("The harbor board put off the vote.")
    entry.content(body, type="CDATA")
feed.rss_file("feedgen.rss", pretty=True)
feed.atom_file("feedgen.atom", pretty=True)

fields = {"headline": TITLE, "authors": [BYLINE], "publication": OUTLET, "published_at": DATE.isoformat(), "url": URL, "body": text}
Path("python.json").write_text(json.dumps(fields, indent=2), encoding="utf-8")
Path("python.jsonl").write_text("".join(json.dumps(fields | {"id": f"a{n}"}) + "\n" for n in range(3)), encoding="utf-8")
Path("feed.json").write_text(json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": OUTLET, "language": "en",
    "items": [{"id": "1", "url": URL, "title": TITLE, "content_html": body, "date_published": DATE.isoformat(), "authors": [{"name": BYLINE}]}],
}), encoding="utf-8")
Path("ninjs.json").write_text(json.dumps({
    "uri": URL, "type": "text", "versioncreated": DATE.isoformat(), "byline": "By " + BYLINE, "headline": TITLE,
    "copyrightholder": OUTLET, "language": "en", "body_xhtml": body,
}), encoding="utf-8")
for name, dialect in (("python.csv", "excel"), ("python.tsv", "excel-tab")):
    with open(name, "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, ["id", "headline", "author", "source", "date", "url", "text"], dialect=dialect)
        table.writeheader()
        for number in range(2):
            table.writerow({"id": f"r{number}", "headline": TITLE, "author": BYLINE, "source": OUTLET, "date": "2024-10-11", "url": URL, "text": text})

page = html.replace("<head>", f'<head><meta property="og:site_name" content="{OUTLET}"><link rel="canonical" href="{URL}">')
Path("page.html").write_text(page, encoding="utf-8")
with open("page.html.gz", "wb") as file:
    file.write(gzip.compress(page.encode(), mtime=0))
with open("warcio.warc.gz", "wb") as file:
    writer = WARCWriter(file, gzip=True)
    writer.write_record(writer.create_warcinfo_record("warcio.warc.gz", {"software": "warcio"}))
    for status, kind, payload in (("200 OK", "text/html; charset=utf-8", page.encode()), ("404 Not Found", "text/html", b"<html>no</html>"), ("200 OK", "image/png", b"\x89PNG")):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(URL, "response", payload=io.BytesIO(payload), http_headers=headers, warc_headers_dict={"WARC-Date": "2024-10-12T00:00:00Z"})
        writer.write_record(record)
    writer.write_record(writer.create_warc_record(URL, "request", payload=io.BytesIO(b"GET / HTTP/1.1\r\n\r\n")))
with open("warcio.wet.gz", "wb") as file:
    writer = WARCWriter(file, gzip=True)
    writer.write_record(writer.create_warcinfo_record("warcio.wet.gz", {"software": "warcio"}))
    plain = io.BytesIO((TITLE + "\n\n" + text).encode())
    writer.write_record(writer.create_warc_record(URL, "conversion", payload=plain, warc_content_type="text/plain", warc_headers_dict={"WARC-Date": "2024-10-12T00:00:00Z"}))
