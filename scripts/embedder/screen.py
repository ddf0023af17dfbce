"""Step 2: drop every pair that shares a sentence with an evaluation set.

usage: screen.py PAIRS_IN PAIRS_OUT [EVALUATION_FOLDER] [SET_TO_ALLOW ...]
An evaluation folder holds one folder a set, with passages.jsonl, questions.jsonl, releases.jsonl or pairs.jsonl.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from text import key, sentence_keys

FIELDS = ("text", "title", "body", "question", "en", "idn", "zh")
# Words and interface strings are shared by chance.
WORDS = ("dict",)


def evaluation_keys(folder: Path, allowed: Iterable[str]) -> set[str]:
    """Keys of every text and sentence in the sets of `folder` but the allowed ones."""
    keys: set[str] = set()
    for file in sorted(folder.glob("*/*.jsonl")):
        if file.parent.name in allowed:
            continue
        for line in filter(None, file.read_text(encoding="utf-8").split("\n")):
            row = json.loads(line)
            for field in FIELDS:
                if isinstance(row.get(field), str):
                    keys |= sentence_keys(row[field])
            if "known-item" in str(row.get("kind", "")):
                keys |= {key for answer in row.get("answers", []) for key in sentence_keys(answer)}
    return keys


def screened(rows: Iterable[dict[str, str]], keys: set[str], dropped: Counter[str]) -> Iterator[dict[str, str]]:
    for row in rows:
        if row["kind"] not in WORDS and not keys.isdisjoint(sentence_keys(row["a"]) | sentence_keys(row["b"])):
            dropped[row["src"]] += 1
        elif row["kind"] in WORDS and (key(row["a"]) in keys or key(row["b"]) in keys):
            dropped[row["src"]] += 1
        else:
            yield row


def main(pairs: str, out: str, folder: str = "", *allowed: str) -> None:
    keys = evaluation_keys(Path(folder), allowed) if folder else set()
    dropped: Counter[str] = Counter()
    with open(pairs, encoding="utf-8") as lines, open(out, "w", encoding="utf-8") as file:
        for row in screened(map(json.loads, lines), keys, dropped):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{len(keys)} sentences screened, dropped: {dict(dropped)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
