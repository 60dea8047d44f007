#!/usr/bin/env python3
"""Dates against a corpus in TimeML, counted as TempEval-3 counts them. Standard library only; not run by cargo test.

  tests/measure_dates.py FOLDER > articles.jsonl
  newsclaim extract --input jsonl --format jsonl articles.jsonl > found.jsonl
  tests/measure_dates.py FOLDER found.jsonl

FOLDER holds .tml files, as TimeBank does in the release of TempEval-3: TIMEX3 elements inside of TEXT, the day of publication in DCT.
An expression is found when the spans share a character, one to one in the order of the text; its value is right when it is the same string.
"""
import json, sys
from pathlib import Path
from xml.etree import ElementTree


def article(file):
    """Text, day of publication, and [start, end, value] of each expression, in code points."""
    root = ElementTree.parse(file).getroot()
    marked, text = [], []

    def walk(element):
        start = sum(map(len, text))
        text.append(element.text or "")
        for child in element:
            walk(child)
            text.append(child.tail or "")
        if element.tag == "TIMEX3":
            marked.append([start, sum(map(len, text)), element.get("value")])

    walk(root.find("TEXT"))
    day = root.find("DCT/TIMEX3")
    return "".join(text), day.get("value")[:10] if day is not None else None, sorted(marked)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    files = sorted(Path(sys.argv[1]).glob("*.tml"))
    if len(sys.argv) == 2:
        for file in files:
            text, day, _ = article(file)
            print(json.dumps({"id": file.stem, "text": text, "published": day}))
        return
    lines = map(json.loads, open(sys.argv[2], encoding="utf-8"))
    found = {line["id"]: line for line in lines}
    wanted = given = overlap = exact = right = 0
    for file in files:
        text, _, marked = article(file)
        offsets = [0]
        for character in text:
            offsets.append(offsets[-1] + len(character.encode()))
        dates = [(date["span"]["start"], date["span"]["end"], date["value"]) for date in found[file.stem]["dates"]]
        wanted, given, taken = wanted + len(marked), given + len(dates), set()
        for start, end, value in marked:
            start, end = offsets[start], offsets[end]
            pair = next((n for n, date in enumerate(dates) if n not in taken and date[0] < end and start < date[1]), None)
            if pair is not None:
                taken.add(pair)
                overlap += 1
                exact += dates[pair][:2] == (start, end)
                right += dates[pair][2] == value
    for what, hits in (("found", overlap), ("exact span", exact), ("right value", right)):
        print(f"{what:12} precision {hits / max(1, given):.3f} recall {hits / max(1, wanted):.3f} F1 {2 * hits / max(1, given + wanted):.3f}")


if __name__ == "__main__":
    main()
