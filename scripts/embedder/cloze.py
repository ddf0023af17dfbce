"""Questions made of sentences: a question word and some words of a sentence, paired with the text that holds it.

The inverse cloze task (Lee, Chang and Toutanova 2019) with question words in front. It teaches a static model that
question words tell nothing and rare words much, which is what Indonesian lacks questions for.
"""

import random
import re

from readers import Pair

QUESTION_WORDS = {
    "id": ("apa", "apakah", "siapa", "siapakah", "kapan", "di mana", "dimanakah", "berapa", "berapakah", "mengapa",
           "bagaimana", "apa nama", "siapa nama", "pada tahun berapa", "apa yang dimaksud", "tahun berapakah"),
    "en": ("what", "who", "when", "where", "how many", "why", "how", "which", "what is", "what did"),
}
SENTENCE = re.compile(r"(?<=[.!?])\s+")
PROSE = ("par", "nb")
MIN_WORDS = 6
MIN_TEXT = 120


def cloze_pairs(pair: Pair, rng: random.Random = random.Random(11)) -> list[Pair]:
    """At most one question for each side that is prose of some length."""
    if pair.kind not in PROSE:
        return []
    pairs = []
    sides = [(pair.la, pair.a, f"{pair.a} {pair.b}" if pair.kind == "nb" else pair.a)]
    if pair.kind == "par":
        sides.append((pair.lb, pair.b, pair.b))
    for language, sentence, text in sides:
        words = sentence.split()
        if language not in QUESTION_WORDS or len(words) < MIN_WORDS or len(text) < MIN_TEXT:
            continue
        words = rng.choice([part.split() for part in SENTENCE.split(sentence) if len(part.split()) >= MIN_WORDS] or [words])
        start = rng.randrange(0, max(1, len(words) - MIN_WORDS + 1))
        kept = [word for word in words[start:start + 14] if rng.random() < 0.6]
        if len(kept) >= 3:
            question = f"{rng.choice(QUESTION_WORDS[language])} {' '.join(kept)}?"
            pairs.append(Pair("cloze", "qa", language, question, language, text))
    return pairs
