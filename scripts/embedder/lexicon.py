"""Which words translate which, for the search by words across languages.

usage: lexicon.py PAIRS_IN GLOSSARY.tsv LEXICON_OUT.tsv.gz
IBM Model 1 (Brown et al. 1993, The Mathematics of Statistical Machine Translation) over translations and dictionaries
alike, in both directions. Words stand in the forms that search knows them by, which `forms.ts` tells: stems, and
overlapping pairs of Chinese characters. A line is a word and its translations, the likeliest first, each with the
higher of its two probabilities in percent: a dictionary has ten translations for a word of which each may mean nothing
else. `#` opens the part of a pair of languages, which is read both ways.
"""

import csv
import gzip
import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from text import normal

Entry = tuple[str, str, float]

DIRECTIONS = (("en", "id"), ("en", "zh"), ("id", "zh"))
KINDS = ("dict", "par")
#: What a text counts: less where the same few sentences are many, more where every word is known to be right.
WEIGHT = {"libreoffice-help": 0.5, "tensorflow-docs": 0.5, "glossary": 3.0}
#: Characters of a Chinese word; single ones stand for too much, longer ones are phrases.
HAN_WORD = (2, 6)
KEPT_HAN = 4
#: Of the probability of a Chinese word of three or four characters, what each pair of them has.
PART = 0.2
WORDS_OF_A_TEXT = 40
ROUNDS = 6
#: Counted once more than seen, so that what was seen once is half believed.
SMOOTHING = 1.0
MIN_PROBABILITY = 0.05
#: Texts and entries that a word stands in; of rarer ones a dictionary has a hundred thousand.
MIN_COUNT = 3
MAX_TRANSLATIONS = 8
FORMS = Path(__file__).with_name("forms.ts")


def is_han(text: str) -> bool:
    return "\u4e00" <= text[:1] <= "\u9fff"


class Words:
    """Texts as rows of the forms that search knows."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        self.han: set[str] = set()
        letters: set[str] = set()
        for row in rows:
            for language, text in sides(row):
                words = normal(text).split()
                if language != "zh":
                    letters.update(words)
                elif row["kind"] == "dict" and len(words) == 1 and HAN_WORD[0] <= len(words[0]) <= HAN_WORD[1]:
                    self.han.add(words[0])
        self.forms = forms(sorted(letters | self.han))

    def of(self, language: str, text: str) -> list[str]:
        words = self.cut(normal(text)) if language == "zh" else normal(text).split()
        return [form for word in words if (form := self.forms.get(word))]

    def cut(self, text: str) -> Iterator[str]:
        """Words of dictionaries, the longest first."""
        for run in text.split():
            at = 0
            while at < len(run):
                length = next((n for n in range(HAN_WORD[1], 1, -1) if run[at:at + n] in self.han), 1)
                yield run[at:at + length]
                at += length


def sides(row: dict[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    return (row["la"], row["a"]), (row["lb"], row["b"])


def forms(words: list[str]) -> dict[str, str]:
    done = subprocess.run(["node", "--import", "tsx", str(FORMS)], input="\n".join(words), text=True,
                          encoding="utf-8", stdout=subprocess.PIPE, check=True, cwd=FORMS.parent)
    return dict(zip(words, done.stdout.split("\n"), strict=True))


class Alignment:
    """Texts of two languages beside each other, as numbers: which words of one stand beside which of the other."""

    def __init__(self, texts: Iterable[tuple[list[str], list[str], float]]) -> None:
        self.one: dict[str, int] = {}
        self.other: dict[str, int] = {}
        #: Texts that hold each word.
        self.counts: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
        left, right, text_of, weights = [], [], [], []
        for a, b, weight in texts:
            rows = np.array([self.one.setdefault(word, len(self.one)) for word in dict.fromkeys(a)], np.int64)
            columns = np.array([self.other.setdefault(word, len(self.other)) for word in dict.fromkeys(b)], np.int64)
            self.counts[0].update(rows.tolist())
            self.counts[1].update(columns.tolist())
            left.append(np.repeat(rows, len(columns)))
            right.append(np.tile(columns, len(rows)))
            text_of.append(np.full(len(rows) * len(columns), len(weights), np.int64))
            weights.append(weight)
        self.left, self.right, self.text_of = np.concatenate(left), np.concatenate(right), np.concatenate(text_of)
        self.weights = np.array(weights)[self.text_of]
        keys = self.left * len(self.other) + self.right
        self.met, self.pair_of = np.unique(keys, return_inverse=True)

    def probabilities(self, given: np.ndarray, of: np.ndarray) -> np.ndarray:
        """Of each pair that met: how likely the word `given` is translated by the word `of`, at most one word's share."""
        groups = np.unique(self.text_of * (of.max() + 1) + of, return_inverse=True)[1]
        source = np.zeros(len(self.met), np.int64)
        source[self.pair_of] = given
        probability = np.ones(len(self.met))
        for _ in range(ROUNDS):
            likely = probability[self.pair_of]
            share = likely / (np.bincount(groups, likely)[groups] + 1e-12) * self.weights
            counts = np.bincount(self.pair_of, share, len(self.met))
            probability = counts / (np.bincount(source, counts)[source] + SMOOTHING)
        return probability

    def entries(self) -> Iterator[Entry]:
        higher = np.maximum(self.probabilities(self.left, self.right), self.probabilities(self.right, self.left))
        ones, others = list(self.one), list(self.other)
        for pair in np.flatnonzero(higher >= MIN_PROBABILITY):
            one, other = divmod(int(self.met[pair]), len(self.other))
            if min(self.counts[0][one], self.counts[1][other]) < MIN_COUNT:
                continue
            yield ones[one], others[other], float(higher[pair])


