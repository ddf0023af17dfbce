import { describe, expect, it } from 'vitest';
import type { WordVector } from '../../../src/embed/embedder.ts';
import { LateInteraction } from '../../../src/search/interaction.ts';
import { LexicalIndex } from '../../../src/search/lexical.ts';
import { Stems } from '../../../src/search/stems.ts';
import { WordVectors } from '../../../src/search/word-vectors.ts';
import { wordsOf } from '../../../src/search/words.ts';

/** Pairs of translations lie in one direction each; everything else is apart. */
const DIRECTIONS: Readonly<Record<string, number>> = {
  beras: 0,
  rice: 0,
  harga: 1,
  price: 1,
  kapal: 2,
  the: 3,
};
const embedded: string[] = [];

function embedWords(words: readonly string[]): Promise<readonly WordVector[]> {
  embedded.push(...words);
  return Promise.resolve(
    words.map((word) => ({
      vector: Float32Array.from({ length: 5 }, (_, i) => Number(i === (DIRECTIONS[word] ?? 4))),
      weight: word === 'the' ? 0.01 : 1,
      pieces: 1,
    })),
  );
}

/** Readers of one question each, over one memory of words. */
async function interactAll(
  questions: readonly string[],
  passages: readonly string[],
): Promise<readonly LateInteraction[]> {
  const lexical = new LexicalIndex();
  for (const passage of passages) lexical.add(wordsOf(passage));
  const vectors = new WordVectors(embedWords);
  for (let slot = 0; slot < passages.length; slot++)
    await vectors.learn(lexical.wordsAt(slot), (number) => lexical.termAt(number));
  return Promise.all(
    questions.map(
      async (question) =>
        new LateInteraction(
          await embedWords(question.split(' ')),
          { lexical, stems: new Stems(lexical) },
          vectors,
        ),
    ),
  );
}

async function interact(question: string, passages: readonly string[]): Promise<LateInteraction> {
  const [only] = await interactAll([question], passages);
  if (only === undefined) throw new Error('One question gives one reader.');
  return only;
}

describe('late interaction', () => {
  it('meets a name in another script nearly as well as itself', async () => {
    const lexical = new LexicalIndex();
    for (const passage of ['海湾', '镜湖', 'haiwan']) lexical.add(wordsOf(passage));
    const vectors = new WordVectors((words) =>
      Promise.resolve(
        words.map((word) => ({
          vector: Float32Array.from([word === 'haiwan' ? 1 : 0, 1, 0]),
          weight: 1,
          pieces: 1,
        })),
      ),
    );
    const numbers = ['海湾', '镜湖', 'haiwan'].map((word) => lexical.numberOf(word) ?? -1);
    await vectors.learn(numbers, (number) => lexical.termAt(number));
    const word = { vector: Float32Array.from([1, 0, 0]), weight: 1, pieces: 1 };
    const likenesses = new Map([[numbers[0] ?? -1, 0.9]]);
    const reader = new LateInteraction(
      [{ ...word, likenesses }],
      { lexical, stems: new Stems(lexical) },
      vectors,
    );
    const [inHan = 0, other, self = 0] = [0, 1, 2].map((slot) => reader.score(slot));
    expect(other).toBe(0);
    expect(inHan).toBeCloseTo(0.9);
    expect(self).toBeGreaterThan(0.6);
    expect(reader.scoreText('在海湾')).toBeCloseTo(0.9);
  });

  it('meets an inflected word by a likeness of its stem, and a nearer one by its vector still', async () => {
    const lexical = new LexicalIndex();
    for (const passage of ['kebanjiran', 'rice']) lexical.add(wordsOf(passage));
    const vectors = new WordVectors(embedWords);
    for (const slot of [0, 1]) await vectors.learn(lexical.wordsAt(slot), (number) => lexical.termAt(number));
    const stems = new Stems(lexical);
    const stem = stems.of(lexical.wordsAt(0)[0] ?? -1);
    expect(lexical.termAt(stem)).not.toBe('kebanjiran');
    const [rice] = await embedWords(['rice']);
    const likenesses = new Map([
      [stem, 0.8],
      [lexical.numberOf('rice') ?? -1, 0.1],
    ]);
    const words = rice === undefined ? [] : [{ ...rice, likenesses }];
    const reader = new LateInteraction(words, { lexical, stems }, vectors);
    expect(reader.score(0)).toBeCloseTo(0.8);
    expect(reader.score(1)).toBeGreaterThan(0.9);
  });

  it('finds each word of the question in the passage, in whatever language it stands there', async () => {
    const found = await interact('the price rice', [
      'Harga beras naik.',
      'Harga kapal turun.',
      'Kapal tiba.',
    ]);
    const scores = [0, 1, 2].map((slot) => found.score(slot));
    expect(scores[0]).toBeCloseTo(1, 2);
    expect(scores[1]).toBeCloseTo(0.5, 2);
    expect(scores[2]).toBeCloseTo(0, 2);
  });

  it('keeps what two questions find apart, though they are read in turns', async () => {
    const [rice, price] = await interactAll(['rice', 'price'], ['Beras tiba.', 'Harga naik.']);
    const turns = [0, 1, 0, 1].map((slot) => [rice?.score(slot), price?.score(slot)]);
    expect(turns).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 1],
    ]);
  });

  it('does not miss what a word tells that stands everywhere', async () => {
    const found = await interact('the rice', ['Beras.']);
    expect(found.score(0)).toBe(1);
  });

  it('reads a sentence of a passage as it reads the passage', async () => {
    const found = await interact('rice', ['Kapal tiba. Harga beras naik.']);
    expect(found.scoreText('Harga beras naik.')).toBe(found.score(0));
    expect(found.scoreText('Kapal tiba.')).toBe(0);
    expect(found.scoreText('Kata yang belum pernah ada.')).toBe(0);
  });

  it('learns a word once', async () => {
    embedded.length = 0;
    await interact('rice', ['Beras mahal.', 'Beras murah.', 'Harga beras.']);
    expect(embedded.filter((word) => word === 'beras')).toHaveLength(1);
  });
});
