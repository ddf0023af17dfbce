"""Step 4: texts of one language with their words exchanged for those of another: pairs across languages where
translations are scarce.

usage: switch.py PAIRS_IN PAIRS_OUT [VOCABULARY_PREFIX TRAINED.npz]
Code-switching as in CoSDA-ML (Qin et al. 2020). A bag of words has no grammar to spoil, so that word by word is almost
a translation to it. Of several translations, the more frequent in the corpus is taken more often; and, where a model
of an earlier round is given, the one that is near to the text around it: "bank" of a river or of money.
"""

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np
import sentencepiece

from morphology import english_stem, indonesian_stem
from readers import Pair
from text import normal

LANGUAGES = ("id", "en", "zh")
PROSE = {"nb", "qa", "title"}
GLOSSES = "omw-gloss"
#: Words of a definition; shorter ones say too little.
MIN_GLOSS = 5
#: How much nearness to the text counts: a translation nearer by 0.1 is taken twice as often.
SHARPNESS = 7.0
#: Words of an entry at most.
LONGEST = 3
#: Characters of a Chinese word at most.
LONGEST_HAN = 6
#: Share of the known words that is exchanged, drawn for each text between these.
SHARE = (0.6, 1.0)
#: A text of which less could be exchanged is no translation.
MIN_EXCHANGED = 0.4
MIN_WORDS = 3
MAX_TRANSLATIONS = 6


def stem(word: str, language: str) -> str:
    return indonesian_stem(word) if language == "id" else english_stem(word)


