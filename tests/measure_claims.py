#!/usr/bin/env python3
"""Precision, recall and F1 of claims against annotated news, as measure_rules.py judges them. Standard library only; not run by cargo test.

  newsclaim extract --input jsonl --format jsonl ARTICLES.jsonl > FOUND.jsonl
  tests/measure_claims.py GOLD.jsonl FOUND.jsonl

GOLD and FOUND: see measure_rules.py. Of an attribution corpus such as PolNeAR every attribution with a content is an item of GOLD.
"""
import json, sys

from measure_rules import measure


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    right, found = measure(*sys.argv[1:])
    with open(sys.argv[1], encoding="utf-8") as lines:
        wanted = sum(bool(one["content"]) for line in lines for one in json.loads(line)["attributions"])
    hits, given = sum(right.values()), sum(found.values())
    print(f"precision {hits / max(1, given):.3f} recall {hits / max(1, wanted):.3f} F1 {2 * hits / max(1, given + wanted):.3f}")


if __name__ == "__main__":
    main()
