import {
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
  closeSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StaleIndexError } from '../../../src/domain/errors.ts';
import { buildDenseIndex, openDenseIndex, type DenseBuild } from '../../../src/search/dense.ts';
import { asidePath } from '../../../src/search/durable.ts';
import { VectorMatrix } from '../../../src/search/matrix.ts';
import { randomFrom } from '../../support/corpus.ts';

const DIMENSIONS = 16;
const COUNT = 400;
const STAMP = { fingerprint: 'model@1/rules-1', dimensions: DIMENSIONS };

function randomVectors(count: number, dimensions: number): Float32Array[] {
  const random = randomFrom(count);
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimensions }, () => random() - 0.5);
    const norm = Math.hypot(...vector);
    return vector.map((x) => x / norm);
  });
}

const vectors = randomVectors(COUNT, DIMENSIONS);

function aBuild(directory: string, given: Partial<DenseBuild> = {}): DenseBuild {
  const matrix = new VectorMatrix(DIMENSIONS);
  matrix.extend(COUNT);
  vectors.forEach((vector, slot) => {
    matrix.set(slot, vector);
  });
  return {
    directory,
    name: 'id',
    generation: 7,
    ...STAMP,
    ids: Uint32Array.from(vectors, (_, i) => 1_000 + i),
    ...matrix.state(),
    ...given,
  };
}

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'rilis-dense-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const indexFile = (): string => path.join(directory, 'dense-id-7.hnsw');
const open = (stamp = STAMP): ReturnType<typeof openDenseIndex> => openDenseIndex(directory, 'id', stamp);

describe('a dense index', () => {
  it('finds each passage by its own vector once it is built and opened', async () => {
    await buildDenseIndex(aBuild(directory));
    const index = await open();
    expect(index?.generation).toBe(7);
    expect([...(index?.ids() ?? [])].sort((a, b) => a - b)).toEqual(vectors.map((_, i) => 1_000 + i));
    vectors.forEach((vector, i) => {
      const near = index?.nearest(Array.from(vector), 5);
      expect(near?.neighbors[0]).toBe(1_000 + i);
      expect(near?.distances[0]).toBeCloseTo(0, 2);
    });
  });

  it('gives all it has when asked for more', async () => {
    await buildDenseIndex(aBuild(directory));
    const [question] = vectors;
    const near = (await open())?.nearest(Array.from(question as Float32Array), COUNT + 50);
    expect(near?.neighbors).toHaveLength(COUNT);
  });

  it('is built and opened though all passages say the same, so that none finds itself among its nearest', async () => {
    const [vector] = vectors;
    const matrix = new VectorMatrix(DIMENSIONS);
    matrix.extend(COUNT);
    for (let slot = 0; slot < COUNT; slot++) matrix.set(slot, vector as Float32Array);
    await buildDenseIndex(aBuild(directory, matrix.state()));
    expect((await open())?.ids()).toHaveLength(COUNT);
  });

  it('is undefined where none was built', async () => {
    expect(await open()).toBeUndefined();
  });

  it('replaces the one built before and leaves no other file behind', async () => {
    await buildDenseIndex(aBuild(directory));
    await buildDenseIndex(aBuild(directory, { generation: 8 }));
    expect(readdirSync(directory).sort()).toEqual(['dense-id-8.hnsw', 'dense-id.json']);
    expect((await open())?.generation).toBe(8);
  });
});

describe('a dense index that can not be saved', () => {
  it('is refused when the disk is full, and nothing vouches for it', async () => {
    symlinkSync('/dev/full', asidePath(indexFile()));
    await expect(buildDenseIndex(aBuild(directory))).rejects.toThrow(StaleIndexError);
    expect(existsSync(path.join(directory, 'dense-id.json'))).toBe(false);
    expect(await open()).toBeUndefined();
  });

  it('is refused when the folder is missing', async () => {
    const missing = path.join(directory, 'gone');
    await expect(buildDenseIndex(aBuild(missing))).rejects.toThrow(StaleIndexError);
    expect(existsSync(missing)).toBe(false);
  });
});

describe('a dense index that was damaged is not opened', () => {
  beforeEach(async () => {
    await buildDenseIndex(aBuild(directory));
  });

  const refused = async (why: RegExp, stamp = STAMP): Promise<void> => {
    const error: unknown = await open(stamp).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StaleIndexError);
    expect((error as StaleIndexError).message).toMatch(why);
  };

  it('with a hole of zeros', async () => {
    const size = statSync(indexFile()).size;
    const file = openSync(indexFile(), 'r+');
    writeSync(file, Buffer.alloc(Math.floor(size / 2)), 0, undefined, Math.floor(size / 4));
    closeSync(file);
    await refused(/hash/);
  });

  it('when a single bit changed', async () => {
    const bytes = readFileSync(indexFile());
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(indexFile(), bytes);
    await refused(/hash/);
  });

  it('when it was cut short', async () => {
    truncateSync(indexFile(), statSync(indexFile()).size - 100);
    await refused(/size/);
  });

  it('when it is empty', async () => {
    truncateSync(indexFile(), 0);
    await refused(/size/);
  });

  it('when its file is gone', async () => {
    const sidecar = path.join(directory, 'dense-id.json');
    writeFileSync(sidecar, readFileSync(sidecar, 'utf8').replace('dense-id-7.hnsw', 'dense-id-9.hnsw'));
    await refused(/no such file/);
  });

  it('when its sidecar is no JSON', async () => {
    writeFileSync(path.join(directory, 'dense-id.json'), '{"format":');
    await refused(/sidecar/);
  });

  it('when its vectors have another length', async () => {
    await refused(/length/, { ...STAMP, dimensions: DIMENSIONS * 2 });
  });

  it('when it is of another model', async () => {
    await refused(/another model/, { ...STAMP, fingerprint: 'model@2/rules-1' });
  });
});
