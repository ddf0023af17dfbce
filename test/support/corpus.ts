// A corpus made on the spot: releases of many short paragraphs, each with words of its own, the same for one seed.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const WORDS =
  'pelabuhan jembatan anggaran kementerian pertemuan usulan kerja sama perdagangan kapal penumpang sekolah guru rumah sakit air bersih danau kota kereta jadwal tarif panen padi gudang laporan triwulan produksi warga'.split(
    ' ',
  );

/** Numbers in [0, 1) that follow from the seed alone (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface CorpusSize {
  readonly releases: number;
  /** Paragraphs a release. */
  readonly paragraphs: number;
}

/** Text of release `n`: each paragraph is long enough to be a passage of its own and holds a word found nowhere else. */
export function corpusText(n: number, paragraphs: number): string {
  const random = randomFrom(n);
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
  return Array.from({ length: paragraphs }, (_, p) => `Penanda unik${n}x${p} ${words(45)}.`).join('\n\n');
}

/** Writes the corpus as one `.jsonl` file in `dir` and gives its path; refs are `r0`, `r1`, and so on. */
export function writeCorpus(dir: string, { releases, paragraphs }: CorpusSize): string {
  const file = path.join(dir, 'corpus.jsonl');
  const lines = Array.from({ length: releases }, (_, n) =>
    JSON.stringify({
      id: `r${n}`,
      title: `Rilis nomor ${n}`,
      date: '2024-05-27',
      lang: 'id',
      body: corpusText(n, paragraphs),
    }),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
