"""Reads what `whosaid extract` writes with parsers that are not ours, and holds it against JSON lines."""
import csv, io, json, pathlib, re, subprocess, sys, tempfile

whosaid = sys.argv[1]
root = pathlib.Path(__file__).resolve().parents[2]
samples = root / "Resources/Samples"


def extract(name, *more):
    run = subprocess.run([whosaid, "extract", "--format", name, *more, str(samples)], capture_output=True, check=True)
    return run.stdout.decode()


def module(name):
    try:
        return __import__(name)
    except ImportError:
        print(f"exports: {name} is not there, skipped")
        return None


lines = [json.loads(line) for line in extract("jsonl").splitlines()]
texts = {name: (samples / name).read_text() for name in {line["doc"] for line in lines}}
checked = 0


def check(truth, what):
    global checked
    checked += 1
    if not truth:
        sys.exit(f"exports: {what}")


def one_line(text):
    return " ".join(text.split())


for line in lines:
    words = " … ".join(texts[line["doc"]][start:end] for start, end in line["spans"])
    check(words == line["text"], f"spans of {line['id']} hold other words")
check(len({line["id"] for line in lines}) == len(lines), "ids repeat")
check(json.loads(extract("json")) == lines, "JSON is not what JSON lines is")

rows = list(csv.DictReader(io.StringIO(extract("csv"), newline="")))
check([row["id"] for row in rows] == [line["id"] for line in lines], "CSV has other rows")
check(all(row["text"].lstrip("'") == one_line(line["text"]) for row, line in zip(rows, lines)), "CSV has other words")
check(all(not cell.startswith(tuple("=+-@")) for row in rows for cell in row.values()), "CSV has a formula")
rows = list(csv.DictReader(io.StringIO(extract("tsv"), newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))
check([row["text"].lstrip("'") for row in rows] == [one_line(line["text"]) for line in lines], "TSV has other words")

annotations = json.loads(extract("web-annotation"))
check(len(annotations) == len(lines), "annotations are not as many")
for annotation, line in zip(annotations, lines):
    text = texts[line["doc"]]
    for target, span in zip(annotation["target"], line["spans"], strict=True):
        position, quote = target["selector"]
        check([position["start"], position["end"]] == span, "an annotation stands elsewhere")
        check(text[span[0] : span[1]] == quote["exact"], "an annotation has other words")
        check(text[: span[0]].endswith(quote["prefix"]) and text[span[1] :].startswith(quote["suffix"]), "surroundings")

with tempfile.TemporaryDirectory() as folder:
    extract("brat", "--output", folder)
    events = 0
    for name, text in texts.items():
        path = pathlib.Path(folder, name)
        check(path.read_text() == text, "brat has another text")
        for row in path.with_suffix(".ann").read_text().splitlines():
            if row[0] == "E":
                events += 1
            if row[0] != "T":
                continue
            _, place, words = row.split("\t")
            spans = [span.split() for span in place.split(" ", 1)[1].split(";")]
            check(" ".join(text[int(a) : int(b)] for a, b in spans) == words, "brat marks other words")
    check(events == len(lines), "brat has not as many attributions")

articles = list(dict.fromkeys(line["doc"] for line in lines))
check(len(json.loads(extract("csl-json"))) == len(articles), "CSL-JSON has not as many articles")
if rispy := module("rispy"):
    records = rispy.loads(extract("ris"))
    check(len(records) == len(articles), "RIS has not as many articles")
    check(sum(len(record["notes"]) for record in records) == len(lines), "RIS has not as many quotations")
if bibtexparser := module("bibtexparser"):
    check(len(bibtexparser.parse_string(extract("bibtex")).entries) == len(articles), "BibTeX has not as many articles")
if module("markdown_it") and module("mdit_py_plugins"):
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    html = MarkdownIt().use(footnote_plugin).render(extract("markdown"))
    quotes = re.findall(r"<blockquote>\s*<p>(.*?)</p>", html, re.S)
    check([one_line(quote.replace("&quot;", '"')) for quote in quotes] == [one_line(line["text"]) for line in lines], "Markdown has other words")
if module("rdflib"):
    import rdflib

    # The context lies on the web: a vocabulary says the same, but for types of values.
    document = json.loads(extract("schema-org"))
    document["@context"] = {"@vocab": "https://schema.org/"}
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    check(len(set(graph.subjects(rdflib.RDF.type, schema.Quotation))) == len(lines), "JSON-LD has not as many quotations")
print(f"exports: {checked} checks passed on {len(lines)} quotations")
