"""The constants of training. ABLATION.md tells what was tried."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Recipe:
    dimension: int = 448
    batch: int = 1024
    steps: int = 18_000
    learning_rate: float = 7e-3
    # 1 / temperature.
    scale: float = 20.0
    token_dropout: float = 0.15
    # Tokens of a text.
    crop: int = 96
    # A group of n pairs is drawn with n ** power times its weights.
    power: float = 0.6
    threads: int = 2
    seed: int = 1
    # Of groups across languages, beside those within one.
    across: float = 1.4
    without: tuple[str, ...] = ()
    source_weight: dict[str, float] = field(default_factory=lambda: {
        "libreoffice-help": 0.9, "libreoffice-l10n": 0.4, "tensorflow-docs": 0.5, "python-docs": 0.6, "stem": 2.0,
        "omw-syn": 0.7, "omw-gloss": 0.9, "mythes-id": 0.6, "ntrex": 4.0, "tico19": 3.0, "drcd": 3.0,
        "cmrc2018": 3.0, "mozilla-www": 1.5, "cloze": 1.0, "tatoeba": 1.3, "switch-gloss": 0.5, "debian-handbook": 2.0, "gnome-help": 1.5,
    })
    language_weight: dict[str, float] = field(default_factory=lambda: {
        "id": 1.3, "en": 1.0, "zh": 1.0, "ja": 0.35, "ko": 0.35})
    kind_weight: dict[str, float] = field(default_factory=lambda: {
        "par": 1.0, "dict": 0.8, "qa": 1.6, "title": 0.9, "nb": 1.0})

    def weight(self, group: str, size: int) -> float:
        """How often a batch is drawn from a group `source|kind|language|language` of `size` pairs."""
        source, kind, one, other = group.split("|")
        if source in self.without:
            return 0.0
        languages = self.language_weight[one] * self.language_weight[other] * (1 if one == other else self.across)
        return size ** self.power * self.source_weight.get(source, 1.0) * languages * self.kind_weight[kind]
