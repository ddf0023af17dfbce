import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Release } from '../../../src/domain/release.ts';
import { readReleases } from '../../../src/ingest/read.ts';
import type { Read } from '../../../src/ingest/release.ts';

const BODY = 'Pelabuhan baru dibuka pada hari Senin.';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rilis-read-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

async function readAll(inputs: readonly string[] = [folder], maxBytes = 100_000): Promise<Read[]> {
  const reads: Read[] = [];
  for await (const read of readReleases(inputs, { maxBytes })) reads.push(read);
  return reads;
}

async function readReleasesOf(inputs?: readonly string[]): Promise<Release[]> {
  return (await readAll(inputs)).flatMap((read) => (read.kind === 'release' ? [read.release] : []));
}

async function reasons(inputs?: readonly string[], maxBytes?: number): Promise<string[]> {
  const reads = await readAll(inputs, maxBytes);
  return reads.flatMap((read) =>
    read.kind === 'rejected' ? [`${path.relative(folder, read.path)}: ${read.reason}`] : [],
  );
}

test('a release has its path below the folder as ref, and the hash of title and text as revision', async () => {
  await put('b/satu.txt', `Judul\n\n2024-05-27 17:07:04\n\n${BODY}\n`);
  const [release] = await readReleasesOf();
  expect(release).toEqual({
    ref: 'b/satu.txt',
    revision: createHash('sha256').update(`Judul\n${BODY}`).digest('hex'),
    title: 'Judul',
    publishedAt: '2024-05-27T17:07:04',
    source: '',
    language: 'id',
    text: BODY,
    outline: { paragraphs: [{ start: 0, end: BODY.length }], headings: [], lists: [], turns: [] },
  });
});

test('a release without a date is read, not rejected', async () => {
  await put('a.txt', `Judul\n\n${BODY}`);
  await put('b.jsonl', JSON.stringify({ id: 'x', title: 'T', date: 'entah kapan', body: BODY }));
  const releases = await readReleasesOf();
  expect(releases.map(({ publishedAt }) => publishedAt)).toEqual([undefined, undefined]);
});

test('folders are read recursively in the order of names; hidden files and other kinds are passed over', async () => {
  await put('b.txt', `B\n\n${BODY}`);
  await put('a/z.md', `# A\n\n${BODY}`);
  await put('c.jsonl', JSON.stringify({ id: 'c-1', title: 'C', body: BODY }));
  await put('.hidden.txt', 'x');
  await put('.git/a.txt', 'x');
  await put('gambar.png', 'x');
  const reads = await readAll();
  expect(reads.map((read) => (read.kind === 'release' ? read.release.ref : read.reason))).toEqual([
    'a/z.md',
    'b.txt',
    'c-1',
  ]);
});

test('a file given itself has its name as ref', async () => {
  const file = await put('dalam/satu.html', `<title>Judul</title><p>${BODY} ${BODY} ${BODY}</p>`);
  const [release] = await readReleasesOf([file]);
  expect(release?.ref).toBe('satu.html');
});

test('a jsonl body that is clean is stored unchanged, and lang wins over detection', async () => {
  const body = `  ${BODY}\n\nDua.\u00AD \n`;
  await put(
    'a.jsonl',
    JSON.stringify({ id: 'x', title: 'T', lang: 'en-GB', source: 'S', url: 'https://x.example', body }),
  );
  const [release] = await readReleasesOf();
  expect(release).toMatchObject({
    ref: 'x',
    text: body,
    language: 'en',
    source: 'S',
    url: 'https://x.example',
  });
});

test('an address that is not of the web is left out', async () => {
  await put('a.jsonl', JSON.stringify({ id: 'x', title: 'T', url: 'javascript:alert(1)', body: BODY }));
  const [release] = await readReleasesOf();
  expect(release).not.toHaveProperty('url');
});

