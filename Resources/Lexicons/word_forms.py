#!/usr/bin/env python3
"""Writes word_forms.tsv: what each English word form can be, by the inflections that LemmInflect packs.

    pip download --no-deps lemminflect==0.2.3 && unzip lemminflect-0.2.3-*.whl
    word_forms.py lemminflect/resources/infl_lu.csv.gz > word_forms.tsv
"""
import collections
import gzip
import sys

TAGS = "NN NNS NNP NNPS VB VBZ VBD VBN VBG JJ JJR RB".split()

tags_of = collections.defaultdict(set)


def add(forms, tag):
    for form in forms.split("/"):
        if form and not form.isdigit():
            tags_of[form.lower()].add(tag)


for line in gzip.open(sys.argv[1], "rt", encoding="utf-8"):
    lemma, category, *forms = line.rstrip("\n").split(",")
    if category == "noun":
        name = "P" if lemma[0].isupper() else ""
        add(lemma, "NN" + name)
        add("/".join(form for form in forms[0].split("/") if form != lemma), "NN" + name + "S")
    elif category == "verb":
        past, participle, gerund, third = forms
        add(lemma, "VB")
        add(past, "VBD")
        add(participle or past, "VBN")
        add(gerund, "VBG")
        add(third, "VBZ")
    else:
        add(lemma, "JJ" if category == "adj" else "RB")
        add("/".join(forms), "JJR")

print("# What a word form can be, in lower case: NN NNS NNP NNPS VB VBZ VBD VBN VBG JJ RB, and JJR for every")
print("# comparative and superlative. Made by word_forms.py from LemmInflect 0.2.3: see word_forms.LICENSE.txt.")
for word, tags in sorted(tags_of.items()):
    print(word, " ".join(sorted(tags, key=TAGS.index)), sep="\t")
