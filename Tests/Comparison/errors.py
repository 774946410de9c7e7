#!/usr/bin/env python3
"""Counts the kinds of errors that remain, against annotated articles; prints no text.

    errors.py EVAL SPLIT [FILE]

EVAL is the folder of score_quotes.py, whose definitions are used; SPLIT holds text/ and attributions/; FILE is what
`whosaid extract SPLIT/text --format jsonl` wrote (standard input without it).
"""
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, sys.argv[1])
import score_quotes  # noqa: E402


def near(one, others):
    return any(one.content & other.content for other in others)


def source_error(gold, found):
    """What is wrong with whom a matched quotation is said by, if anything."""
    if not gold.source:
        return "a source where none is annotated" if found.source else None
    if score_quotes.right_speaker(gold, found):
        return None
    if not found.source:
        return "no source found"
    return "wrong source, right cue" if gold.cue & found.cue else "wrong source, wrong cue" if gold.cue and found.cue \
        else "wrong source, no cue"


def edge_error(gold, found):
    """At which ends a matched quotation is too long or too short."""
    faults = []
    for side, a, b in (("left", min(found.content), min(gold.content)),
                       ("right", -max(found.content), -max(gold.content))):
        if a != b:
            faults.append(f"{side} too {'long' if a < b else 'short'}")
    return ", ".join(faults) or "only inside"


def count(corpus):
    """corpus: pairs of annotated and found quotations, one an article."""
    missed, spurious, edges, sources, all_of = Counter(), Counter(), Counter(), Counter(), Counter()
    for gold, found in corpus:
        pairs = score_quotes.match(gold, found)
        matched = {id(quotation) for pair in pairs for quotation in pair}
        all_of["annotated"] += len(gold)
        all_of["found"] += len(found)
        all_of["matched"] += len(pairs)
        for one in gold:
            if id(one) not in matched:
                missed[one.kind, "speech" if one.speech else "other",
                       "partly covered" if near(one, found) else "nothing near"] += 1
        for one in found:
            if id(one) not in matched:
                spurious[one.kind, "overlaps an annotated one" if near(one, gold) else "nothing annotated near"] += 1
        for one, other in pairs:
            if one.content != other.content:
                edges[edge_error(one, other)] += 1
            fault = source_error(one, other)
            if fault:
                sources[fault] += 1
    return all_of, {
        "missed": missed, "spurious": spurious, "matched, other words": edges, "matched, other source": sources}


def main():
    split = Path(sys.argv[2])
    predictions = sys.argv[3] if len(sys.argv) > 3 else "-"
    totals, classes = count(score_quotes.load(split / "text", split / "attributions", predictions))
    print(", ".join(f"{number} {name}" for name, number in totals.items()))
    for name, counter in classes.items():
        print(f"\n{name}: {sum(counter.values())}")
        for key, number in sorted(counter.items(), key=lambda item: (-item[1], item[0])):
            print(f"  {number:5}  {key if isinstance(key, str) else ', '.join(key)}")


if __name__ == "__main__":
    main()
