#!/usr/bin/env python3
"""Precision of each attribution rule, for the table in src/claims/attribution/confidence.rs. Standard library only; not run by cargo test.

  newsclaim extract --input jsonl --format jsonl ARTICLES.jsonl > FOUND.jsonl
  python3 tests/measure_rules.py GOLD.jsonl FOUND.jsonl            a table: rule, right, found, precision
  python3 tests/measure_rules.py GOLD.jsonl FOUND.jsonl --rust     the same as lines of Rust

GOLD: one article a line, {"text": …, "attributions": [{"source": [[start, end], …], "cue": …, "content": …}]}, offsets in UTF-8 bytes.
FOUND: the extraction of the same articles, in the same order.

A claim is right when its cue shares a byte with a gold cue, its content has a token Jaccard of at least one half with the gold content, and
the sources share a token or are both absent; one to one, the best contents first. Claims inside another's content (nested_in) are left out:
the gold marks the outermost only.
"""
import json, re, sys
from collections import Counter

TOKEN = re.compile(rb"[\w\x80-\xff]+(?:['-][\w\x80-\xff]+)*")


def tokens(raw, spans):
    return {start + found.start() for start, end in spans for found in TOKEN.finditer(raw[start:end])}


def pair(span):
    span = span.get("span", span) if isinstance(span, dict) else span
    return (span["start"], span["end"]) if isinstance(span, dict) else tuple(span)


def hull(spans):
    spans = [pair(span) for span in spans]
    return (min(start for start, _ in spans), max(end for _, end in spans))


def claim(raw, source, cue, content, rule=None):
    pieces = [pair(span) for span in content]
    words = tokens(raw, pieces)
    if pieces and raw[pieces[0][0]:pieces[0][0] + 5].lower() == b"that ":
        words -= {min(words)}
    return {"source": tokens(raw, [hull(source)]) if source else set(), "cue": hull(cue) if cue else None, "content": words, "rule": rule}


def measure(gold_file, found_file):
    right, found_total = Counter(), Counter()
    with open(gold_file, encoding="utf-8") as gold_lines, open(found_file, encoding="utf-8") as found_lines:
        for gold_line, found_line in zip(gold_lines, found_lines):
            gold, found = json.loads(gold_line), json.loads(found_line)
            raw = gold["text"].encode()
            wanted = [claim(raw, a["source"], a["cue"], a["content"]) for a in gold["attributions"] if a["content"]]
            given = [
                claim(raw, [c["source"]["span"]] if c["source"] else None, [c["cue"]["span"]] if c["cue"] else None, c["content"], c["rule"])
                for c in found["claims"] if c.get("nested_in") is None
            ]
            for one in given:
                found_total[one["rule"]] += 1
            pairs = []
            for i, a in enumerate(wanted):
                for j, b in enumerate(given):
                    if a["cue"] and b["cue"] and a["cue"][0] < b["cue"][1] and b["cue"][0] < a["cue"][1]:
                        union = len(a["content"] | b["content"])
                        pairs.append((len(a["content"] & b["content"]) / union if union else 0.0, i, j))
            used, taken = set(), set()
            for jaccard, i, j in sorted(pairs, reverse=True):
                if i in used or j in taken:
                    continue
                used.add(i)
                taken.add(j)
                a, b = wanted[i]["source"], given[j]["source"]
                if jaccard >= 0.5 and (a & b or not a and not b):
                    right[given[j]["rule"]] += 1
    return right, found_total


def main():
    rust = "--rust" in sys.argv
    files = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    if len(files) != 2:
        sys.exit(__doc__)
    right, found = measure(*files)
    for rule in sorted(found):
        if rust:
            print(f'    ("{rule}", {right[rule]}, {found[rule]}),')
        else:
            print(f"{rule:40} {right[rule]:6} {found[rule]:6} {right[rule] / found[rule]:6.3f}")
    if not rust:
        print(f"{'all':40} {sum(right.values()):6} {sum(found.values()):6} {sum(right.values()) / max(1, sum(found.values())):6.3f}")


if __name__ == "__main__":
    main()
