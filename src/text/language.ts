// Tells the language of a text. Pure, but for the tables of the detector, which are read once, when they are first needed.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { eld } from 'eld/medium';
import type { Language } from '../domain/release.ts';

/** UTF-16 units looked at: more makes no difference. */
const SAMPLE = 4000;
/** Share of Han among the letters from which a text without kana or hangul is Chinese; Latin names and figures are common in it. */
const CHINESE_SHARE = 0.3;
const UNKNOWN: Language = 'und';
/** UTF-16 units; a text of this length or less may be a question. */
const SHORT = 200;
const PLAIN: Readonly<Record<Language, string>> = {
  id: 'apa apakah siapa siapakah kapan kapankah berapa berapakah bagaimana bagaimanakah mengapa manakah dimana dimanakah yang adalah untuk dengan',
  en: 'what who when where which why how the',
};

let known: typeof eld | undefined;

/**
 * Reads the detector's two megabytes of tables, which takes a second: whoever must not wait for that with a text reads
 * them before. Does nothing the second time.
 */
export function loadDetector(): void {
  detector();
}

function detector(): typeof eld {
  // Its package offers no other way than `import`, which waits for it at the start of every process or makes all promises.
  known ??= (
    createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/medium'))) as {
      readonly eld: typeof eld;
    }
  ).eld;
  return known;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * ISO 639-1 code of the language of `text`, or `und`. Malay is given as Indonesian: the two are written alike, and
 * Indonesian releases are what is asked about.
 */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return UNKNOWN;
  const han = count(sample, /\p{Script=Han}/gu);
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (han + kana >= CHINESE_SHARE * letters) return kana > 0.1 * (han + kana) ? 'ja' : 'zh';
  const { language } = detector().detect(sample);
  if (language === 'id' || language === 'ms') return 'id';
  return plainWords(sample) ?? (language === '' ? UNKNOWN : language);
}

/** A short text of names is taken for any language; one word that no other language has tells better. */
function plainWords(sample: string): Language | undefined {
  if (sample.length > SHORT) return undefined;
  const words = new Set(sample.toLowerCase().match(/\p{L}+/gu));
  return Object.entries(PLAIN).find(([, plain]) => plain.split(' ').some((word) => words.has(word)))?.[0];
}
