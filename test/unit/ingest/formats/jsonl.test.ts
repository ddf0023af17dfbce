import { expect, test } from 'vitest';
import { readJsonLine } from '../../../../src/ingest/formats/jsonl.ts';

const line = (fields: Readonly<Record<string, unknown>>): string => JSON.stringify(fields);

test('a clean body is left as it is, with white space at its ends', () => {
  const body = '\n  Satu.\u00AD\n\nDua. \n';
  expect(readJsonLine(line({ id: 'a', title: 'T', body }))).toMatchObject({
    id: 'a',
    draft: { title: 'T', text: body },
  });
});

test('an empty title is made of the start of the first sentence', () => {
  expect(readJsonLine(line({ id: 'a', title: '', body: 'Satu dua tiga. Empat.' }))).toMatchObject({
    draft: { title: 'Satu dua tiga.' },
  });
  const long = readJsonLine(line({ id: 'a', body: 'kata '.repeat(100) }));
  expect('draft' in long && long.draft.title).toMatch(/^(kata )+kata…$/);
});

test('unknown fields, and optional ones of another type, are ignored', () => {
  expect(
    readJsonLine(line({ id: 7, title: 'T', body: 'B', kind: 'x', date: 5, source: null })),
  ).toMatchObject({
    id: '7',
    draft: { date: undefined, source: undefined },
  });
});

test.for([
  ['{"id": "a"', /is no valid JSON .*: mend or remove the line/],
  ['[1]', /is no JSON object/],
  [line({ title: 'T', body: 'B' }), /has no "id"/],
  [line({ id: ' ', title: 'T', body: 'B' }), /has no "id"/],
  [line({ id: 'a', title: 'T', body: ' \n' }), /has no "body"/],
  [line({ id: 'a', title: 5, body: 'B' }), /"title" that is no text/],
] as const)('%s is a fault', ([json, fault]) => {
  const read = readJsonLine(json);
  expect('fault' in read && read.fault).toMatch(fault);
});