class Lexicon:
    """Translations of words and short phrases, each with its weight."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        counts: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
        entries: dict[tuple[str, str], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for row in rows:
            for language, text in ((row["la"], row["a"]), (row["lb"], row["b"])):
                if row["kind"] != "dict" and language in ("id", "en"):
                    counts[language].update(normal(text).split())
            if row["kind"] == "dict" and row["la"] != row["lb"] and {row["la"], row["lb"]} <= set(LANGUAGES):
                for one, a, other, b in ((row["la"], row["a"], row["lb"], row["b"]), (row["lb"], row["b"], row["la"], row["a"])):
                    entries[(one, other)][normal(a)][normal(b)] += 1
        self.tables = {
            pair: {word: self.weighed(found, counts[pair[1]]) for word, found in table.items()}
            for pair, table in entries.items()
        }
        self.stems = {
            pair: {stem(word, pair[0]): word for word in sorted(table, key=len, reverse=True) if " " not in word}
            for pair, table in self.tables.items() if pair[0] != "zh"
        }

    @staticmethod
    def weighed(found: Counter[str], frequency: Counter[str]) -> tuple[list[str], list[float]]:
        """The commonest translations; several sources that agree count too."""
        weights = {text: times * (1 + min((frequency[word] for word in text.split()), default=0)) ** 0.5
                   for text, times in found.items() if text}
        best = sorted(weights, key=weights.__getitem__, reverse=True)[:MAX_TRANSLATIONS]
        return best, [weights[text] for text in best]

    def find(self, word: str, pair: tuple[str, str]) -> tuple[list[str], list[float]] | None:
        table = self.tables.get(pair, {})
        if word in table:
            return table[word]
        return table.get(self.stems.get(pair, {}).get(stem(word, pair[0]), "")) if pair[0] != "zh" else None


def units(text: str, pair: tuple[str, str], lexicon: Lexicon) -> Iterator[str]:
    """Words and phrases of the lexicon, the longest first, and what stands between them."""
    table = lexicon.tables.get(pair, {})
    if pair[0] == "zh":
        at = 0
        while at < len(text):
            length = next((n for n in range(LONGEST_HAN, 1, -1) if text[at:at + n] in table), 1)
            yield text[at:at + length]
            at += length
        return
    words = text.split()
    at = 0
    while at < len(words):
        length = next((n for n in range(LONGEST, 1, -1) if " ".join(words[at:at + n]) in table), 1)
        yield " ".join(words[at:at + length])
        at += length


class Senses:
    """Chooses among translations; by their weights alone where there is no model of an earlier round."""

    def __init__(self, rng: random.Random, prefix: str | None = None, trained: str | None = None) -> None:
        self.rng = rng
        self.vectors = None if trained is None else np.load(trained)["vectors"]
        self.processor = None if prefix is None else sentencepiece.SentencePieceProcessor(model_file=prefix + ".model")
        self.known: dict[str, np.ndarray] = {}

    def vector(self, text: str) -> np.ndarray:
        total = self.vectors[self.processor.encode(text)].sum(axis=0)
        return total / (np.linalg.norm(total) + 1e-9)

    def of_word(self, text: str) -> np.ndarray:
        if text not in self.known:
            self.known[text] = self.vector(text)
        return self.known[text]

    def context(self, text: str) -> np.ndarray | None:
        return None if self.vectors is None else self.vector(normal(text))

    def choose(self, translations: list[str], weights: list[float], context: np.ndarray | None) -> str:
        if context is not None and len(translations) > 1:
            near = [float(self.of_word(text) @ context) for text in translations]
            weights = [weight * math.exp(SHARPNESS * cosine) for weight, cosine in zip(weights, near)]
        return self.rng.choices(translations, weights)[0]


def switched(text: str, pair: tuple[str, str], lexicon: Lexicon, senses: Senses) -> str | None:
    """`text` with most of its words in the other language; none where too few are known."""
    share = senses.rng.uniform(*SHARE)
    context = senses.context(text)
    exchanged = total = 0
    words: list[str] = []
    for unit in units(normal(text), pair, lexicon):
        total += bool(unit.strip())
        found = lexicon.find(unit, pair)
        if found and found[0] and senses.rng.random() < share:
            words.append(senses.choose(*found, context))
            exchanged += 1
        else:
            words.append(unit)
    if total < MIN_WORDS or exchanged < MIN_EXCHANGED * total:
        return None
    return " ".join(words) if pair[1] != "zh" else "".join(f" {w} " if w.isascii() else w for w in words)


def switched_pairs(row: dict[str, str], lexicon: Lexicon, senses: Senses) -> Iterator[Pair]:
    one, other = row["la"], row["lb"]
    if row["src"] == GLOSSES:
        # A definition in another language beside itself: words that no prose here has.
        if one == other == "en" and len(row["b"].split()) >= MIN_GLOSS:
            yield from translated("switch-gloss", "par", ("en", row["b"]), ("en", row["b"]), lexicon, senses)
    elif row["kind"] in PROSE and one == other and one in LANGUAGES:
        yield from translated("switch", row["kind"], (one, row["a"]), (other, row["b"]), lexicon, senses)
    elif row["kind"] == "par" and one == "en" and other in LANGUAGES:
        # The English of a translation as the third language, beside the other.
        yield from translated("switch", "par", (one, row["a"]), (other, row["b"]), lexicon, senses)


def translated(source: str, kind: str, text: tuple[str, str], beside: tuple[str, str], lexicon: Lexicon,
               senses: Senses) -> Iterator[Pair]:
    language, words = text
    for target in LANGUAGES:
        if target not in (language, beside[0]):
            question = switched(words, (language, target), lexicon, senses)
            if question is not None:
                yield Pair(source, kind, target, question, *beside)


def main(pairs: str, out: str, prefix: str | None = None, trained: str | None = None) -> None:
    with open(pairs, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    lexicon = Lexicon(rows)
    senses = Senses(random.Random(13), prefix, trained)
    counts: Counter[tuple[str, str, str]] = Counter()
    with open(out, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            for pair in switched_pairs(row, lexicon, senses):
                counts[(pair.src, pair.la, pair.lb)] += 1
                file.write(json.dumps(pair._asdict(), ensure_ascii=False) + "\n")
    for names, count in sorted(counts.items()):
        print(*names, count, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
