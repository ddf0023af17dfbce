"""Step 8: the table as an int8 ONNX model and a tokenizer.json for transformers.js.

usage: export.py TRAINED.npz MODEL_PREFIX FOLDER
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import sentencepiece
from onnx import TensorProto, helper, numpy_helper

SPECIAL = ("[PAD]", "[UNK]", "[CLS]")
START = 2
MAX_TOKENS = 2048


def quantised(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 rows and the scale of each row, up to one factor that normalisation takes away."""
    scale = np.abs(vectors).max(axis=1, keepdims=True) / 127 + 1e-12
    table = np.round(vectors / scale).clip(-127, 127).astype(np.int8)
    scale = (scale / np.median(scale[len(SPECIAL):])).astype(np.float32)
    table[:len(SPECIAL)], scale[:len(SPECIAL)] = 0, 1e-9
    # A tiny vector before every text, so that empty text has a direction too.
    table[START, 0], scale[START] = 127, 1e-6
    return table, scale


def graph_of(table: np.ndarray, scale: np.ndarray) -> onnx.ModelProto:
    """Two outputs: a vector a token for the feature-extraction pipeline, and the normalised mean, pooled in the graph."""
    node = helper.make_node
    nodes = [
        node("Gather", ["table", "input_ids"], ["rows"], axis=0),
        node("Cast", ["rows"], ["values"], to=TensorProto.FLOAT),
        node("Gather", ["scale", "input_ids"], ["scales"], axis=0),
        node("Mul", ["values", "scales"], ["last_hidden_state"]),
        node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        node("Unsqueeze", ["mask", "axis"], ["mask_row"]),
        node("MatMul", ["mask_row", "last_hidden_state"], ["sum_row"]),
        node("Squeeze", ["sum_row", "axis"], ["sum"]),
        node("ReduceL2", ["sum"], ["length"], axes=[1], keepdims=1),
        node("Max", ["length", "least"], ["divisor"]),
        node("Div", ["sum", "divisor"], ["sentence_embedding"]),
    ]
    dimension = table.shape[1]
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes, "rilis-embed",
        [value("input_ids", TensorProto.INT64, ["batch", "tokens"]),
         value("attention_mask", TensorProto.INT64, ["batch", "tokens"])],
        [value("last_hidden_state", TensorProto.FLOAT, ["batch", "tokens", dimension]),
         value("sentence_embedding", TensorProto.FLOAT, ["batch", dimension])],
        [numpy_helper.from_array(np.array([1], np.int64), "axis"),
         numpy_helper.from_array(np.array([1e-12], np.float32), "least"),
         numpy_helper.from_array(table, "table"), numpy_helper.from_array(scale, "scale")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="rilis")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def tokenizer_of(processor: sentencepiece.SentencePieceProcessor) -> dict[str, object]:
    start = {"SpecialToken": {"id": "[CLS]", "type_id": 0}}
    sequences = [{"Sequence": {"id": name, "type_id": 0}} for name in "AB"]
    metaspace = {"type": "Metaspace", "replacement": "▁", "add_prefix_space": True}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": at, "content": content, "single_word": False, "lstrip": False, "rstrip": False,
             "normalized": False, "special": True}
            for at, content in enumerate(SPECIAL)
        ],
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "NFKC"}, {"type": "Lowercase"},
            {"type": "Replace", "pattern": {"Regex": "[^\\p{L}\\p{N}]+"}, "content": " "}]},
        # Words first: the lattice of the unigram model is quadratic in the length of what it segments.
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, metaspace]},
        "post_processor": {"type": "TemplateProcessing", "single": [start, sequences[0]], "pair": [start, *sequences],
                           "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [START], "tokens": ["[CLS]"]}}},
        "decoder": metaspace,
        "model": {"type": "Unigram", "unk_id": 1, "vocab": [
            [processor.id_to_piece(at), round(processor.get_score(at), 4)]
            for at in range(processor.get_piece_size())]},
    }


def main(trained: str, prefix: str, folder: str) -> None:
    out = Path(folder)
    (out / "onnx").mkdir(parents=True, exist_ok=True)
    vectors = np.load(trained)["vectors"]
    processor = sentencepiece.SentencePieceProcessor(model_file=prefix + ".model")
    onnx.save(graph_of(*quantised(vectors)), str(out / "onnx/model_quantized.onnx"))
    files = {
        "tokenizer.json": tokenizer_of(processor),
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizer", "model_max_length": MAX_TOKENS, "pad_token": "[PAD]",
            "unk_token": "[UNK]", "cls_token": "[CLS]", "padding_side": "right"},
        "config.json": {
            "model_type": "bert", "architectures": ["BertModel"], "hidden_size": vectors.shape[1],
            "vocab_size": vectors.shape[0], "max_position_embeddings": MAX_TOKENS, "num_hidden_layers": 0,
            "pad_token_id": 0},
    }
    for name, content in files.items():
        (out / name).write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n")
    print(f"{sum(file.stat().st_size for file in out.rglob('*') if file.is_file()) / 2**20:.1f} MiB in {folder}")


if __name__ == "__main__":
    main(*sys.argv[1:])
