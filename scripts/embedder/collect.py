"""Step 1: read every source into one file of pairs, without repetitions.

usage: collect.py [--limit N] PACKAGES_FOLDER PAIRS_OUT [MORE_PAIRS.jsonl[.zst]]
"""

import argparse
import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import morphology
import readers
from cloze import cloze_pairs
from sources import SOURCES


def all_pairs(packages: Path, more: Path | None, limit: int | None) -> Iterator[readers.Pair]:
    """At most `limit` pairs of each source that is read from packages."""
    for source in SOURCES:
        if source.read is not None:
            yield from islice(source.read(packages), limit)
    if more is not None:
        command = ["zstd", "-dcq", str(more)] if more.suffix == ".zst" else ["cat", str(more)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
            yield from readers.from_file(process.stdout or [])


def main(packages: Path, out: str, more: Path | None, limit: int | None) -> None:
    seen: set[int] = set()
    counts: Counter[tuple[str, ...]] = Counter()
    words = morphology.Words()
    with open(out, "w", encoding="utf-8") as file:
        def keep(pair: readers.Pair) -> None:
            mark = hash((pair.a, pair.b))
            if mark in seen or len(pair.a) < 2 or len(pair.b) < 2:
                return
            seen.add(mark)
            counts[(pair.src, pair.kind, pair.la, pair.lb)] += 1
            file.write(json.dumps(pair._asdict(), ensure_ascii=False) + "\n")

        for pair in all_pairs(packages, more, limit):
            keep(pair)
            words.add(pair)
            for question in cloze_pairs(pair):
                keep(question)
        for pair in words.pairs():
            keep(pair)
    for name, count in sorted(counts.items()):
        print(*name, count, sep="\t")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Reads every source into one file of pairs.")
    parser.add_argument("packages", type=Path)
    parser.add_argument("out")
    parser.add_argument("more", type=Path, nargs="?")
    parser.add_argument("--limit", type=int, help="pairs of each source at most; default: all")
    given = parser.parse_args()
    main(given.packages, given.out, given.more, given.limit)
