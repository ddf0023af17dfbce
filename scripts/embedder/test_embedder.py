"""Rules of the pipeline. Run by `make test`."""

import json
import random
import tempfile
import unittest
from collections import Counter
from pathlib import Path

import numpy as np

from cloze import cloze_pairs
from corpus import Corpus, bags
from flatten import flattened
from lexicon import Alignment, in_pairs, kept
from morphology import indonesian_stem
from readers import Pair, aligned, translations
from screen import evaluation_keys, screened
from switch import Lexicon, Senses, switched
from text import normal, sentence_keys
from unigram import Unigram


class Screening(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        for name in ("held", "allowed"):
            part = Path(self.folder.name) / name
            part.mkdir()
            passage = {"text": f"Kapal {name} bersandar pukul sembilan pagi. Kalimat kedua yang {name} juga panjang."}
            (part / "passages.jsonl").write_text(json.dumps(passage) + "\n")

    def kept(self, *pairs: Pair) -> list[str]:
        keys = evaluation_keys(Path(self.folder.name), ["allowed"])
        return [row["a"] for row in screened((pair._asdict() for pair in pairs), keys, Counter())]

    def test_a_planted_sentence_of_an_evaluation_set_is_dropped_whatever_its_case_and_punctuation(self) -> None:
        planted = Pair("x", "par", "id", "Awal. KAPAL held, bersandar pukul sembilan pagi!", "en", "A ship berthed at nine.")
        clean = Pair("x", "par", "id", "Kereta berangkat pukul tujuh malam.", "en", "The train left at seven.")
        self.assertEqual(self.kept(planted, clean), [clean.a])

    def test_it_is_dropped_on_either_side(self) -> None:
        planted = Pair("x", "par", "en", "A ship berthed at nine.", "id", "Kalimat kedua yang held juga panjang.")
        self.assertEqual(self.kept(planted), [])

    def test_sets_that_are_allowed_are_not_screened(self) -> None:
        allowed = Pair("x", "par", "id", "Kapal allowed bersandar pukul sembilan pagi.", "en", "A ship berthed.")
        self.assertEqual(self.kept(allowed), [allowed.a])


class Translating(unittest.TestCase):
    TEXTS = [(["red", "house"], ["rumah", "merah"], 1.0), (["house"], ["rumah"], 1.0), (["red", "car"], ["mobil", "merah"], 1.0)]

    def test_words_that_stand_beside_each_other_most_often_translate_each_other(self) -> None:
        entries = {(one, other): probability for one, other, probability in Alignment(self.TEXTS * 5).entries()}
        self.assertGreater(entries["house", "rumah"], 0.8)
        self.assertGreater(entries["red", "merah"], 0.8)
        self.assertLess(entries.get(("red", "rumah"), 0), 0.1)

    def test_a_word_that_hardly_any_text_holds_is_left_out(self) -> None:
        rare = [(["ostrich"], ["burung unta"], 1.0)]
        self.assertNotIn("ostrich", {one for one, _, _ in Alignment(self.TEXTS * 5 + rare).entries()})

    def test_a_long_chinese_word_is_known_by_its_pairs_of_characters_which_are_trusted_less(self) -> None:
        self.assertEqual(in_pairs("应急", 0.5), [("应急", 0.5)])
        self.assertEqual([pair for pair, _ in in_pairs("应急包", 0.5)], ["应急", "急包"])
        self.assertTrue(all(share < 0.5 for _, share in in_pairs("应急包", 0.5)))

    def test_a_translation_is_kept_for_the_word_on_either_side(self) -> None:
        entries = [("bag", f"tas{letter}", 0.9) for letter in "abcdefgh"] + [("bag", "kantong", 0.5)]
        self.assertIn("kantong", dict(kept(entries)["bag"]))


class Reading(unittest.TestCase):
    def test_what_was_left_untranslated_is_no_translation(self) -> None:
        self.assertEqual(list(translations("x", {"en": "Open file", "id": "open FILE"})), [])

    def test_a_page_with_other_paragraphs_is_not_aligned(self) -> None:
        pages = {"en": ["A first long paragraph.", "A second long paragraph."], "id": ["Satu paragraf panjang saja."]}
        self.assertEqual([pair for pair in aligned("x", pages) if pair.kind == "par"], [])

    def test_a_cloze_question_holds_words_of_its_text_alone_after_the_question_word(self) -> None:
        text = "Menteri luar negeri Indonesia menerima kunjungan duta besar Jepang di Jakarta pada hari Senin untuk membahas kerja sama."
        words = set(normal(text).split())
        (question,) = cloze_pairs(Pair("x", "par", "id", text, "zh", "外交部长"))
        self.assertGreaterEqual(len([word for word in normal(question.a).split() if word in words]), 3)
        self.assertEqual(question.b, text)

    def test_prefixes_and_suffixes_are_taken_off(self) -> None:
        self.assertEqual([indonesian_stem(word) for word in ("menyampaikan", "pertemuannya", "rapat")],
                         ["sampai", "temu", "rapat"])


class Switching(unittest.TestCase):
    ROWS = [
        {"src": "d", "kind": "dict", "la": "en", "a": "minister", "lb": "id", "b": "menteri"},
        {"src": "d", "kind": "dict", "la": "en", "a": "foreign minister", "lb": "id", "b": "menteri luar negeri"},
        {"src": "d", "kind": "dict", "la": "en", "a": "visit", "lb": "id", "b": "kunjungan"},
        {"src": "d", "kind": "dict", "la": "zh", "a": "总理", "lb": "id", "b": "perdana menteri"},
    ]

    def switched(self, text: str, one: str, other: str) -> str | None:
        rng = random.Random(0)
        rng.uniform = lambda low, high: high
        return switched(text, (one, other), Lexicon(self.ROWS), Senses(rng))

    def test_the_longest_phrase_is_exchanged_also_in_other_forms_and_unknown_words_stay(self) -> None:
        self.assertEqual(self.switched("The foreign minister visits Jakarta", "en", "id"),
                         "the menteri luar negeri kunjungan jakarta")

    def test_a_text_of_which_too_little_is_known_is_no_translation(self) -> None:
        self.assertIsNone(self.switched("A minister spoke at length about the weather in Jakarta", "en", "id"))


class Bags(unittest.TestCase):
    def setUp(self) -> None:
        texts = [[3, 4, 5], [6], [7] * 200, [8, 9]]
        self.corpus = Corpus(np.concatenate([np.array(text, np.int32) for text in texts]),
                             np.cumsum([0, *map(len, texts)]), np.array([0, 0]), ["x|par|id|en"])

    def test_no_text_is_ever_empty_and_none_is_longer_than_the_crop(self) -> None:
        rng = np.random.default_rng(0)
        for _ in range(50):
            tokens, starts = bags(self.corpus, np.array([0, 1]), 0, 96, 0.9, rng)
            lengths = np.diff([*starts, len(tokens)])
            self.assertTrue(((lengths > 0) & (lengths <= 96)).all())

    def test_equal_texts_have_equal_identities(self) -> None:
        same = Corpus(np.array([3, 4, 4, 3, 5, 6], np.int32), np.array([0, 2, 4, 5, 6]), np.array([0, 0]), ["x"])
        identity = same.identities(10)
        self.assertEqual(identity[0, 0], identity[0, 1])
        self.assertNotEqual(identity[1, 0], identity[1, 1])


class Flattening(unittest.TestCase):
    def setUp(self) -> None:
        rng = np.random.default_rng(0)
        self.table = rng.normal(size=(500, 4)) @ np.diag([8, 4, 2, 1])
        self.alike = np.ones(500)

    def spectrum(self, power: float) -> np.ndarray:
        table = flattened(self.table, self.alike, power)
        return np.linalg.eigvalsh(table.T @ table)

    def test_at_power_nought_cosines_stay_and_at_minus_a_half_every_direction_counts_alike(self) -> None:
        same = flattened(self.table, self.alike, 0)
        np.testing.assert_allclose(same @ same.T, self.table @ self.table.T, rtol=1e-4, atol=1e-3)
        np.testing.assert_allclose(self.spectrum(-0.5), self.spectrum(-0.5)[0], rtol=1e-4)

    def test_between_them_the_order_of_directions_stays_and_their_ratio_shrinks(self) -> None:
        before, after = self.spectrum(0), self.spectrum(-0.3)
        self.assertTrue((np.diff(after) > 0).all())
        np.testing.assert_allclose(after[-1] / after[0], (before[-1] / before[0]) ** 0.4, rtol=1e-4)

    def test_tokens_of_no_probability_have_no_say(self) -> None:
        wild = np.concatenate([self.table, np.full((1, 4), 1e6)])
        np.testing.assert_allclose(flattened(wild, np.append(self.alike, 0))[:-1], flattened(self.table, self.alike), rtol=1e-3)

    def test_a_direction_without_spread_is_left_out(self) -> None:
        flat = self.table * [1, 1, 1, 0]
        self.assertTrue(np.isfinite(flattened(flat, self.alike)).all())


class Segmentation(unittest.TestCase):
    def test_the_likeliest_pieces_are_taken_and_unknown_characters_left_out(self) -> None:
        vocabulary = [("[PAD]", 0), ("[UNK]", 0), ("[CLS]", 0), ("▁", -2), ("▁ka", -3), ("pal", -3), ("▁kapal", -5), ("p", -6)]
        unigram = Unigram(vocabulary)
        self.assertEqual(unigram.encode("kapal"), [6])
        self.assertEqual(unigram.encode("kap€"), [4, 7])


class Keys(unittest.TestCase):
    def test_short_sentences_are_no_keys(self) -> None:
        self.assertEqual(sentence_keys("Ya. Tidak."), set())


if __name__ == "__main__":
    unittest.main()
