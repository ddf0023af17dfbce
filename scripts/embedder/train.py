"""Step 6: train the table of token vectors.

usage: train.py ENCODED.npz VOCABULARY.model OUT.npz [field=value ...] (fields of recipe.py)
Symmetric InfoNCE over in-batch negatives (van den Oord et al. 2018; Henderson et al. 2017), lazy Adam, tokens started
at a random direction times a smooth inverse frequency (Arora et al. 2017). Takes up where a checkpoint stopped.
"""

import json
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import sentencepiece
import torch
from torch.nn import functional

from corpus import Corpus, bags
from recipe import Recipe

CHECKPOINT_STEPS = 2_000
LOG_STEPS = 500
#: The table that is kept is the mean of the tables of the second half, one every so many steps (Polyak and Juditsky 1992).
AVERAGE_FROM = 0.5
AVERAGE_STEPS = 50
WARM_UP = 100
SPECIAL = 3


class Batches:
    """Draws batches of pairs of one group each."""

    def __init__(self, corpus: Corpus, recipe: Recipe) -> None:
        self.recipe = recipe
        self.groups = [corpus.members(group) for group in range(len(corpus.names))]
        weights = np.array([recipe.weight(name, len(group)) for name, group in zip(corpus.names, self.groups)])
        self.shares = weights / weights.sum()

    def draw(self, rng: np.random.Generator) -> np.ndarray:
        size = self.recipe.batch
        group = self.groups[rng.choice(len(self.groups), p=self.shares)]
        drawn = group[rng.integers(0, len(group), size)] if len(group) > size else group
        if len(group) < size // 2:
            other = self.groups[rng.choice(len(self.groups), p=self.shares)]
            drawn = np.concatenate([drawn, other[rng.integers(0, len(other), size // 2)]])
        return np.unique(drawn)


class Table:
    """Token vectors with lazy Adam (Kingma and Ba 2015): only the rows of a batch are touched."""

    def __init__(self, corpus: Corpus, vocabulary: int, dimension: int) -> None:
        share = np.bincount(corpus.tokens, minlength=vocabulary) / len(corpus.tokens)
        weight = 1e-3 / (1e-3 + share)
        weight[:SPECIAL] = 0
        self.vectors = torch.randn(vocabulary, dimension) / dimension**0.5
        self.vectors *= torch.tensor(weight, dtype=torch.float32)[:, None]
        self.mean = torch.zeros_like(self.vectors)
        self.square = torch.zeros_like(self.vectors)
        self.count = torch.zeros(vocabulary, 1)
        self.sum = torch.zeros_like(self.vectors)
        self.summed = 0

    def update(self, rows: torch.Tensor, old: torch.Tensor, gradient: torch.Tensor, rate: float) -> None:
        self.count[rows] += 1
        count = self.count[rows]
        mean = self.mean[rows].mul_(0.9).add_(gradient, alpha=0.1)
        square = self.square[rows].mul_(0.99).addcmul_(gradient, gradient, value=0.01)
        self.mean[rows], self.square[rows] = mean, square
        step = (mean / (1 - 0.9**count)) / ((square / (1 - 0.99**count)).sqrt_().add_(1e-9))
        self.vectors[rows] = old - rate * step
        self.vectors[:SPECIAL] = 0

    def accumulate(self) -> None:
        self.sum += self.vectors
        self.summed += 1

    def average(self) -> torch.Tensor:
        return self.sum / self.summed if self.summed else self.vectors

    def state(self) -> dict[str, object]:
        return {"vectors": self.vectors, "mean": self.mean, "square": self.square, "count": self.count,
                "sum": self.sum, "summed": self.summed}


def loss_of(a: torch.Tensor, b: torch.Tensor, same: torch.Tensor, scale: float) -> torch.Tensor:
    scores = (a @ b.T * scale).masked_fill(same, -1e4)
    target = torch.arange(len(scores))
    return (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2


def train(corpus: Corpus, vocabulary: int, recipe: Recipe, out: Path) -> np.ndarray:
    torch.set_num_threads(recipe.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(recipe.seed)
    rng = np.random.default_rng(recipe.seed)
    batches = Batches(corpus, recipe)
    table = Table(corpus, vocabulary, recipe.dimension)
    identity = corpus.identities(vocabulary)
    place = np.zeros(vocabulary, np.int64)
    checkpoint = out.with_suffix(".checkpoint")
    first = 0
    if checkpoint.exists():
        stored = torch.load(checkpoint)
        first, rng = stored["step"], stored["rng"]
        table.__dict__.update(stored["table"])
    average, began = 0.0, time.time()
    for step in range(first, recipe.steps):
        done = step / recipe.steps
        rate = recipe.learning_rate * min(1, step / WARM_UP) * (1 - done) + 1e-5
        pairs = batches.draw(rng)
        sides = [bags(corpus, pairs, side, recipe.crop, recipe.token_dropout, rng) for side in (0, 1)]
        rows = np.unique(np.concatenate([tokens for tokens, _ in sides]))
        place[rows] = np.arange(len(rows))
        touched = torch.from_numpy(rows.astype(np.int64))
        used = table.vectors[touched].requires_grad_(True)
        a, b = (
            functional.normalize(
                functional.embedding_bag(torch.from_numpy(place[tokens]), used, torch.from_numpy(starts), mode="mean"), dim=1)
            for tokens, starts in sides
        )
        one, other = identity[pairs, 0], identity[pairs, 1]
        same = (one[:, None] == one[None]) | (other[:, None] == other[None])
        np.fill_diagonal(same, False)
        loss = loss_of(a, b, torch.from_numpy(same), recipe.scale)
        loss.backward()
        with torch.no_grad():
            table.update(touched, used.detach(), used.grad, rate)
        if done >= AVERAGE_FROM and step % AVERAGE_STEPS == 0:
            table.accumulate()
        average = loss.item() if average == 0 else 0.99 * average + 0.01 * loss.item()
        if (step + 1) % LOG_STEPS == 0:
            print(f"step {step + 1} loss {average:.3f} {time.time() - began:.0f} s", flush=True)
        if (step + 1) % CHECKPOINT_STEPS == 0:
            torch.save({"step": step + 1, "rng": rng, "table": table.state()}, checkpoint)
    return table.average().numpy()


def recipe_of(settings: list[str]) -> Recipe:
    values = dict(setting.split("=", 1) for setting in settings)
    known = asdict(Recipe())
    def read(name: str, value: str) -> object:
        if isinstance(known[name], tuple):
            return tuple(filter(None, value.split(",")))
        return type(known[name])(json.loads(value))
    return replace(Recipe(), **{name: read(name, value) for name, value in values.items()})


def main(encoded: str, vocabulary: str, out: str, *settings: str) -> None:
    recipe = recipe_of(list(settings))
    size = sentencepiece.SentencePieceProcessor(model_file=vocabulary).get_piece_size()
    vectors = train(Corpus.load(encoded), size, recipe, Path(out))
    np.savez(out, vectors=vectors, recipe=json.dumps(asdict(recipe)))


if __name__ == "__main__":
    main(*sys.argv[1:])