test('every bad file is rejected with what to do, and the good one goes in', async () => {
  await put('biner.txt', Buffer.from([1, 0, 2, 0, 0]));
  await put('kosong.txt', '');
  await put('putih.txt', ' \n ');
  await put('tanpa-isi.txt', 'Judul saja\n');
  await put('tanpa-judul.txt', `2024-05-27\n\n${BODY}`);
  await put('terlalu-besar.txt', `Judul\n\n${'x'.repeat(2000)}`);
  await put('yaml.md', '---\na: [\n---\nx');
  await put('zz.txt', `Judul\n\n${BODY}`);
  expect(await reasons(undefined, 1000)).toEqual([
    'biner.txt: is a binary file, no text: save it as .txt, .md or .html',
    'kosong.txt: is empty: give it a headline and a text, or remove it',
    'putih.txt: is empty: give it a headline and a text, or remove it',
    'tanpa-isi.txt: has no text below its headline: add it, or remove the file',
    'tanpa-judul.txt: has no headline: put one on the first line, with a blank line below',
    'terlalu-besar.txt: has 0.00191 MB, more than the 0.000954 MB allowed: split it, or raise RILIS_MAX_FILE_MB',
    'yaml.md: its front matter is no valid YAML: mend the part between the --- lines',
  ]);
  expect((await readReleasesOf()).map(({ ref }) => ref)).toContain('zz.txt');
});

test('what is no file, does not exist, or can not be fetched is rejected', async () => {
  execFileSync('mkfifo', [path.join(folder, 'pipa.txt')]);
  const unknown = await put('a.docx', 'x');
  expect(await reasons()).toEqual(['pipa.txt: is no regular file: save it as one']);
  expect(await reasons([unknown])).toEqual([
    expect.stringMatching(/a\.docx: is of an unknown kind: \.txt, /),
  ]);
  expect(await reasons([path.join(folder, 'tiada.txt')])).toEqual([
    'tiada.txt: does not exist: check the path',
  ]);
  const [fetched] = await readAll(['http://127.0.0.1/a']);
  expect(fetched).toMatchObject({ kind: 'rejected', path: 'http://127.0.0.1/a' });
});

test('a link out of the folder is rejected, one within it is read once under its own name', async () => {
  await put('luar/rahasia.txt', `Rahasia\n\n${BODY}`);
  await put('dalam/a.txt', `Judul\n\n${BODY}`);
  const inside = path.join(folder, 'dalam');
  await symlink(path.join(folder, 'luar'), path.join(inside, 'jalan'));
  await symlink(path.join(folder, 'luar/rahasia.txt'), path.join(inside, 'r.txt'));
  await symlink(path.join(inside, 'a.txt'), path.join(inside, 'b.txt'));
  await symlink(inside, path.join(inside, 'lingkaran'));
  await symlink(path.join(folder, 'tiada'), path.join(inside, 'z.txt'));
  expect(await reasons([inside])).toEqual([
    'dalam/jalan: links to a place outside the folder: ingest that place itself',
    'dalam/r.txt: links to a place outside the folder: ingest that place itself',
    'dalam/z.txt: links to something that does not exist: check the path',
  ]);
  expect((await readReleasesOf([inside])).map(({ ref }) => ref)).toEqual(['a.txt']);
});

test('bad lines of a jsonl file are rejected with their number, and the others go in', async () => {
  const line = (id: string, body = BODY): string => JSON.stringify({ id, title: 'T', body });
  await put(
    'a.jsonl',
    [line('1'), '{"id":', '', line('1'), line('2', 'x'.repeat(2000)), line('3')].join('\n'),
  );
  expect(await reasons(undefined, 1000)).toEqual([
    expect.stringMatching(/^a\.jsonl:2: is no valid JSON/),
    'a.jsonl:4: repeats the id "1" of a line above: give every release an id of its own',
    expect.stringMatching(/^a\.jsonl:5: has 0\.0019\d? MB/),
  ]);
  const reads = await readAll(undefined, 1000);
  const good = reads.filter((read) => read.kind === 'release');
  expect(good.map((read) => path.relative(folder, read.path))).toEqual(['a.jsonl:1', 'a.jsonl:6']);
});

