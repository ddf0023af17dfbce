// Which words of one language translate those of another. Pure, but for loading its table.
import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Language } from '../domain/release.ts';

const TABLE = fileURLToPath(new URL('../../data/lexicon/translations.tsv.gz', import.meta.url));
/** Lines read before others get a turn: about five milliseconds. */
const LINES_AT_ONCE = 2_000;

export interface Translation {
  /** The stem of a word, or a pair of Chinese characters in simplified form. */
  readonly term: string;
  /** In (0, 1]; the likelier of the two is meant by the other, the higher. */
  readonly probability: number;
}

export class Lexicon {
  readonly #directions = new Map<Language, Direction[]>();

  /**
   * Words of other languages that translate a word of `language`, both as stems or pairs of simplified characters;
   * none for a word that is not known.
   */
  translationsOf(term: string, language: Language): readonly Translation[] {
    return (this.#directions.get(language) ?? []).flatMap((direction) => direction.of(term));
  }

  /** Takes in the words of two languages, to be read both ways. */
  add([one, other]: readonly [Language, Language], pairs: Pairs): void {
    this.#put(one, new Direction(pairs.one, pairs.other, pairs.edges));
    this.#put(other, new Direction(pairs.other, pairs.one, pairs.edges.map(turned)));
  }

  #put(language: Language, direction: Direction): void {
    this.#directions.set(language, [...(this.#directions.get(language) ?? []), direction]);
  }
}

let opened: Promise<Lexicon> | undefined;

/** Loads the table, a third of a second and 9 MB, once; who never asks across languages never pays. */
export function openLexicon(): Promise<Lexicon> {
  opened ??= readLexicon(TABLE);
  return opened;
}

/**
 * Reads a table: `# en id` opens the part of two languages, then every line is a word of the first and its translations,
 * each with its probability in percent.
 */
async function readLexicon(file: string): Promise<Lexicon> {
  const lexicon = new Lexicon();
  const text = (await promisify(gunzip)(await readFile(file))).toString('utf8');
  for (const part of text.split('# ').slice(1)) {
    const [head = '', ...lines] = part.split('\n');
    const pairs = new Pairs();
    for (const [at, line] of lines.entries()) {
      pairs.read(line);
      if (at % LINES_AT_ONCE === 0) await nextTurn();
    }
    const [one = 'und', other = 'und'] = head.split(' ');
    lexicon.add([one, other], pairs);
  }
  return lexicon;
}

/** Words by number, in the order they came. */
class Words {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];

  get size(): number {
    return this.#words.length;
  }

  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#words.length);
    return this.#words.push(word) - 1;
  }

  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  at(number: number): string {
    return this.#words[number] ?? '';
  }
}

/** Numbers of two words, and the percent that they translate each other. */
type Edge = readonly [from: number, to: number, percent: number];

function turned([from, to, percent]: Edge): Edge {
  return [to, from, percent];
}

/** The words of two languages, and which of them translate which. */
class Pairs {
  readonly one = new Words();
  readonly other = new Words();
  readonly edges: Edge[] = [];

  read(line: string): void {
    const [word = '', ...translations] = line.split('\t');
    if (translations.length === 0) return;
    const from = this.one.add(word);
    for (const translation of translations) {
      const space = translation.indexOf(' ');
      const to = this.other.add(translation.slice(0, space));
      this.edges.push([from, to, Number(translation.slice(space + 1))]);
    }
  }
}

/** From the words of one language to those of another, in columns: those of word `i` end where those of `i + 1` begin. */
class Direction {
  readonly #from: Words;
  readonly #to: Words;
  readonly #ends: Uint32Array;
  readonly #numbers: Uint32Array;
  readonly #percents: Uint8Array;

  constructor(from: Words, to: Words, edges: readonly Edge[]) {
    this.#from = from;
    this.#to = to;
    this.#numbers = new Uint32Array(edges.length);
    this.#percents = new Uint8Array(edges.length);
    const places = new Uint32Array(from.size + 1);
    for (const [word] of edges) places[word + 1] = (places[word + 1] ?? 0) + 1;
    for (let word = 1; word < places.length; word++)
      places[word] = (places[word] ?? 0) + (places[word - 1] ?? 0);
    for (const [word, other, percent] of edges) {
      const place = places[word] ?? 0;
      places[word] = place + 1;
      this.#numbers[place] = other;
      this.#percents[place] = percent;
    }
    this.#ends = places;
  }

  of(term: string): readonly Translation[] {
    const word = this.#from.numberOf(term);
    if (word === undefined) return [];
    const start = word === 0 ? 0 : (this.#ends[word - 1] ?? 0);
    const found: Translation[] = [];
    for (let place = start; place < (this.#ends[word] ?? 0); place++)
      found.push({
        term: this.#to.at(this.#numbers[place] ?? 0),
        probability: (this.#percents[place] ?? 0) / 100,
      });
    return found;
  }
}
