// Names of a question in the script of other releases: 李强 for "Li Qiang", "haiwan" for 海湾. By sound alone, among the
// words that releases use.
import type { Variant, Variants } from '../domain/variant.ts';
import { syllablesOf, type Readings } from '../text/pinyin.ts';
import type { LexicalIndex } from './lexical.ts';
import { HAN_PAIR, type Names } from './names.ts';

/** How far a likeness of sound is trusted: many names sound alike. */
const TRUST = 0.7;
/** Names of one sound that are followed, the commonest first. */
const MAX_LIKE = 3;
/** Rows of characters followed from one syllable to the next: there are a thousand for some. */
const MAX_ROWS = 64;
/** Syllables of a name: one sounds like everything, and more than four are foreign to Chinese. */
const FEWEST_SYLLABLES = 2;
const MOST_SYLLABLES = 4;
/** Letters of a name, all its words together: fewer are any word. */
const FEWEST_LETTERS = 4;
/**
 * Information from which a word in letters may be a name, at most one in twelve passages having it: "dan" and "yang" are
 * syllables, too.
 */
const LEAST_INFORMATION = 2.5;

export class Transliterations {
  readonly #lexical: LexicalIndex;
  readonly #readings: Readings;
  /** By syllable, the characters that releases hold. */
  readonly #characters = new Map<string, string[]>();
  readonly #known = new Set<string>();
  /** Terms that were looked through. */
  #read = 0;

  constructor(lexical: LexicalIndex, readings: Readings) {
    this.#lexical = lexical;
    this.#readings = readings;
  }

  /** By the words and pairs of characters of the question that `names` are of. */
  find({ inLetters, inHan }: Names): Variants {
    const found = new Map<string, Map<string, Variant>>();
    const put: Put = (word, term, weight) => {
      found.set(word, (found.get(word) ?? new Map<string, Variant>()).set(term, { term, weight }));
    };
    for (const name of inLetters) this.#writeInHan(name, put);
    for (const run of inHan) this.#writeInLetters(run, put);
    return new Map([...found].map(([word, variants]) => [word, [...variants.values()]]));
  }

  /** The longest stretches of `words` that releases have in Han characters. */
  #writeInHan(words: readonly string[], put: Put): void {
    this.#readTerms();
    for (let length = Math.min(words.length, MOST_SYLLABLES); length > 0; length--) {
      for (let start = 0; start + length <= words.length; start++) {
        const name = words.slice(start, start + length);
        const written = this.#inHan(name);
        if (written.length === 0) continue;
        for (const pair of written.flat()) for (const word of name) put(word, pair, TRUST / written.length);
        this.#writeInHan(words.slice(0, start), put);
        this.#writeInHan(words.slice(start + length), put);
        return;
      }
    }
  }

  /** The rows of pairs of characters that sound as `name` does, the commonest first. */
  #inHan(name: readonly string[]): readonly (readonly string[])[] {
    const isKnown = (syllable: string): boolean => this.#characters.has(syllable);
    return combine(name.map((word) => syllablesOf(word, isKnown, MOST_SYLLABLES)))
      .map((ways) => ways.flat())
      .filter(({ length }) => length >= FEWEST_SYLLABLES && length <= MOST_SYLLABLES)
      .flatMap((syllables) => this.#rowsOf(syllables))
      .sort((one, other) => other.frequency - one.frequency)
      .slice(0, MAX_LIKE)
      .map(({ pairs }) => pairs);
  }

  /** Rows of overlapping pairs with these syllables, every pair of which stands in some release; the commonest. */
  #rowsOf(syllables: readonly string[]): readonly Row[] {
    const [first = [], ...rest] = syllables.map((syllable) => this.#characters.get(syllable) ?? []);
    let rows: readonly Row[] = first.map((last) => ({ last, pairs: [], frequency: Infinity }));
    for (const characters of rest) {
      rows = rows
        .flatMap((row) => characters.flatMap((next) => this.#goOn(row, next) ?? []))
        .sort((one, other) => other.frequency - one.frequency)
        .slice(0, MAX_ROWS);
    }
    return rows;
  }

  #goOn({ last, pairs, frequency }: Row, next: string): Row | undefined {
    const pair = last + next;
    const holding = this.#lexical.frequency(pair);
    if (holding === 0) return undefined;
    return { last: next, pairs: [...pairs, pair], frequency: Math.min(frequency, holding) };
  }

  /** Takes in the characters that are new; the vocabulary only grows. */
  #readTerms(): void {
    if (this.#read === this.#lexical.termCount) return;
    let number = 0;
    for (const term of this.#lexical.terms()) {
      if (number++ >= this.#read && HAN_PAIR.test(term))
        for (const character of term) this.#readCharacter(character);
    }
    this.#read = number;
  }

  #readCharacter(character: string): void {
    if (this.#known.has(character)) return;
    this.#known.add(character);
    for (const reading of this.#readings(character)) {
      const alike = this.#characters.get(reading);
      if (alike === undefined) this.#characters.set(reading, [character]);
      else alike.push(character);
    }
  }

  /** The stretches of `pairs` that releases have in letters. */
  #writeInLetters(pairs: readonly string[], put: Put): void {
    const readings = charactersOf(pairs).map((character) => this.#readings(character));
    for (let start = 0; start + 1 < readings.length; start++) {
      let sounds = (readings[start] ?? []).map((family): Sound => ({ family, given: '' }));
      const most = Math.min(start + MOST_SYLLABLES, readings.length);
      for (let end = start + 1; end < most; end++) {
        const next = readings[end] ?? [];
        sounds = sounds.flatMap(({ family, given }) =>
          next.map((reading) => ({ family, given: given + reading })),
        );
        for (const word of sounds.flatMap((sound) => this.#inLetters(sound)))
          for (const pair of pairs.slice(start, end)) put(pair, word, TRUST);
      }
    }
  }

  /** One word for a place ("Haiwan"), two for a person ("Xing Haiming"), which stand together somewhere. */
  #inLetters({ family, given }: Sound): readonly string[] {
    const whole = family + given;
    if (whole.length < FEWEST_LETTERS) return NONE;
    const isPerson =
      this.#isName(family) && this.#isName(given) && this.#lexical.frequencyOfBoth(family, given) > 0;
    const place = this.#isName(whole) ? [whole] : NONE;
    return isPerson ? [...place, family, given] : place;
  }

  #isName(word: string): boolean {
    return this.#lexical.knows(word) && this.#lexical.idf(word) >= LEAST_INFORMATION;
  }
}

/** Characters that sound as asked for. */
interface Row {
  readonly last: string;
  /** Overlapping. */
  readonly pairs: readonly string[];
  /** Passages with the rarest of them. */
  readonly frequency: number;
}

/** How some characters sound: as one word, or as a family name and a given one. */
interface Sound {
  readonly family: string;
  readonly given: string;
}

const NONE: readonly string[] = [];

type Put = (word: string, term: string, weight: number) => void;

/** The characters that overlapping pairs are made of. */
function charactersOf(pairs: readonly string[]): readonly string[] {
  return pairs.flatMap((pair, i) => Array.from(pair).slice(i === 0 ? 0 : 1));
}

/** Every row with one of each choice, in order. */
function combine<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (rows, some) => rows.flatMap((row) => some.map((one) => [...row, one])),
    [[]],
  );
}
