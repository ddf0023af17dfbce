import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.ts';
import { randomFrom } from '../../../src/eval/random.ts';
import { OWN_SET, partOf, readSet, type EvalSet } from '../../../src/eval/sets.ts';
import { anEvalQuestion } from '../../support/evaluation.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rilis-set-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, ...rows: readonly object[]): void {
  writeFileSync(path.join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

describe('a set', () => {
  it('of passages comes with its questions; machine-translated rows are left out', () => {
    write(
      'passages.jsonl',
      { id: 'p1', lang: 'id', text: 'Satu.' },
      { id: 'p2', lang: 'id', text: 'Dua.', mt: true },
    );
    write(
      'questions.jsonl',
      { id: 'q1', lang: 'id', question: 'Apa?', passage_ids: ['p1'] },
      { id: 'q2', lang: 'id', question: 'Apa?', passage_ids: ['p2'], mt: true },
    );
    const set = readSet(folder);
    expect(set.corpus).toMatchObject({ passages: [{ id: 'p1' }] });
    expect(set.questions.map(({ id }) => id)).toEqual(['q1']);
    expect(set.questions[0]).toMatchObject({ answers: [], answerable: true, kind: 'fact' });
  });

  it('of releases asks for a release by its headline, which the index does not hold', () => {
    write('releases.jsonl', { id: 'r1', lang: 'zh', title: '标题', body: '正文。' });
    const set = readSet(folder);
    expect(set.corpus).toMatchObject({ passages: [{ id: 'r1', title: '', body: '正文。' }] });
    expect(set.questions).toMatchObject([
      { question: '标题', passage_ids: ['r1'], kind: 'title-known-item' },
    ]);
  });

  it('of sentence pairs asks for every sentence by each of its translations', () => {
    write(
      'pairs.jsonl',
      { id: 's1', en: 'One.', idn: 'Satu.', zh: '一。' },
      { id: 's2', en: 'Two.', idn: 'Dua.' },
    );
    const { questions, corpus } = readSet(folder);
    expect(corpus).toHaveProperty('passages.length', 5);
    expect(questions.find(({ id }) => id === 'q-s1-id')).toMatchObject({
      lang: 'id',
      question: 'Satu.',
      passage_ids: ['s1-en', 's1-zh'],
      same_lang_passage_id: 's1-id',
    });
  });

  it('says what is missing in a folder that is none, and which line is broken', () => {
    expect(() => readSet(folder)).toThrow(UsageError);
    write('passages.jsonl', { id: 'p1', lang: 'id', text: 'Satu.' });
    write('questions.jsonl', { id: 'q1', lang: 'id', question: 'Apa?' }, { id: 'q2' });
    expect(() => readSet(folder)).toThrow(/questions\.jsonl, line 2/);
  });

  it("of the project's own asks about the sample releases", () => {
    const { corpus, questions } = readSet(OWN_SET);
    expect(corpus).toHaveProperty('folder');
    expect(questions.length).toBeGreaterThan(0);
  });
});

describe('a part of a set', () => {
  const ids = Array.from({ length: 10 }, (_, i) => `p${i}`);
  const set: EvalSet = {
    name: 'whole',
    corpus: { passages: ids.map((id) => ({ id, lang: 'id', title: '', source: '', text: id, mt: false })) },
    questions: ids.flatMap((id) => [
      anEvalQuestion({ id: `about-${id}`, passage_ids: [id] }),
      anEvalQuestion({ id: `across-${id}`, other_passage_ids: [id] }),
    ]),
  };

  it('has so many passages and the questions about them alone', () => {
    const part = partOf(set, 4, randomFrom(1));
    const drawn = part !== undefined && 'passages' in part.corpus ? part.corpus.passages : [];
    expect(part?.name).toBe('whole-4');
    expect(drawn).toHaveLength(4);
    expect(part?.questions.map(({ id }) => id)).toEqual(
      drawn.flatMap(({ id }) => [`about-${id}`, `across-${id}`]),
    );
  });

  it('is the same from the same seed', () => {
    expect(partOf(set, 4, randomFrom(1))).toEqual(partOf(set, 4, randomFrom(1)));
  });

  it('is not there where it would be more than half of the set, or where the set is a folder', () => {
    expect(partOf(set, 6, randomFrom(1))).toBeUndefined();
    expect(partOf(readSet(OWN_SET), 4, randomFrom(1))).toBeUndefined();
  });
});
