"""Step 7: directions that most tokens share count less, those that tell texts apart count more.

usage: flatten.py TRAINED.npz VOCABULARY.model OUT.npz
Whitening (Su et al. 2021), in part: the covariance of the tokens, each weighed by its probability in the vocabulary,
is raised to a power between 0 (nothing) and -1/2 (all of it). One matrix for all tokens, so that a text stays the mean
of its vectors. ABLATION.md tells why this power.
"""

import sys

import numpy as np
import sentencepiece

POWER = -0.3
#: Directions without any spread are left out instead of blown up.
LEAST = 1e-6
SPECIAL = 3


def flattened(vectors: np.ndarray, probability: np.ndarray, power: float = POWER) -> np.ndarray:
    """`vectors` with the spectrum of their covariance raised to `power`."""
    table = vectors.astype(np.float64)
    covariance = (table * (probability / probability.sum())[:, None]).T @ table
    spread, directions = np.linalg.eigh(covariance)
    kept = spread > LEAST * spread[-1]
    scale = np.where(kept, np.where(kept, spread, 1) ** power, 0)
    return ((table @ directions) * scale).astype(np.float32)


def main(trained: str, vocabulary: str, out: str) -> None:
    stored = np.load(trained)
    processor = sentencepiece.SentencePieceProcessor(model_file=vocabulary)
    probability = np.exp([processor.get_score(at) for at in range(processor.get_piece_size())])
    probability[:SPECIAL] = 0
    np.savez(out, **{**stored, "vectors": flattened(stored["vectors"], probability)})


if __name__ == "__main__":
    main(*sys.argv[1:])
