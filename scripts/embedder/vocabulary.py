"""Step 3: a vocabulary of subwords, a unigram language model (Kudo 2018) over a sample balanced among languages.

usage: vocabulary.py PAIRS MODEL_PREFIX SIZE
"""

import json
import random
import sys
from collections import defaultdict

import sentencepiece

from text import normal

# Characters a language.
BUDGET = {"id": 14e6, "en": 10e6, "zh": 5e6, "ja": 1e6, "ko": 1e6}
# Sources of many similar short texts would fill the sample.
DULL = {"libreoffice-help", "libreoffice-l10n", "tensorflow-docs", "python-docs", "omw", "cloze"}


def sample(pairs: str, out: str) -> None:
    rng = random.Random(7)
    texts: dict[str, list[tuple[float, str]]] = defaultdict(list)
    seen: set[int] = set()
    for line in open(pairs, encoding="utf-8"):
        row = json.loads(line)
        for language, text in ((row["la"], row["a"]), (row["lb"], row["b"])):
            if hash(text) not in seen:
                seen.add(hash(text))
                texts[language].append((rng.random() ** (1 if row["src"] in DULL else 1 / 3), text))
    with open(out, "w", encoding="utf-8") as file:
        for language, known in texts.items():
            left = BUDGET.get(language, 0)
            for _, text in sorted(known, reverse=True):
                line = normal(text)[:2000]
                left -= len(line)
                if left < 0:
                    break
                file.write(line + "\n")


def main(pairs: str, prefix: str, size: str) -> None:
    sample(pairs, prefix + ".txt")
    sentencepiece.SentencePieceTrainer.train(
        input=prefix + ".txt", model_prefix=prefix, vocab_size=int(size), model_type="unigram",
        normalization_rule_name="identity", character_coverage=0.9997, max_sentencepiece_length=14, num_threads=2,
        pad_id=0, unk_id=1, bos_id=2, eos_id=-1, pad_piece="[PAD]", unk_piece="[UNK]", bos_piece="[CLS]",
        max_sentence_length=8000, input_sentence_size=600000, shuffle_input_sentence=True, hard_vocab_limit=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
