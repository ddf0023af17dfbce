import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { B, DELTA, bestOfGroups, K1, LexicalIndex, type WeightedTerm } from '../../../src/search/lexical.ts';
import { Top } from '../../../src/search/top.ts';
import { randomFrom } from '../../support/corpus.ts';

const plain = (terms: readonly string[]): WeightedTerm[] =>
  [...new Set(terms)].map((term) => ({ term, weight: 1, bound: 1 }));

function indexOf(passages: readonly (readonly string[])[]): LexicalIndex {
  const index = new LexicalIndex();
  for (const words of passages) index.add(words.map((word) => [word]));
  return index;
}

/** Passages of random length over a small vocabulary, so that terms repeat. */
function randomPassages(count: number, seed: number): string[][] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(random() * 40) }, () => `w${Math.floor(random() ** 2 * 60)}`),
  );
}

/** What SQLite's FTS5 gives each passage for one term, by slot. */
function askFts5(passages: readonly (readonly string[])[], term: string): ReadonlyMap<number, number> {
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE passage USING fts5(words, tokenize = 'unicode61')");
  const insert = db.prepare('INSERT INTO passage (rowid, words) VALUES (?, ?)');
  passages.forEach((words, slot) => insert.run(slot + 1, words.join(' ')));
  const found = db
    .prepare('SELECT rowid - 1 AS slot, -bm25(passage) AS score FROM passage WHERE passage MATCH ?')
    .all(`"${term}"`) as { slot: number; score: number }[];
  db.close();
  return new Map(found.map(({ slot, score }) => [slot, score]));
}

describe('BM25 over columns', () => {
  it('gives what FTS5 gives, but for the 1 that keeps its idf above zero', () => {
    const passages = randomPassages(300, 7);
    const index = indexOf(passages);
    const terms = ['w12', 'w25', 'w38', 'w51'];
    const theirs = terms.map((term) => {
      const found = askFts5(passages, term);
      const idf = Math.log((passages.length - found.size + 0.5) / (found.size + 0.5));
      return { term, found, idf };
    });
    const scores = index.score(plain(terms), 0);
    passages.forEach((_, slot) => {
      const expected = theirs.reduce(
        (sum, { term, found, idf }) => sum + ((found.get(slot) ?? 0) / idf) * index.idf(term),
        0,
      );
      expect(scores[slot]).toBeCloseTo(expected, 4);
    });
    expect(theirs.every(({ found }) => found.size > 0)).toBe(true);
  });

  it('gives the scores of the formula written out', () => {
    const passages = randomPassages(50, 3);
    const index = indexOf(passages);
    const average = passages.flat().length / passages.length;
    const terms = ['w1', 'w5', 'w30'];
    const scores = index.score(plain(terms));
    passages.forEach((words, slot) => {
      const expected = terms.reduce((sum, term) => {
        const holding = passages.filter((other) => other.includes(term)).length;
        const idf = Math.log(1 + (passages.length - holding + 0.5) / (holding + 0.5));
        const count = words.filter((word) => word === term).length;
        const presence = count > 0 ? DELTA * idf : 0;
        return (
          sum + presence + (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * words.length) / average))
        );
      }, 0);
      expect(scores[slot]).toBeCloseTo(expected, 4);
    });
  });

  it('never gives more than its upper bound', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), words, (passages, question) => {
        const index = indexOf(passages);
        const terms = plain(question);
        const bound = index.upperBound(terms);
        for (const score of index.score(terms)) expect(score).toBeLessThanOrEqual(bound + 1e-4);
      }),
    );
  });

  it('gives the same scores however its postings came to be stored', () => {
    const passages = randomPassages(400, 11);
    const index = indexOf(passages);
    const before = Float32Array.from(index.score(plain(['w3', 'w17', 'w44'])));
    const restored = new LexicalIndex(structuredClone(index.state()));
    expect(Float32Array.from(restored.score(plain(['w3', 'w17', 'w44'])))).toEqual(before);
    expect(Float32Array.from(index.score(plain(['w3', 'w17', 'w44'])))).toEqual(before);
  });

  it('goes on growing after it was restored', () => {
    const passages = randomPassages(200, 5);
    const whole = indexOf(passages);
    const grown = new LexicalIndex(indexOf(passages.slice(0, 120)).state());
    for (const words of passages.slice(120)) grown.add(words.map((word) => [word]));
    const terms = plain(['w2', 'w9', 'w40', 'w58']);
    expect(Float32Array.from(grown.score(terms))).toEqual(Float32Array.from(whole.score(terms)));
    for (const slot of [0, 119, 120, 199]) {
      expect(grown.coverage(grown.sharesOf(terms), slot)).toBeCloseTo(
        whole.coverage(whole.sharesOf(terms), slot),
        6,
      );
    }
  });

  it('covers a passage by the information of the terms that it holds', () => {
    const index = indexOf([
      ['harga', 'beras', 'naik'],
      ['harga', 'gula', 'turun'],
    ]);
    expect(index.coverage(index.sharesOf(plain(['harga', 'beras'])), 0)).toBe(1);
    expect(index.coverage(index.sharesOf(plain(['harga', 'beras'])), 1)).toBeCloseTo(
      index.idf('harga') / (index.idf('harga') + index.idf('beras')),
    );
    expect(index.coverage(index.sharesOf(plain(['kopi'])), 0)).toBe(0);
  });

  it('covers a range by what its passages hold together, wherever the postings stand', () => {
    const passages = randomPassages(240, 7);
    const settled = indexOf(passages.slice(0, 150));
    const index = new LexicalIndex(settled.state());
    for (const words of passages.slice(150)) index.add(words.map((word) => [word]));
    const firsts = [0, 3, 90, 148, 149, 153, 230];
    const ends = [2, 40, 91, 149, 153, 229, 240];
    const words = ['w1', 'w9', 'w40', 'w58', 'absent'];
    const shares = index.sharesOf(plain(words));
    const all = words.reduce((sum, word) => sum + index.idf(word), 0);
    const expected = firsts.map((first, i) => {
      const held = new Set(passages.slice(first, ends[i]).flat());
      return words.reduce((sum, word) => sum + (held.has(word) ? index.idf(word) / all : 0), 0);
    });
    index.coverages(shares, { firsts, ends }).forEach((coverage, i) => {
      expect(coverage).toBeCloseTo(expected[i] ?? NaN, 6);
    });
  });

  it('counts a word once, however many forms it has', () => {
    const index = new LexicalIndex();
    index.add([['pembangunan', '~bangun'], ['jalan']]);
    index.add([['jalan'], ['raya']]);
    const scores = index.score(plain(['jalan']));
    expect(scores[0]).toBeCloseTo(scores[1] ?? 0, 6);
  });

  it('keeps the best of each language group among those that may be found', () => {
    const index = indexOf([['a'], ['a', 'b'], ['a'], ['b']]);
    const best = bestOfGroups(
      index.score(plain(['a'])),
      { mask: Uint8Array.from([1, 1, 0, 1]), groups: Uint8Array.from([0, 1, 1, 1]) },
      [new Top(5), new Top(5)],
    );
    expect(best.map((found) => found.map(({ slot }) => slot))).toEqual([[0], [1]]);
  });
});
