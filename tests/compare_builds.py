#!/usr/bin/env python3
"""What a change of the rules changes: every claim, figure and date of two builds, side by side.

    cargo build --release --features cli && cp target/release/newsclaim /tmp/before    # before the change
    cargo build --release --features cli                                                # behind it
    tests/compare_builds.py /tmp/before target/release/newsclaim ARTICLES.jsonl ...     # one article a line, as `extract --input jsonl`

Prints, article by article, what one build finds and the other does not, under its sentence, `-` before and `+` behind, and
at the end how many of each kind there are. Fields that change together with a claim (its id, its place in the list) are
not compared. Standard library only; what is equal prints nothing, so the output of a change of names must be one line.
"""
import json
import subprocess
import sys
from collections import Counter, defaultdict


def words(found):
    return found["text"] if found else "-"


def claims(extraction):
    for claim in extraction["claims"]:
        source = claim["source"]
        content = " || ".join(words(piece) for piece in claim["content"])
        outer = "" if claim["nested_in"] is None else " (nested)"
        relays = ", ".join(words(relay) for relay in claim["relays"])
        rest = [claim["kind"], claim["polarity"], claim["form"], claim["status"] or "", (source or {}).get("name") or "?"]
        rest += ["→ " + words(claim["target"])] if claim["target"] else []
        rest += [f"by way of {relays}"] if relays else []
        rest += ["answers " + words(extraction["claims"][claim["responds_to"]]["cue"])] if claim["responds_to"] is not None else []
        rest += ["negated"] if claim["negated"] else []
        what = f"{words(source)} | {words(claim['cue'])} | {content}{outer}  [{', '.join(filter(None, rest))}]"
        yield claim["sentence"], "claim", what, claim["rule"]


def figures(extraction):
    for figure in extraction["casualties"]:
        shown = {key: value for key, value in figure.items() if key not in ("rule", "claim", "sentence", "id", "confidence")}
        yield figure["sentence"], "figure", json.dumps(shown, ensure_ascii=False), figure.get("rule", "")


def dates(extraction):
    for date in extraction["dates"]:
        shown = {key: value for key, value in date.items() if key not in ("rule", "sentence", "id")}
        yield date["sentence"], "date", json.dumps(shown, ensure_ascii=False), date.get("rule", "")


def extracted(binary, path):
    command = [binary, "extract", "--input", "jsonl", "--format", "jsonl", path]
    output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def main(before, behind, paths):
    counts, totals, rules = Counter(), Counter(), Counter()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            texts = [json.loads(line)["text"].encode() for line in lines]
        for text, old, new in zip(texts, extracted(before, path), extracted(behind, path), strict=True):
            changed = defaultdict(list)
            sides = []
            for extraction in (old, new):
                found = [each for kind in (claims, figures, dates) for each in kind(extraction)]
                sides.append(Counter(found))
                totals.update(kind for _, kind, _, _ in found)
            # A claim under another rule, otherwise the same, is a change of names.
            for mark, found, other in (("-", sides[0], sides[1]), ("+", sides[1], sides[0])):
                for sentence, kind, what, rule in (found - other).elements():
                    changed[sentence].append((kind, what, mark, rule))
            for sentence, found in sorted(changed.items(), key=lambda item: item[0]):
                span = new["sentences"][sentence]["span"]
                shown = " ".join(text[span["start"] : span["end"]].decode("utf-8", "replace").split())
                print(f"\n{old.get('id')} · {shown}")
                for kind, what, mark, rule in sorted(found, key=lambda each: (each[0], each[1], each[2] == "+")):
                    print(f"  {mark} {kind} {what}  <{rule}>")
                    counts[mark + " " + kind] += 1
                    rules[f"{mark} {rule}"] += 1
    print(f"\n{sum(counts.values())} changes of {sum(totals.values()) // 2}: {dict(counts)}")
    for rule, count in rules.most_common():
        print(f"  {count:4} {rule}")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
