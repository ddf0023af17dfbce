"""Step 5: pairs as token ids, grouped by source, kind and languages.

usage: encode.py PAIRS MODEL_PREFIX OUT.npz
"""

import json
import sys
from itertools import islice

import numpy as np
import sentencepiece

from text import normal

CHUNK = 20_000
MAX_CHARACTERS = 1200
MAX_TOKENS = 400
#: Padding, unknown and the start sign hold no meaning.
SPECIAL = 2


def main(pairs: str, prefix: str, out: str) -> None:
    processor = sentencepiece.SentencePieceProcessor(model_file=prefix + ".model")
    tokens: list[np.ndarray] = []
    lengths: list[int] = []
    group_of: list[int] = []
    groups: dict[str, int] = {}

    def encode(texts: list[str]) -> list[list[int]]:
        rows = processor.encode([normal(text)[:MAX_CHARACTERS] for text in texts])
        return [[token for token in row if token > SPECIAL][:MAX_TOKENS] for row in rows]

    with open(pairs, encoding="utf-8") as lines:
        while chunk := [json.loads(line) for line in islice(lines, CHUNK)]:
            for row, a, b in zip(chunk, encode([r["a"] for r in chunk]), encode([r["b"] for r in chunk])):
                if a and b:
                    name = "|".join((row["src"], row["kind"], row["la"], row["lb"]))
                    group_of.append(groups.setdefault(name, len(groups)))
                    tokens += [np.array(a, np.int32), np.array(b, np.int32)]
                    lengths += [len(a), len(b)]
    np.savez(out, tokens=np.concatenate(tokens), offsets=np.concatenate([[0], np.cumsum(lengths)]),
             groups=np.array(group_of, np.int32), names=np.array(list(groups)))
    print(f"{len(group_of)} pairs, {sum(lengths)} tokens, {len(groups)} groups")


if __name__ == "__main__":
    main(*sys.argv[1:])