def in_pairs(word: str, probability: float) -> list[tuple[str, float]]:
    """What search knows of a word: itself, or the pairs of characters it consists of."""
    if not is_han(word):
        return [(word, probability)] if word.isascii() and word.isalpha() and len(word) > 1 else []
    if not HAN_WORD[0] <= len(word) <= KEPT_HAN:
        return []
    share = probability if len(word) == 2 else PART * probability
    return [(word[at:at + 2], share) for at in range(len(word) - 1)]


def kept(entries: Iterable[Entry]) -> dict[str, list[tuple[str, float]]]:
    """The likeliest translations of each word on either side, by the word of the first language."""
    best: dict[tuple[str, str], float] = {}
    for one, other, probability in entries:
        for a, first in in_pairs(one, probability):
            for b, second in in_pairs(other, first):
                if a != b and second >= MIN_PROBABILITY:
                    best[a, b] = max(best.get((a, b), 0), second)
    beside: dict[tuple[int, str], list[tuple[float, str, str]]] = defaultdict(list)
    for (a, b), probability in best.items():
        beside[0, a].append((probability, a, b))
        beside[1, b].append((probability, a, b))
    chosen = {(a, b) for some in beside.values() for _, a, b in sorted(some, reverse=True)[:MAX_TRANSLATIONS]}
    lines: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for a, b in sorted(chosen):
        lines[a].append((b, best[a, b]))
    return {a: sorted(some, key=lambda entry: (-entry[1], entry[0])) for a, some in lines.items()}


def texts_of(rows: list[dict[str, str]], pair: tuple[str, str], words: Words) -> Iterator[tuple[list[str], list[str], float]]:
    for row in rows:
        texts = dict(sides(row))
        if set(texts) == set(pair):
            one, other = (words.of(language, texts[language])[:WORDS_OF_A_TEXT] for language in pair)
            if one and other:
                yield one, other, WEIGHT.get(row["src"], 1.0)


def glossary(file: str) -> Iterator[dict[str, str]]:
    """Terms of press offices: a table with a language a column."""
    with open(file, encoding="utf-8") as lines:
        for term in csv.DictReader(lines, delimiter="\t"):
            for one, other in DIRECTIONS:
                yield {"src": "glossary", "kind": "dict", "la": one, "a": term[one], "lb": other, "b": term[other]}


def main(pairs: str, terms: str, out: str) -> None:
    read_both_ways = {*DIRECTIONS, *((other, one) for one, other in DIRECTIONS)}
    with open(pairs, encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines)
                if row["kind"] in KINDS and (row["la"], row["lb"]) in read_both_ways]
    rows += glossary(terms)
    words = Words(rows)
    # Neither name nor time of day: the same pairs give the same file.
    with open(out, "wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as file:
        for pair in DIRECTIONS:
            lines = kept(Alignment(texts_of(rows, pair, words)).entries())
            file.write(f"# {' '.join(pair)}\n".encode())
            for word, translations in lines.items():
                told = "\t".join(f"{other} {probability * 100:.0f}" for other, probability in translations)
                file.write(f"{word}\t{told}\n".encode())
            print(*pair, len(lines), sum(map(len, lines.values())), sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
