// How Han characters are read, in the letters by which names of China are written elsewhere. Pure, but for
// loading its table.

/** The readings of one Han character, three at most, the commonest first, without tones: `["chang", "zhang"]` for 长. */
export type Readings = (character: string) => readonly string[];

let opened: Promise<Readings> | undefined;

/** Further ones are of old books. */
const MAX_READINGS = 3;

/** Loads the table of readings, a fifth of a second and 16 MB, once; who never needs it never pays. */
export function openReadings(): Promise<Readings> {
  opened ??= import('pinyin-pro').then(({ pinyin }) => {
    // A lookup takes twenty microseconds; there are some thousand characters.
    const known = new Map<string, readonly string[]>();
    return (character) => {
      const remembered = known.get(character);
      if (remembered !== undefined) return remembered;
      const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array' });
      const some = [...new Set(readings.map(fold))].slice(0, MAX_READINGS);
      known.set(character, some);
      return some;
    };
  });
  return opened;
}

/** As text is folded for its terms: `lü` is `lu`. */
function fold(reading: string): string {
  return reading.normalize('NFD').replace(/\p{M}/gu, '');
}

/** An initial, if any, and a final; more than there are, which the table tells. */
const SOUNDS =
  /^(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|ve|[aeiouv])|er)+$/;

/** Whether `word`, lower case, may be made of readings: told without the table. */
export function maySound(word: string): boolean {
  return SOUNDS.test(word);
}

/** Letters of the longest reading (zhuang, chuang, shuang). */
const LONGEST = 6;

/** Every way in which `word`, lower case, falls into at most `most` syllables that are known. */
export function syllablesOf(
  word: string,
  isKnown: (syllable: string) => boolean,
  most: number,
): readonly (readonly string[])[] {
  if (word === '') return [[]];
  if (word.length > most * LONGEST) return [];
  const ways: (readonly string[])[] = [];
  for (let end = Math.min(LONGEST, word.length); end > 0; end--) {
    const first = word.slice(0, end);
    if (!isKnown(first)) continue;
    for (const rest of syllablesOf(word.slice(end), isKnown, most - 1)) ways.push([first, ...rest]);
  }
  return ways;
}
