"""Encoded pairs, and bags of their tokens."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Corpus:
    #: All token ids, a text after the other; pair i is texts 2 i and 2 i + 1.
    tokens: np.ndarray
    #: Where each text starts; one more than there are texts.
    offsets: np.ndarray
    #: The group of each pair.
    groups: np.ndarray
    names: list[str]

    @classmethod
    def load(cls, path: str | Path) -> "Corpus":
        stored = np.load(path)
        return cls(stored["tokens"], stored["offsets"], stored["groups"], [str(name) for name in stored["names"]])

    def text(self, pair: int, side: int) -> np.ndarray:
        start, end = self.offsets[2 * pair + side], self.offsets[2 * pair + side + 1]
        return self.tokens[start:end]

    def members(self, group: int) -> np.ndarray:
        return np.flatnonzero(self.groups == group)

    def identities(self, vocabulary: int) -> np.ndarray:
        """A number for the bag of tokens of each text, (pairs, 2): equal texts have equal numbers."""
        weights = np.random.default_rng(5).integers(1, 2**62, vocabulary, dtype=np.int64) | 1
        sums = np.concatenate([[0], np.cumsum(weights[self.tokens])])
        return (sums[self.offsets[1:]] - sums[self.offsets[:-1]]).reshape(-1, 2)


def bags(corpus: Corpus, pairs: np.ndarray, side: int, crop: int, dropout: float,
         rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Tokens of one side of `pairs` and where each text starts: at most `crop` each, some dropped, never all."""
    start = corpus.offsets[2 * pairs + side]
    length = corpus.offsets[2 * pairs + side + 1] - start
    slack = np.maximum(length - crop, 0)
    # Half of the long texts from their start, half from anywhere.
    start = start + (rng.random(len(pairs)) * (slack + 1)).astype(np.int64) * (rng.random(len(pairs)) < 0.5)
    length = np.minimum(length, crop)
    ends = np.cumsum(length)
    begins = ends - length
    tokens = corpus.tokens[np.repeat(start - begins, length) + np.arange(ends[-1])]
    keep = (rng.random(len(tokens)) > dropout) | np.repeat(length <= 3, length)
    keep[begins] |= np.add.reduceat(keep, begins) == 0
    kept = np.add.reduceat(keep.astype(np.int64), begins)
    return tokens[keep], np.concatenate([[0], np.cumsum(kept)[:-1]])
