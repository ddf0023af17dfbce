"""Measures models alone: MRR@10 and recall@5 of questions in one language against the passages of one language.

usage: measure.py EVALUATION_FOLDER MODEL_FOLDER [MODEL_FOLDER ...] [--sets a,b]
Reads what `npm run rilis` uses, tokenizer.json and the ONNX table, so that what is measured is what ships.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from text import normal
from unigram import Unigram

#: Sets that no pair was taken from.
SETS = ("xquad", "bbc_ausaid_id_en", "panl_id_en", "facqa", "idk_mrc")
LANGUAGES = ("id", "en", "zh")


class Model:
    def __init__(self, folder: str) -> None:
        self.name = Path(folder).name
        model = onnx.load(str(Path(folder) / "onnx/model_quantized.onnx"))
        arrays = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
        table = next(a for a in arrays.values() if a.dtype == np.int8)
        scale = next(a for a in arrays.values() if a.ndim == 2 and a.shape == (len(table), 1))
        self.vectors = table.astype(np.float32) * scale
        vocabulary = json.loads((Path(folder) / "tokenizer.json").read_text())["model"]["vocab"]
        self.unigram = Unigram(vocabulary)

    def embed(self, texts: list[str]) -> np.ndarray:
        sums = np.stack([self.vectors[[2, *self.unigram.encode(normal(text))]].sum(axis=0) for text in texts])
        return sums / np.linalg.norm(sums, axis=1, keepdims=True)


def rows(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def trials(folder: Path, name: str):
    """(from language, to language, questions with the passages that answer, passages)."""
    machine = lambda row: bool(row.get("mt"))
    passages = [row for row in rows(folder / name / "passages.jsonl") if not machine(row)]
    questions = [q for q in rows(folder / name / "questions.jsonl") if q.get("answerable", True) and not machine(q)]
    known_item = any(q.get("same_lang_passage_id") for q in questions)
    for one in LANGUAGES:
        for other in LANGUAGES:
            among = [row for row in passages if row["lang"] == other]
            ids = {row["id"] for row in among}
            asked = [(q["question"], ids & set(q["passage_ids"])) for q in questions if q["lang"] == one]
            asked = [(question, gold) for question, gold in asked if gold]
            if asked and not (known_item and one == other):
                yield one, other, asked, among


def score(model: Model, asked: list, among: list[dict]) -> tuple[float, float]:
    passages = model.embed([f"{row.get('title', '')}\n{row['text']}" for row in among])
    place = {row["id"]: at for at, row in enumerate(among)}
    questions = model.embed([question for question, _ in asked])
    reciprocal, recalled = [], []
    for vector, (_, gold) in zip(questions, asked):
        scores = passages @ vector
        rank = 1 + int((scores > max(scores[place[item]] for item in gold)).sum())
        reciprocal.append(1 / rank if rank <= 10 else 0)
        recalled.append(rank <= 5)
    return float(np.mean(reciprocal)), float(np.mean(recalled))


def main(folder: str, *arguments: str) -> None:
    sets = SETS
    names = list(arguments)
    if "--sets" in names:
        at = names.index("--sets")
        sets = tuple(names[at + 1].split(","))
        del names[at:at + 2]
    models = [Model(name) for name in names]
    print("| set | direction | questions | " + " | ".join(f"{m.name} MRR@10 | R@5" for m in models) + " |")
    print("| --- | --- | --- |" + " --- | --- |" * len(models))
    means: dict[str, list[list[float]]] = defaultdict(list)
    for name in sets:
        for one, other, asked, among in trials(Path(folder), name):
            figures = [score(model, asked, among) for model in models]
            print(f"| {name} | {one}>{other} | {len(asked)} | " + " | ".join(f"{m:.3f} | {r:.3f}" for m, r in figures) + " |", flush=True)
            means["across languages" if one != other else "one language"].append([x for pair in figures for x in pair])
    for kind, values in means.items():
        mean = np.mean(values, axis=0)
        print(f"| **mean** | {kind} | | " + " | ".join(f"{x:.3f}" for x in mean) + " |")


if __name__ == "__main__":
    main(*sys.argv[1:])
