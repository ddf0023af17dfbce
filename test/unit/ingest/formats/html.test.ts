import { expect, test } from 'vitest';
import type { Draft } from '../../../../src/ingest/draft.ts';
import { readHtml } from '../../../../src/ingest/formats/html.ts';

const read = (content: string): Draft => {
  const draft = readHtml(content);
  if ('fault' in draft) throw new Error(draft.fault);
  return draft;
};

const LONG =
  'Kalimat ini cukup panjang, dengan koma, supaya terbaca sebagai isi utama dari halaman berita ini.';

test('the main text is read without navigation, scripts and footers', () => {
  const { text } = read(
    `<html><body><nav><a href="/">Beranda</a></nav><script>rahasia()</script><article><h1>Judul</h1><p>${LONG}</p><p>${LONG}</p></article><footer>Hak cipta</footer></body></html>`,
  );
  expect(text).toBe(`${LONG}\n\n${LONG}`);
});

test('the head gives headline, date, issuer, address and language', () => {
  expect(
    read(
      `<html lang="id-ID"><head><title>Judul | Situs</title><meta property="og:title" content="Judul"><meta property="og:site_name" content="Dinas"><meta property="article:published_time" content="2024-07-01T13:25:00+07:00"><link rel="canonical" href="https://x.example/a"></head><body><p>${LONG}</p></body></html>`,
    ),
  ).toMatchObject({
    title: 'Judul',
    source: 'Dinas',
    date: '2024-07-01T13:25:00+07:00',
    url: 'https://x.example/a',
    language: 'id-ID',
  });
});

test('the date may stand in structured data or in a time element', () => {
  const body = `<p>${LONG}</p>`;
  expect(read(`<script type="application/ld+json">{"datePublished":"2024-05-27"}</script>${body}`).date).toBe(
    '2024-05-27',
  );
  expect(read(`<body>${body}<time>27 Mei 2024</time></body>`).date).toBe('27 Mei 2024');
});

test('lists keep their numbers, also nested, lettered and started elsewhere', () => {
  const { text } = read(
    `<body><p>${LONG}</p><ol start="3"><li>tiga<ul><li>anak</li></ul></li><li><p>empat</p><p>lanjut</p></li></ol><ol type="a"><li>x</li></ol></body>`,
  );
  expect(text).toBe(`${LONG}\n\n3. tiga\n   - anak\n4. empat\nlanjut\n\na. x`);
});

test('paragraphs of line breaks, headings and tables are told apart', () => {
  const draft = read(
    `<body><main><h2>Bagian</h2>Satu ${LONG}<br><br>Dua<br>baris<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></main></body>`,
  );
  expect(draft.text).toBe(`Bagian\n\nSatu ${LONG}\n\nDua\nbaris\n\na | b\nc | d`);
  expect(draft.headings).toEqual([{ span: { start: 0, end: 6 }, level: 2 }]);
});

test('a page nested too deeply is a fault, one nested deeply is read', () => {
  expect(readHtml('<div>'.repeat(5000))).toHaveProperty('fault');
  expect(read(`${'<div>'.repeat(300)}<p>${LONG}</p>`).text).toContain(LONG);
});

test('broken pages do not throw', () => {
  for (const page of [
    '',
    '<',
    '<html>',
    '<p',
    '<!--',
    '<a b="',
    '</div>'.repeat(50),
    '<title>',
    '&#xFFFFFFFF;',
    '<table><li><h1>',
  ]) {
    expect(readHtml(page)).toHaveProperty('text');
  }
});

test('a page that leaves out its root is read whole', () => {
  expect(readHtml('<!doctype html><title>Judul</title><p>Satu.</p><p>Dua.</p>')).toMatchObject({
    title: 'Judul',
    text: 'Satu.\n\nDua.',
  });
});
