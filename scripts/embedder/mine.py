"""Step 6: for each text of prose, the others of its group that BM25 finds most alike: hard negatives.

usage: mine.py ENCODED.npz VOCABULARY OUT.npz NEIGHBOURS
Robertson and Zaragoza 2009 for BM25; Xiong et al. 2021 (ANCE) for why in-batch negatives should be near.
"""

import sys

import numpy as np
from scipy import sparse

from corpus import Corpus

KINDS = {"qa", "title", "nb", "par"}
MIN_GROUP = 1_000
MAX_GROUP = 20_000
#: Tokens in a larger share of the texts tell nothing and cost most.
COMMON = 0.05
#: A text that scores this share of what a text scores with itself says the same.
SAME = 0.5
CHUNK = 500
K1, B = 1.2, 0.75


def weighted(texts: list[np.ndarray], vocabulary: int) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """BM25 weights (texts, tokens), and which tokens each text holds."""
    lengths = np.array([len(text) for text in texts])
    rows = np.repeat(np.arange(len(texts)), lengths)
    counts = sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, np.concatenate(texts))),
                               shape=(len(texts), vocabulary))
    counts.sum_duplicates()
    frequency = np.bincount(counts.indices, minlength=vocabulary)
    idf = np.log(1 + (len(texts) - frequency + 0.5) / (frequency + 0.5))
    idf[frequency > COMMON * len(texts)] = 0
    norm = np.repeat(K1 * (1 - B + B * lengths / lengths.mean()), np.diff(counts.indptr))
    weights = counts.copy()
    weights.data = (idf[counts.indices] * counts.data * (K1 + 1) / (counts.data + norm)).astype(np.float32)
    held = counts.copy()
    held.data = np.ones_like(held.data)
    weights.eliminate_zeros()
    return weights, held


def nearest(texts: list[np.ndarray], vocabulary: int, k: int) -> np.ndarray:
    """Places of the k texts most alike to each, (texts, k)."""
    weights, held = weighted(texts, vocabulary)
    found = np.empty((len(texts), k), np.int32)
    for start in range(0, len(texts), CHUNK):
        scores = np.asarray((held[start:start + CHUNK] @ weights.T).todense())
        rows = np.arange(len(scores))
        own = scores[rows, start + rows][:, None]
        scores[scores >= SAME * own] = -1
        found[start:start + CHUNK] = np.argpartition(-scores, k, axis=1)[:, :k]
    return found


def main(encoded: str, vocabulary: str, out: str, k: str) -> None:
    corpus = Corpus.load(encoded)
    rng = np.random.default_rng(3)
    mined: dict[str, np.ndarray] = {}
    for group, name in enumerate(corpus.names):
        members = corpus.members(group)
        if name.split("|")[1] not in KINDS or len(members) < MIN_GROUP:
            continue
        if len(members) > MAX_GROUP:
            members = np.sort(rng.choice(members, MAX_GROUP, replace=False))
        found = nearest([corpus.text(pair, 1) for pair in members], int(vocabulary), int(k))
        mined[name] = np.column_stack([members, members[found]]).astype(np.int32)
        print(name, len(members), flush=True)
    np.savez(out, **mined)


if __name__ == "__main__":
    main(*sys.argv[1:])
