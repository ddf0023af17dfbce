"""Step 3: texts of one language with their words exchanged for those of another: pairs across languages where
translations are scarce.

usage: switch.py PAIRS_IN PAIRS_OUT
Code-switching as in CoSDA-ML (Qin et al. 2020). A bag of words has no grammar to spoil, so that word by word is almost
a translation to it. Of several translations, the more frequent in the corpus is taken more often.
"""

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator

from morphology import english_stem, indonesian_stem
from readers import Pair
from text import normal

LANGUAGES = ("id", "en", "zh")
PROSE = {"nb", "qa", "title"}
#: Definitions are short, many and odd.
LEFT_OUT = {"omw-gloss"}
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


def switched(text: str, pair: tuple[str, str], lexicon: Lexicon, rng: random.Random) -> str | None:
    """`text` with most of its words in the other language; none where too few are known."""
    share = rng.uniform(*SHARE)
    known = exchanged = total = 0
    words: list[str] = []
    for unit in units(normal(text), pair, lexicon):
        total += bool(unit.strip())
        found = lexicon.find(unit, pair)
        if found and found[0] and rng.random() < share:
            words.append(rng.choices(*found)[0])
            exchanged += 1
        else:
            words.append(unit)
        known += bool(found)
    if total < MIN_WORDS or exchanged < MIN_EXCHANGED * total:
        return None
    return " ".join(words) if pair[1] != "zh" else "".join(f" {w} " if w.isascii() else w for w in words)


def switched_pairs(row: dict[str, str], lexicon: Lexicon, rng: random.Random) -> Iterator[Pair]:
    if row["kind"] not in PROSE or row["la"] != row["lb"] or row["la"] not in LANGUAGES or row["src"] in LEFT_OUT:
        return
    for other in LANGUAGES:
        if other == row["la"]:
            continue
        question = switched(row["a"], (row["la"], other), lexicon, rng)
        if question is not None:
            yield Pair("switch", row["kind"], other, question, row["lb"], row["b"])


def main(pairs: str, out: str) -> None:
    with open(pairs, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    lexicon = Lexicon(rows)
    rng = random.Random(13)
    counts: Counter[tuple[str, str]] = Counter()
    with open(out, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            for pair in switched_pairs(row, lexicon, rng):
                counts[(pair.la, pair.lb)] += 1
                file.write(json.dumps(pair._asdict(), ensure_ascii=False) + "\n")
    for (one, other), count in sorted(counts.items()):
        print("switch", one, other, count, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
