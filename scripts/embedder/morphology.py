"""Pairs of words of one family, for Indonesian and English: a static model knows nothing of affixes by itself."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from readers import Pair
from text import normal

MIN_COUNT = 8
MIN_STEM = 4
MAX_FAMILY = 8
PREFIXES = ("memper", "diper", "menge", "peng", "meng", "peny", "meny", "pem", "pen", "mem", "men", "ber", "ter", "per",
            "di", "ke", "se", "me", "pe")
#: The first letter of a stem that a prefix took the place of.
RESTORED = {"meny": "s", "peny": "s", "mem": "p", "pem": "p", "men": "t", "pen": "t"}
VOWELS = "aiueo"


def without_suffix(word: str, suffixes: tuple[str, ...]) -> str:
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= MIN_STEM:
            return word[:-len(suffix)]
    return word


def indonesian_stem(word: str) -> str:
    if len(word) < 6:
        return word
    word = without_suffix(without_suffix(word, ("nya", "lah", "kah", "pun", "ku", "mu")), ("kan", "an", "i"))
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= MIN_STEM:
            stem = word[len(prefix):]
            return RESTORED.get(prefix, "") + stem if stem[0] in VOWELS or prefix in ("meny", "peny") else stem
    return word


def english_stem(word: str) -> str:
    if word.endswith("ss"):
        return word
    return without_suffix(word, ("ing", "ies", "es", "ed", "s"))


class Words:
    """Counts the words of prose as it passes by."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {"id": Counter(), "en": Counter()}

    def add(self, pair: Pair) -> None:
        if pair.kind == "dict":
            return
        for language, text in ((pair.la, pair.a), (pair.lb, pair.b)):
            if language in self.counts:
                self.counts[language].update(word for word in normal(text).split() if word.isascii() and word.isalpha())

    def pairs(self) -> Iterator[Pair]:
        for language, stem in (("id", indonesian_stem), ("en", english_stem)):
            families: dict[str, list[str]] = defaultdict(list)
            for word, count in self.counts[language].most_common():
                if count >= MIN_COUNT and len(word) >= MIN_STEM:
                    families[stem(word)].append(word)
            for first, *others in families.values():
                for word in others[:MAX_FAMILY - 1]:
                    yield Pair("stem", "dict", language, word, language, first)
