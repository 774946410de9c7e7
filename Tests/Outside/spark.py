"""Runs `whosaid extract` as the mapper of a Spark job: 1,000 articles over eight partitions give what one process gives."""
import json, os, pathlib, random, subprocess, sys, tempfile, time

from pyspark import SparkConf, SparkContext, SparkFiles

whosaid = pathlib.Path(sys.argv[1]).resolve()
samples = pathlib.Path(__file__).resolve().parents[2] / "Resources/Samples"
COUNT, PARTITIONS = 1000, 8


def articles():
    """Invented articles: paragraphs of the samples, shuffled, no two alike."""
    order = random.Random(1)
    paragraphs = [part for file in sorted(samples.glob("*.txt")) for part in file.read_text().split("\n\n")[1:] if len(part) > 80]
    for number in range(COUNT):
        text = "\n\n".join(order.sample(paragraphs, 6))
        yield json.dumps({"doc": f"{number % 7}/{number}.txt", "title": f"Article {number}", "date": "2025-05-01", "text": text})


lines = list(articles())
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder, "articles.jsonl")
    path.write_text("\n".join(lines) + "\n")
    with open(path) as stream:
        alone = subprocess.run([whosaid, "extract", "-"], stdin=stream, capture_output=True, check=True).stdout.decode().splitlines()

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    conf = SparkConf().setMaster("local[4]").setAppName("whosaid").set("spark.ui.enabled", "false")
    conf.set("spark.ui.showConsoleProgress", "false")
    context = SparkContext(conf=conf)
    context.setLogLevel("ERROR")
    try:
        context.addFile(str(whosaid))
        program = SparkFiles.get(whosaid.name)
        start = time.monotonic()
        piped = context.textFile(str(path), PARTITIONS).pipe(f"{program} extract --jobs 1 -")
        partitions = piped.glom().collect()
        seconds = time.monotonic() - start
    finally:
        context.stop()

together = [line for partition in partitions for line in partition]
if len(partitions) < PARTITIONS or any(not partition for partition in partitions):
    sys.exit(f"spark: the work was not spread: {[len(partition) for partition in partitions]}")
if together != alone:
    missing, more = set(alone) - set(together), set(together) - set(alone)
    sys.exit(f"spark: {len(missing)} quotations are missing, {len(more)} are too many, of {len(alone)}")
if len({json.loads(line)["doc"] for line in alone}) < COUNT * 0.95:
    sys.exit("spark: most articles gave nothing, which proves nothing")
print(f"spark: {COUNT} articles on {len(partitions)} partitions give the same {len(alone)} quotations as one process, in {seconds:.1f} s")