test('a jsonl file may have a byte order mark, be UTF-16, and be larger than one file may be', async () => {
  const lines = Array.from({ length: 50 }, (_, i) =>
    JSON.stringify({ id: `n${i}`, title: 'T', body: `${BODY} 海湾 😀` }),
  ).join('\r\n');
  await put('a.jsonl', `\uFEFF${lines}`);
  await put('b.jsonl', iconv.encode(lines.replaceAll('"n', '"m'), 'utf-16le', { addBOM: true }));
  const reads = await readAll(undefined, 1000);
  expect(reads.filter(({ kind }) => kind === 'release')).toHaveLength(100);
});

test('a jsonl line that is not UTF-8 is rejected, an empty file too', async () => {
  await put(
    'a.jsonl',
    Buffer.concat([Buffer.from('{"id":"1","title":"T","body":"caf'), Buffer.from([0xe9]), Buffer.from('"}')]),
  );
  await put('b.jsonl', '\n\n');
  expect(await reasons()).toEqual([
    'a.jsonl:1: is not UTF-8: save the file as UTF-8',
    'b.jsonl: is empty: give it one release a line, or remove it',
  ]);
});

test('two files of one name from two folders do not replace each other', async () => {
  await put('a/x.txt', `Satu\n\n${BODY}`);
  await put('b/x.txt', `Dua\n\n${BODY}`);
  const inputs = [path.join(folder, 'a'), path.join(folder, 'b')];
  expect(await reasons(inputs)).toEqual([
    expect.stringMatching(/^b\/x\.txt: another release named "x\.txt" was read/),
  ]);
  expect(await reasons([...inputs.slice(0, 1), ...inputs.slice(0, 1)])).toEqual([]);
});

test('a folder without releases says so', async () => {
  await put('gambar.png', 'x');
  expect(await reasons()).toEqual([expect.stringMatching(/^: holds no releases/)]);
});

const feedOf = (text: string): string =>
  `<rss version="2.0"><channel><title>Kanal</title><item><title>Satu</title><link>https://x.example/1</link><description>${text}</description></item><item><title>Dua</title><guid>g2</guid></item></channel></rss>`;

test('every entry of a feed is a release, named by its link or id; the same entry in two feeds is no fault', async () => {
  await put('a.xml', feedOf(BODY));
  await put('b.rss', feedOf(BODY));
  await put('c.atom', feedOf('Lain.'));
  const reads = await readAll();
  expect(reads.map((read) => (read.kind === 'release' ? read.release.ref : read.reason))).toEqual([
    'https://x.example/1',
    'g2',
    'https://x.example/1',
    'g2',
    expect.stringMatching(/^another release named "https:\/\/x\.example\/1" was read/),
    'g2',
  ]);
  expect(await reasons()).toEqual([expect.stringMatching(/^c\.atom#1: .*: ingest one of the two feeds$/)]);
});

test('entries of one feed that share a link are kept apart by their ids, and those without either by their headlines', async () => {
  const item = (title: string, guid: string): string =>
    `<item><title>${title}</title><link>https://x.example/</link>${guid}<description>${BODY}</description></item>`;
  const items = [item('A', '<guid>g1</guid>'), item('B', '<guid>g2</guid>'), item('C', '')];
  await put(
    'a.xml',
    `<rss version="2.0"><channel>${items.join('')}<item><title>D</title></item></channel></rss>`,
  );
  const reads = await readAll();
  expect(reads.map((read) => (read.kind === 'release' ? read.release.ref : read.reason))).toEqual([
    'https://x.example/',
    'g2',
    expect.stringMatching(/^repeats "https/),
    'a.xml#D',
  ]);
});

test('a feed in the encoding that it declares, and a page under the name of a feed, are read as what they are', async () => {
  const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${feedOf('Façade déjà vu à Orléans.')}`;
  await put('a.xml', iconv.encode(xml, 'latin1'));
  await put(
    'b.xml',
    `<!DOCTYPE html><html><head><title>Halaman</title></head><body><p>${BODY}</p></body></html>`,
  );
  await put('c.html', feedOf(BODY).replace('/1<', '/2<'));
  const releases = await readReleasesOf();
  expect(releases.map(({ ref, text }) => [ref, text])).toEqual([
    ['https://x.example/1', 'Façade déjà vu à Orléans.'],
    ['g2', 'Dua'],
    ['b.xml', BODY],
    ['https://x.example/2', BODY],
    ['g2', 'Dua'],
  ]);
});
