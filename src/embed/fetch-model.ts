// Fetches the files of a hub model, once: a download that broke off goes on where it stopped.
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HubName } from './models.ts';

export interface DownloadProgress {
  readonly file: string;
  /** Bytes on disk, and bytes of the whole file. */
  readonly done: number;
  readonly total: number;
}

export interface FetchOptions {
  /** Where the files go, laid out as on the hub. */
  readonly folder: string;
  /** Base URL of the hub, with a slash at its end. */
  readonly host: string;
  readonly onProgress?: (progress: DownloadProgress) => void;
}

/** The weights come last: where they are, the model is whole. */
const FILES = [
  'config.json',
  'tokenizer_config.json',
  'tokenizer.json',
  'onnx/model_quantized.onnx',
] as const;
const PARTIAL = 206;
const UNSATISFIABLE = 416;

/** Fetches what is missing in `folder`; asks the hub nothing where nothing is. Rejects with what went wrong. */
export async function fetchModel({ repository, revision }: HubName, options: FetchOptions): Promise<void> {
  for (const file of FILES) {
    const target = path.join(options.folder, file);
    if (existsSync(target)) continue;
    await mkdir(path.dirname(target), { recursive: true });
    const url = new URL(`${repository}/resolve/${encodeURIComponent(revision)}/${file}`, options.host);
    const part = `${target}.part`;
    await fetchFile(url, part, (done, total) => options.onProgress?.({ file, done, total }));
    await rename(part, target);
  }
}

async function fetchFile(
  url: URL,
  part: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const kept = existsSync(part) ? (await stat(part)).size : 0;
  const response = await fetch(url, kept === 0 ? {} : { headers: { range: `bytes=${kept}-` } });
  if (response.status === UNSATISFIABLE) {
    // What is kept is as long as the file or longer: whether it is the file nobody knows.
    await rm(part);
    return fetchFile(url, part, onProgress);
  }
  if (!response.ok || response.body === null)
    throw new Error(`the hub answers ${response.status} for ${url.href}`);
  let done = response.status === PARTIAL ? kept : 0;
  const total = done + Number(response.headers.get('content-length') ?? 0);
  const count = new Transform({
    transform(chunk: Buffer, _, pass) {
      done += chunk.length;
      onProgress(done, Math.max(done, total));
      pass(null, chunk);
    },
  });
  const flags = done === 0 ? 'w' : 'a';
  await pipeline(Readable.fromWeb(response.body), count, createWriteStream(part, { flags }));
}
