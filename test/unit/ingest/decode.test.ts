import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decode } from '../../../src/ingest/decode.ts';

const CHINESE =
  '海湾市外贸进出口总值达一千二百八十六亿元，同比增长百分之五点一，创历史新高。负责人表示，市里将继续支持企业。';
const text = (bytes: Buffer): string | undefined => {
  const decoded = decode(bytes);
  return decoded.kind === 'text' ? decoded.text.replace(/^\uFEFF/, '') : undefined;
};

test('UTF-8 is read with and without a byte order mark', () => {
  expect(text(Buffer.from('Judul — berita'))).toBe('Judul — berita');
  expect(text(Buffer.from('\uFEFFJudul'))).toBe('Judul');
});

test('UTF-16 is read with a byte order mark, and without one where it is plain', () => {
  expect(text(iconv.encode('Judul 海湾', 'utf-16le', { addBOM: true }))).toBe('Judul 海湾');
  expect(text(iconv.encode('Judul 海湾', 'utf-16be', { addBOM: true }))).toBe('Judul 海湾');
  expect(text(iconv.encode('Judul berita hari ini', 'utf-16le'))).toBe('Judul berita hari ini');
});

test('a declared encoding is followed', () => {
  const page = `<html><head><meta charset="gb2312"></head><body>${CHINESE}</body></html>`;
  expect(text(iconv.encode(page, 'gbk'))).toBe(page);
});

test('valid UTF-8 is believed more than a wrong declaration', () => {
  const page = `<meta charset="iso-8859-1"><p>Jum’at ${CHINESE}</p>`;
  expect(text(Buffer.from(page))).toBe(page);
});

test('an undeclared legacy encoding is told by its bytes', () => {
  expect(text(iconv.encode(CHINESE, 'gb18030'))).toBe(CHINESE);
  const western = 'Les négociations à Genève ont été menées à bien, malgré les difficultés réelles.';
  expect(text(iconv.encode(western, 'windows-1252'))).toBe(western);
});

test('UTF-8 with one broken character stays UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from(CHINESE), Buffer.from([0xe6, 0xb5]), Buffer.from(' akhir')]);
  expect(text(bytes)).toContain('海湾市');
});

test('binary files are told by what they are', () => {
  expect(decode(Buffer.from('%PDF-1.7\n...'))).toEqual({ kind: 'binary', what: 'a PDF document' });
  expect(decode(Buffer.from([1, 2, 0, 3, 4]))).toEqual({ kind: 'binary', what: 'a binary file' });
  expect(decode(Buffer.from('PK\u0003\u0004 docx')).kind).toBe('binary');
});
