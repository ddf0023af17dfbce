"""How text is normalised for the tokenizer, and the keys by which equal sentences are known."""

import re
import unicodedata

NOT_WORD = re.compile(r"[\W_]+")
SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s*|\n")
MIN_KEY = 12


def normal(text: str) -> str:
    """What the normaliser of `tokenizer.json` makes of a text: NFKC, lower case, letters and digits alone."""
    return NOT_WORD.sub(" ", unicodedata.normalize("NFKC", text).lower()).strip()


def key(text: str) -> str:
    """Equal for texts that differ in case, spacing and punctuation only."""
    return NOT_WORD.sub("", unicodedata.normalize("NFKC", text).lower())


def sentence_keys(text: str) -> set[str]:
    """Keys of the text and of its sentences; those of fewer than 12 letters are too common to tell anything."""
    keys = {key(part) for part in SENTENCE_END.split(text)} | {key(text)}
    return {part for part in keys if len(part) >= MIN_KEY}
