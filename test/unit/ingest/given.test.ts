import { expect, test } from 'vitest';
import { readGiven, type GivenDocument, type Provenance } from '../../../src/ingest/given.ts';
import type { Read } from '../../../src/ingest/release.ts';

const BODY = 'Pelabuhan baru dibuka pada hari Senin.';

async function readAll(document: GivenDocument, provenance: Provenance = {}): Promise<Read[]> {
  const reads: Read[] = [];
  for await (const read of readGiven(document, provenance, { maxBytes: 1000 })) reads.push(read);
  return reads;
}

const handed = (name: string, content: string | Buffer): GivenDocument => ({
  kind: 'bytes',
  name,
  bytes: Buffer.from(content),
});

test('a document that is handed over is read by the format that its name tells', async () => {
  const [read] = await readAll(handed('satu.txt', `Judul\n\n${BODY}`));
  expect(read).toMatchObject({ kind: 'release', release: { ref: 'satu.txt', title: 'Judul', text: BODY } });
});

test('what comes in has the source that was set, and refs below the prefix, whatever it says of itself', async () => {
  const lines = ['a', 'b'].map((id) => JSON.stringify({ id, title: 'T', source: 'Orang lain', body: BODY }));
  const reads = await readAll(handed('x.jsonl', lines.join('\n')), { source: 'Kami', refPrefix: 'guild/1/' });
  expect(reads).toMatchObject([
    { release: { ref: 'guild/1/a', source: 'Kami' } },
    { release: { ref: 'guild/1/b', source: 'Kami' } },
  ]);
});

test('what is too big, of another kind, or no text under the name of one, is rejected', async () => {
  const pdf = Buffer.from('%PDF-1.7\nteks');
  expect([
    ...(await readAll(handed('besar.txt', `Judul\n\n${'x'.repeat(1000)}`))),
    ...(await readAll(handed('surat.docx', 'x'))),
    ...(await readAll(handed('surat.txt', pdf))),
  ]).toMatchObject([
    { path: 'besar.txt', reason: expect.stringMatching(/at most/) as string },
    { path: 'surat.docx', reason: expect.stringMatching(/of an unknown kind: \.txt, /) as string },
    { path: 'surat.txt', reason: 'is a PDF document, no text: save it as .txt, .md or .html' },
  ]);
});
