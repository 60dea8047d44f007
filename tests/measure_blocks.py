#!/usr/bin/env python3
"""Counts the weights of src/text/blocks/weights.rs from pages whose lines are marked article or furniture.

    NEWSCLAIM_PAGES=pages.jsonl cargo test --release --lib prints_traits -- --nocapture | tests/measure_blocks.py marked.jsonl

pages.jsonl: {"text"} a line; marked.jsonl, in the same order: {"site", "lines": [[start, end, 1 article | 0 furniture | null], …]}, in
UTF-8 bytes. Needs numpy and scikit-learn. Prints what eightfold cross-validation over sites finds, then every weight.
"""
import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

SWITCH, TRUST, MOST, FOLDS = 2.0, 1.6, 6.0, 8  # as in article.rs


def path(scores):
    best, came = [0.0, 0.0], []
    for score in scores:
        left, entered = best[1] - SWITCH > best[0], best[0] - SWITCH > best[1]
        best = [best[1] - SWITCH if left else best[0], score + (best[0] - SWITCH if entered else best[1])]
        came.append((left, not entered))
    state, found = bool(best[1] > best[0]), []
    for step in reversed(came):
        found.append(state)
        state = bool(step[state])
    return found[::-1]


def main():
    pages = [[row.split() for row in json.loads(line[5:])] for line in sys.stdin if line.startswith("PAGE ")]
    marked = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    names = sorted({name for page in pages for row in page for name in row[3:]})
    place = {name: number for number, name in enumerate(names)}
    data = []
    for page, gold in zip(pages, marked, strict=True):
        size = max(end for _, end, _ in gold["lines"])
        mark = np.full(size + 1, -1, dtype=np.int8)
        for start, end, label in gold["lines"]:
            mark[start:end] = -1 if label is None else label
        x = np.zeros((len(page), len(names)))
        article, furniture = [], []
        for number, row in enumerate(page):
            x[number, [place[name] for name in row[3:]]] = 1
            held = mark[int(row[0]) : int(row[1])]
            article.append(int((held == 1).sum()))
            furniture.append(int((held == 0).sum()))
        data.append((gold["site"], x, np.array(article), np.array(furniture), [row[2] for row in page]))

    def fit(without):
        rows, labels, weights = [], [], []
        for site, x, article, furniture, kinds in data:
            if site in without:
                continue
            for row, a, f, kind in zip(x, article, furniture, kinds):
                if a + f and kind != "boilerplate":
                    rows.append(row)
                    labels.append(int(a >= f))
                    weights.append(1 + (a + f) / 40)
        return LogisticRegression(C=0.3, max_iter=3000).fit(rows, labels, sample_weight=np.array(weights) / np.mean(weights))

    sites = sorted({site for site, *_ in data})
    np.random.RandomState(0).shuffle(sites)
    hit = lost = missed = kept = 0
    for fold in range(FOLDS):
        held_out = set(sites[fold::FOLDS])
        model = fit(held_out)
        for site, x, article, furniture, kinds in data:
            if site not in held_out:
                continue
            scores = np.clip(x @ model.coef_[0] + model.intercept_[0] + TRUST, -MOST, MOST)
            scores = [0.0 if kind == "boilerplate" else score for score, kind in zip(scores, kinds)]
            for inside, a, f, kind in zip(path(scores), article, furniture, kinds):
                if not inside or kind in ("boilerplate", "byline", "credit"):
                    hit, lost = hit + f, lost + a
                else:
                    missed, kept = missed + f, kept + a
    print(f"held out: furniture F1 {2 * hit / (2 * hit + lost + missed):.3f}, of the articles lost {lost / (lost + kept):.4f}")
    model = fit(set())
    print(f"intercept {model.intercept_[0]:.1f}")
    for name, weight in zip(names, model.coef_[0]):
        print(f"{name} {weight:.1f}")


main()
