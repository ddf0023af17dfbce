// The lines of a text of any size, one at a time.
import iconv from 'iconv-lite';
import { encodingOfMark } from './decode.ts';
import { tooBig } from './find.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Undefined where the line can't be used, for the reason in `fault`. */
  readonly text?: string;
  readonly fault?: string;
}

const LINE_FEED = 0x0a;

/** The lines of a UTF-8 file, or of a UTF-16 one with a byte order mark. Longer ones than `maxBytes` are not held. */
export async function* readLines(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  { maxBytes }: { readonly maxBytes: number },
): AsyncGenerator<Line> {
  const pending = new PendingLine(maxBytes);
  let number = 1;
  for await (const chunk of utf8Chunks(chunks)) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      pending.add(chunk.subarray(from, at));
      yield { number: number++, ...pending.take() };
      from = at + 1;
    }
    pending.add(chunk.subarray(from));
  }
  if (pending.length > 0) yield { number, ...pending.take() };
}

async function* utf8Chunks(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  let recode: ((chunk: Buffer) => Buffer) | undefined;
  for await (const chunk of chunks) {
    recode ??= recoder(encodingOfMark(chunk));
    yield recode(chunk);
  }
}

function recoder(encoding: string | undefined): (chunk: Buffer) => Buffer {
  if (encoding === undefined || encoding === 'utf-8') return (chunk) => chunk;
  const decoder = iconv.getDecoder(encoding);
  return (chunk) => Buffer.from(decoder.write(chunk), 'utf8');
}

class PendingLine {
  readonly #maxBytes: number;
  #parts: Buffer[] = [];
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get length(): number {
    return this.#length;
  }

  add(bytes: Buffer): void {
    this.#length += bytes.length;
    if (this.#length <= this.#maxBytes) this.#parts.push(bytes);
    else this.#parts = [];
  }

  take(): Omit<Line, 'number'> {
    const [parts, length] = [this.#parts, this.#length];
    this.#parts = [];
    this.#length = 0;
    if (length > this.#maxBytes) return { fault: tooBig(length, this.#maxBytes) };
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)) };
    } catch {
      return { fault: 'is not UTF-8: save the file as UTF-8' };
    }
  }
}
