"""Subtitles by pysrt, webvtt-py and pycaption: the article's paragraphs as they are spoken; called by make.sh."""
import re
import textwrap
from pathlib import Path

import pysrt
import webvtt
from pycaption import Caption, CaptionList, CaptionNode, CaptionSet, SRTWriter, WebVTTWriter

source = Path("article.md").read_text(encoding="utf-8").split("---\n", 2)[2]
paragraphs = [re.sub(r"\*\*|^- ", "", re.sub(r"\[(.*?)\]\(.*?\)", r"\1", line)) for line in source.splitlines() if line and line[0] != "#"]
# Two lines of forty letters each three seconds, and a breath between paragraphs.
cues, second = [], 1
for paragraph in paragraphs:
    lines = textwrap.wrap(paragraph, 40)
    for row in range(0, len(lines), 2):
        cues.append((second, second + 3, lines[row:row + 2]))
        second += 3
    second += 6

srt = pysrt.SubRipFile(items=[
    pysrt.SubRipItem(number, pysrt.SubRipTime(seconds=start), pysrt.SubRipTime(seconds=end), "\n".join(lines))
    for number, (start, end, lines) in enumerate(cues, 1)])
srt.save("pysrt.srt", encoding="utf-8")

vtt = webvtt.WebVTT()
for start, end, lines in cues:
    vtt.captions.append(webvtt.Caption(*(f"00:{at // 60:02}:{at % 60:02}.000" for at in (start, end)), lines))
vtt.save("webvtt-py.vtt")


def nodes(lines):
    for row, line in enumerate(lines):
        if row:
            yield CaptionNode.create_break()
        yield CaptionNode.create_text(line)


captions = CaptionSet({"en": CaptionList([Caption(start * 1_000_000, end * 1_000_000, list(nodes(lines))) for start, end, lines in cues])})
for name, writer in (("pycaption.vtt", WebVTTWriter()), ("pycaption.srt", SRTWriter())):
    Path(name).write_text(writer.write(captions), encoding="utf-8")
