// Bytes to text: byte order marks, UTF-8, what a page declares, what the bytes look like. Pure.
import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** Bytes looked at for an encoding or for signs of a binary file. */
const SAMPLE = 64 * 1024;
/** Bytes in which a page declares its encoding (the HTML standard says 1024; newsrooms put more before it). */
const DECLARATION = 4096;
/** Least confidence of the detector, of 100, at which its guess is taken. */
const MIN_CONFIDENCE = 10;
/** Broken UTF-8 is still UTF-8 when this share at most of its characters beyond ASCII is broken. */
const MAX_BROKEN = 0.1;

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary'; readonly what: string }
  | { readonly kind: 'undecodable' };

const BINARIES: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF document'],
  ['PK\u0003\u0004', 'a ZIP archive or an office document'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old office document'],
  ['\u0089PNG', 'an image'],
  ['\u00FF\u00D8\u00FF', 'an image'],
  ['GIF8', 'an image'],
  ['\u001F\u008B', 'a compressed file'],
  ['{\\rtf', 'an RTF document'],
];

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * 1. a byte order mark, or the zeros of UTF-16 without one, tell the encoding
 * 2. known signatures and stray zeros tell a binary file
 * 3. valid UTF-8 is UTF-8, whatever is declared: other encodings hardly ever look like it by chance
 * 4. what it was served as (`charset`), or what the text declares of itself
 * 5. UTF-8 with a few broken characters
 * 6. what the bytes look like
 */
export function decode(bytes: Buffer, charset?: string): Decoded {
  const marked = encodingOfMark(bytes) ?? wideEncoding(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  const binary = binaryKind(bytes);
  if (binary !== undefined) return { kind: 'binary', what: binary };
  if (isUtf8(bytes)) return { kind: 'text', text: bytes.toString('utf8') };
  const declared = usableEncoding(charset) ?? declaredEncoding(bytes);
  if (declared !== undefined) {
    const decoded = decodeAs(bytes, declared);
    if (decoded.kind === 'text') return decoded;
  }
  if (isNearlyUtf8(bytes)) return { kind: 'text', text: bytes.toString('utf8') };
  const guessed = detectEncoding(bytes);
  return guessed === undefined ? { kind: 'undecodable' } : decodeAs(bytes, guessed);
}

/** The encoding that a byte order mark tells. */
export function encodingOfMark(bytes: Buffer): string | undefined {
  return MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];
}

/** UTF-16 without a mark: Latin text has a zero in nearly every second byte. */
function wideEncoding(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, SAMPLE & ~1);
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = 0.4 * (sample.length / 2);
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : undefined;
}

function binaryKind(bytes: Buffer): string | undefined {
  const start = bytes.toString('latin1', 0, 8);
  const known = BINARIES.find(([signature]) => start.startsWith(signature));
  if (known !== undefined) return known[1];
  return bytes.subarray(0, SAMPLE).includes(0) ? 'a binary file' : undefined;
}

const DECLARED =
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,20})|^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,20})/i;

function declaredEncoding(bytes: Buffer): string | undefined {
  const found = DECLARED.exec(bytes.toString('latin1', 0, DECLARATION));
  return usableEncoding(found?.[1] ?? found?.[2]);
}

function usableEncoding(name: string | undefined): string | undefined {
  return name !== undefined && iconv.encodingExists(name) && !/^utf-?8$/i.test(name) ? name : undefined;
}

function isNearlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const wide = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  return broken <= MAX_BROKEN * wide;
}

function detectEncoding(bytes: Buffer): string | undefined {
  const guesses = analyse(bytes.subarray(0, SAMPLE));
  return guesses.find(({ name, confidence }) => confidence >= MIN_CONFIDENCE && iconv.encodingExists(name))
    ?.name;
}

function decodeAs(bytes: Buffer, encoding: string): Decoded {
  if (!iconv.encodingExists(encoding)) return { kind: 'undecodable' };
  const text = iconv.decode(bytes, encoding);
  return text.includes('\uFFFD') ? { kind: 'undecodable' } : { kind: 'text', text };
}
