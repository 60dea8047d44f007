"""Articles through newsclaim under Spark and in one process: the same lines, byte for byte. `run` beside it calls this, in a
folder of its own: compare.py BINARY FIXTURES
"""

import json
import pathlib
import random
import subprocess
import sys

import pandas
from pyspark.sql import SparkSession

ARTICLES = 10_000
BINARY, FIXTURES = sys.argv[1], pathlib.Path(sys.argv[2])
COMMAND = [BINARY, "extract", "--input", "jsonl", "--format", "jsonl", "--jobs", "1"]


def articles():
    """Paragraphs of the fixtures in ever new company: no two articles are alike, and every run makes the same."""
    paragraphs = [
        paragraph
        for fixture in sorted(FIXTURES.glob("*.txt"))
        for paragraph in fixture.read_text("utf-8").split("\n")
        if paragraph.strip()
    ]
    for number in range(ARTICLES):
        chance = random.Random(number)
        text = "\n\n".join(chance.sample(paragraphs, chance.randint(2, 6)))
        # Whatever cuts at these as if they ended a line would be found out.
        text += f"\n\nNo. {number}\u2028was\u0085said\u000bto be “the last”, Zoë Holm said.\r\n"
        day = f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield {"id": f"made-up/{number}", "text": text, "published": chance.choice([day, None])}


def in_one_process(lines):
    return subprocess.run(COMMAND, input=lines, stdout=subprocess.PIPE, check=True).stdout


def by_pipe(spark, file):
    lines = spark.sparkContext.textFile(file, minPartitions=8)
    lines.pipe(" ".join(COMMAND)).saveAsTextFile("found")
    parts = sorted(pathlib.Path("found").glob("part-*"))
    return b"".join(part.read_bytes() for part in parts), len(parts)


def by_pandas(spark, file):
    def extract(batches):
        for articles in batches:
            lines = articles.to_json(orient="records", lines=True).encode()
            found = subprocess.run(COMMAND, input=lines, stdout=subprocess.PIPE).stdout
            yield pandas.DataFrame({"found": found.decode().split("\n")[:-1]})

    table = spark.read.json(file, schema="id string, text string, published string")
    rows = table.repartition(8).mapInPandas(extract, schema="found string").collect()
    return [row.found.encode() for row in rows]


def main():
    file = pathlib.Path("articles.jsonl").absolute()
    with file.open("w", encoding="utf-8", newline="") as out:
        out.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in articles())
    expected = in_one_process(file.read_bytes())
    lines = expected.split(b"\n")[:-1]
    assert len(lines) == ARTICLES, len(lines)

    # Two workers with a core each, every one a process of its own.
    builder = SparkSession.builder.master("local-cluster[2,1,1024]")
    spark = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        piped, parts = by_pipe(spark, file.as_uri())
        assert parts >= 8, parts
        assert piped == expected, "rdd.pipe writes something else"
        # A table has no order.
        assert sorted(by_pandas(spark, file.as_uri())) == sorted(lines), "mapInPandas gives something else"
    finally:
        spark.stop()
    size = file.stat().st_size
    print(f"{ARTICLES} articles, {size / 1e6:.1f} MB: rdd.pipe ({parts} parts) and mapInPandas give what one process gives")


main()
