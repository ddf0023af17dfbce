// A corpus of any size, the same for one seed: releases that look like language, and questions about them. Pure.
import { randomFrom, type Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

const SEED = 20240527;
/** Paragraphs a release; each is long enough to be a passage of its own. */
export const PARAGRAPHS = 8;
const SENTENCES = 4;
const WORDS = { least: 10, most: 20 };
const DAY = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.UTC(2020, 0, 1);
const DAYS = 1_800;
const SOURCES = 40;
/** Words of a question. */
const ASKED = 6;

export interface CorpusRelease {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly source: string;
  readonly lang: string;
  readonly body: string;
}

export interface Corpus {
  /** Release `n`, whichever were made before. */
  release(n: number): CorpusRelease;
  /** A question in the words of release `n`. */
  question(n: number): string;
}

/** `languages` in the shares in which they come: naming one twice doubles its share. */
export function createCorpus(languages: readonly Vocabulary[]): Corpus {
  const languageOf = (n: number): Vocabulary => languages[n % languages.length] as Vocabulary;
  return {
    release(n) {
      const random = randomFrom(SEED + n);
      const vocabulary = languageOf(n);
      const date = new Date(FIRST_DAY + Math.floor(random() * DAYS) * DAY).toISOString().slice(0, 10);
      return {
        id: `release-${n}`,
        title: phrase(vocabulary, 7, random),
        date,
        source: `Kantor ${Math.floor(random() * SOURCES)}`,
        lang: vocabulary.lang,
        body: Array.from({ length: PARAGRAPHS }, () => paragraph(vocabulary, random)).join('\n\n'),
      };
    },
    question(n) {
      const vocabulary = languageOf(n);
      const { body } = this.release(n);
      const sentences = body.split(/[.。]\s*/).filter((sentence) => sentence !== '');
      const sentence = sentences[n % sentences.length] ?? '';
      const words = vocabulary.lang === 'zh' ? Array.from(sentence) : sentence.split(' ');
      const asked = words.slice(0, vocabulary.lang === 'zh' ? 2 * ASKED : ASKED);
      return `${asked.join(vocabulary.lang === 'zh' ? '' : ' ')}${vocabulary.lang === 'zh' ? '？' : '?'}`;
    },
  };
}

function phrase(vocabulary: Vocabulary, length: number, random: Random): string {
  const words = Array.from({ length }, () => vocabulary.word(random)).join(
    vocabulary.lang === 'zh' ? '' : ' ',
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function paragraph(vocabulary: Vocabulary, random: Random): string {
  const sentences = Array.from({ length: SENTENCES }, () => {
    const length = WORDS.least + Math.floor(random() * (WORDS.most - WORDS.least));
    return phrase(vocabulary, length, random) + (vocabulary.lang === 'zh' ? '。' : '.');
  });
  return sentences.join(vocabulary.lang === 'zh' ? '' : ' ');
}
