import { expect, test } from 'vitest';
import type { Draft } from '../../../../src/ingest/draft.ts';
import { readMarkdown } from '../../../../src/ingest/formats/markdown.ts';

const read = (content: string): Draft => {
  const draft = readMarkdown(content);
  if ('fault' in draft) throw new Error(draft.fault);
  return draft;
};

test('front matter gives the header, dates as they are written', () => {
  const draft = read(
    '---\ntitle: "Judul: satu"\ndate: 2024-05-27T01:00:00+07:00\nsource: Dinas\nurl: https://x.example/a\nlang: id\n---\n\nSatu.\n',
  );
  expect(draft).toMatchObject({
    title: 'Judul: satu',
    date: '2024-05-27T01:00:00+07:00',
    source: 'Dinas',
    url: 'https://x.example/a',
    language: 'id',
    text: 'Satu.',
  });
});

test('without front matter the first heading is the headline and no part of the text', () => {
  expect(read('# Judul\n\nSatu.')).toMatchObject({ title: 'Judul', text: 'Satu.' });
});

test('the signs of Markdown go, its words and lists stay', () => {
  const draft = read(
    '# J\n\nKata **tebal**, [tautan](https://x.example) dan `kode`\nbaris. ![gambar](a.png)\n\n1. satu\n2. dua\n   - anak\n\n- peluru\n\n> kutipan\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  );
  expect(draft.text).toBe(
    'Kata tebal, tautan dan kode baris.\n\n1. satu\n2. dua\n   - anak\n\n- peluru\n\nkutipan\n\na | b\n1 | 2',
  );
});

test('headings are known by their spans', () => {
  const draft = read('# J\n\nSatu.\n\n## Bagian *dua*\n\nDua.');
  expect(draft.headings?.map(({ span, level }) => [draft.text.slice(span.start, span.end), level])).toEqual([
    ['Bagian dua', 2],
  ]);
});

test('front matter that is no YAML is a fault that says so', () => {
  expect(readMarkdown('---\ntitle: [a\n---\n\nSatu.')).toEqual({
    fault: 'its front matter is no valid YAML: mend the part between the --- lines',
  });
});

test('front matter runs no code and expands no bomb', () => {
  expect(readMarkdown('---js\n{ title: process.exit(1) }\n---\n# Judul\n\nSatu.')).toHaveProperty('title');
  expect(readMarkdown('---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: T\n---\nSatu.')).toMatchObject({
    title: 'T',
  });
});

test('a document that nobody would write is left as it is', () => {
  const hostile = '['.repeat(50_000);
  expect(read(hostile).text).toBe(hostile);
  expect(read(`${'>'.repeat(100)} a`).text).toBe(`${'>'.repeat(100)} a`);
});
