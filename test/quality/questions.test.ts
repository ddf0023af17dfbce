import { beforeAll, describe, expect, it } from 'vitest';
import type { Release } from '../../src/domain/release.ts';
import { groupBy } from '../../src/eval/group.ts';
import { holdsAnswer } from '../../src/eval/metrics.ts';
import { OWN_RELEASES, OWN_SET, readSet, type EvalQuestion } from '../../src/eval/sets.ts';
import { readReleases } from '../../src/ingest/read.ts';

const KINDS = [
  'fact',
  'list',
  'item',
  'count',
  'date',
  'speaker',
  'correction',
  'cross-language',
  'misspelt',
  'unanswerable',
  'foreign',
];
/** Below this a share of a kind and language says nothing. */
const LEAST = 10;

const { questions } = readSet(OWN_SET);
const answerable = questions.filter((question) => question.answerable);
const releases = new Map<string, Release>();

beforeAll(async () => {
  for await (const read of readReleases([OWN_RELEASES], { maxBytes: 1e7 })) {
    if (read.kind === 'release') releases.set(read.release.ref, read.release);
  }
});

function textsOf({ passage_ids: refs }: EvalQuestion): readonly string[] {
  return refs.map((ref) => releases.get(ref)?.text ?? '');
}

describe('the questions on the sample releases', () => {
  it('are at least 400, each with an id and a wording of its own', () => {
    expect(questions.length).toBeGreaterThanOrEqual(400);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    const asked = questions.map(({ question, asked_at: at }) => `${question} ${at ?? ''}`);
    expect(new Set(asked).size).toBe(questions.length);
  });

  it('have every kind in every language, and no other', () => {
    const counts = groupBy(questions, ({ kind, lang }) => `${kind} ${lang}`);
    const wanted = KINDS.flatMap((kind) => ['id', 'en', 'zh'].map((lang) => `${kind} ${lang}`));
    expect([...counts.keys()].sort()).toEqual(wanted.sort());
    const scarce = [...counts].filter(([, { length }]) => length < LEAST).map(([label]) => label);
    expect(scarce).toEqual([]);
  });

  it('name a release that is there where they have an answer, and none where they have not', () => {
    const astray = answerable.filter(({ passage_ids: refs }) => refs.some((ref) => !releases.has(ref)));
    expect(astray.map(({ id }) => id)).toEqual([]);
    const named = questions.filter((question) => question.answerable !== question.passage_ids.length > 0);
    expect(named.map(({ id }) => id)).toEqual([]);
  });

  it('are answered by quotes that stand word for word in such a release', () => {
    expect(answerable.filter(({ quotes }) => quotes.length === 0).map(({ id }) => id)).toEqual([]);
    const altered = answerable.filter((question) =>
      question.quotes.some((quote) => !textsOf(question).some((text) => text.includes(quote))),
    );
    expect(altered.map(({ id }) => id)).toEqual([]);
  });

  it('are answered by words that stand in their quotes', () => {
    const unquoted = answerable.filter(
      ({ answers, quotes }) => answers.length === 0 || !quotes.some((quote) => holdsAnswer(quote, answers)),
    );
    expect(unquoted.map(({ id }) => id)).toEqual([]);
  });

  it('give every point of a list, and the point that is asked for', () => {
    const lists = questions.filter(({ kind, of }) => kind === 'list' && of !== undefined);
    expect(lists.filter(({ of, quotes }) => quotes.length !== of).map(({ id }) => id)).toEqual([]);
    const items = questions.filter(({ kind }) => kind === 'item');
    const impossible = items.filter(({ item = 0, of = 0 }) => item < 1 || item > of);
    expect(impossible.map(({ id }) => id)).toEqual([]);
  });
});
