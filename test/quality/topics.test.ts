// Floors under what topics find among the sample releases: a little below what is measured, so that a fall shows.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWN_RELEASES, OWN_SET } from '../../src/eval/sets.ts';
import { openWorkspace, type Workspace } from '../../src/eval/workspace.ts';

interface Topic {
  readonly lang: string;
  readonly topic: string;
  readonly passage_ids: readonly string[];
  readonly near_passage_ids: readonly string[];
}

interface Pair {
  readonly isRight: boolean;
  readonly isTold: boolean;
  readonly isAcross: boolean;
}

let workspace: Workspace;
const pairs: Pair[] = [];
let unverified = 0;

beforeAll(async () => {
  workspace = await openWorkspace();
  const { app } = workspace;
  await app.ingest([OWN_RELEASES]);
  const releases = await app.list();
  const texts = new Map(
    await Promise.all(releases.map(async ({ ref }) => [ref, (await app.show(ref))?.text ?? ''] as const)),
  );
  const lines = readFileSync(path.join(OWN_SET, 'topics.jsonl'), 'utf8').trim().split('\n');
  for (const { topic, lang, passage_ids, near_passage_ids } of lines.map(
    (line) => JSON.parse(line) as Topic,
  )) {
    const matches = await app.match({ topic });
    for (const { header, span, text } of matches)
      if (texts.get(header.ref)?.slice(span.start, span.end) !== text) unverified++;
    const told = new Set(matches.map(({ header }) => header.ref));
    for (const { ref, language } of releases)
      if (!near_passage_ids.includes(ref))
        pairs.push({
          isRight: passage_ids.includes(ref),
          isTold: told.has(ref),
          isAcross: language !== lang,
        });
  }
}, 240_000);

afterAll(async () => {
  await workspace.close();
});

function toldOf(kind: Omit<Pair, 'isTold'>): number {
  const all = pairs.filter(({ isRight, isAcross }) => isRight === kind.isRight && isAcross === kind.isAcross);
  expect(all.length).toBeGreaterThan(20);
  return all.filter(({ isTold }) => isTold).length / all.length;
}

describe('topics that are followed', () => {
  it('find the releases about them, and few others', () => {
    expect(toldOf({ isRight: true, isAcross: false })).toBeGreaterThanOrEqual(0.9);
    expect(toldOf({ isRight: false, isAcross: false })).toBeLessThanOrEqual(0.012);
  });

  it('find some of them in another language, and few others', () => {
    expect(toldOf({ isRight: true, isAcross: true })).toBeGreaterThanOrEqual(0.3);
    expect(toldOf({ isRight: false, isAcross: true })).toBeLessThanOrEqual(0.012);
  });

  it('are told in the releases’ own words', () => {
    expect(unverified).toBe(0);
  });
});
