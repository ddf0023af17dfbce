"""The unigram segmentation of tokenizer.json (Viterbi over the scores of pieces), word by word, as transformers.js does."""

SPACE = "▁"
UNKNOWN = 1
#: The unknown piece costs this much more than the rarest piece.
UNKNOWN_PENALTY = 10.0


class Unigram:
    def __init__(self, vocabulary: list[tuple[str, float]]) -> None:
        self.ids = {piece: at for at, (piece, _) in enumerate(vocabulary) if at > 2}
        self.scores = {piece: score for at, (piece, score) in enumerate(vocabulary) if at > 2}
        self.longest = max(map(len, self.ids))
        self.unknown = min(self.scores.values()) - UNKNOWN_PENALTY
        self.words: dict[str, list[int]] = {}

    def encode(self, text: str) -> list[int]:
        """Token ids of normalised text; unknown characters are left out, as they have no vector."""
        return [token for word in text.split() for token in self.word(SPACE + word)]

    def word(self, word: str) -> list[int]:
        if word not in self.words:
            self.words[word] = self.segment(word)
        return self.words[word]

    def segment(self, word: str) -> list[int]:
        best = [0.0] + [float("-inf")] * len(word)
        back = [0] * (len(word) + 1)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - self.longest), end):
                score = self.scores.get(word[start:end], self.unknown if end - start == 1 else None)
                if score is not None and best[start] + score > best[end]:
                    best[end], back[end] = best[start] + score, start
        tokens: list[int] = []
        end = len(word)
        while end > 0:
            tokens.append(self.ids.get(word[back[end]:end], UNKNOWN))
            end = back[end]
        return [token for token in reversed(tokens) if token != UNKNOWN]
