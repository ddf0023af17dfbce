// Abbreviations as texts themselves define them: `Korea Selatan (Korsel)`, `WHO (World Health Organization)`. Pure.

export interface Definition {
  readonly short: string;
  readonly long: string;
}

/** Characters of a short form; longer ones are remarks in brackets. */
const MAX_SHORT = 10;
const MAX_SHORT_WORDS = 2;
/** Characters of a Chinese long form. */
const MAX_HAN_LONG = 20;

const BRACKETED = /[(（]([^()（）\n]{1,120})[)）]/gu;
/** UTF-16 units before a short form in which its long one is looked for. */
const MAX_BEFORE = 160;
const BREAK = /[()（）\n]/u;
const HAN_ONLY = /^\p{Script=Han}+$/u;
const HAN_TAIL = /\p{Script=Han}+$/u;
const HOW_OFTEN =
  '(?:(?:atau|juga|biasa|biasanya|umum|umumnya|lebih|sering|seringkali|sering kali|kadang|terkadang|dulu|sekarang|selanjutnya|berikutnya|kemudian|yang|dan) )*';
/** What stands around a form in a bracket: `以下简称“…”`, `selanjutnya disebut "…"`, `or "…"`, `short for …`. */
const INTRODUCTION = new RegExp(
  '^(?:以下)?(?:简称|簡稱)(?:为|為)?' +
    `|^${HOW_OFTEN}(?:disebut|disingkat|(?:singkatan|kependekan|akronim) dari)(?: sebagai| menjadi| dengan)?(?: akronim)? ` +
    '|^(?:or |atau |also |often |commonly )?(?:or|atau|also|hereinafter|known as|abbreviated(?: as| to)?|short for|an? (?:abbreviation|acronym) (?:of|for)) ',
  'iu',
);
const QUOTES = /^["'“”‘’「『《\s]+|["'“”‘’」』》\s]+$/gu;
/** `… biasa disingkat dengan KASAD`, `… abbreviated as UGM`. */
const SHORTENED =
  /\b(?:disingkat(?: sebagai| menjadi| dengan)?(?: akronim)?|dikenal (?:juga )?(?:sebagai|dengan nama)|(?:abbreviated|also known) (?:as|to)) ["“]?([\p{L}\p{N}-]{2,})/giu;
/** What stands between the long form and these. */
const BEFORE_SHORTENED = new RegExp(`(?:,| or)? (?:${HOW_OFTEN}|often |commonly )$`, 'iu');
/** `DAMRI adalah singkatan dari …`, `NDF stands for …`. */
const EXPLAINED =
  /([\p{L}\p{N}-]{2,}) (?:(?:(?:adalah|ialah|merupakan) )?(?:singkatan|kependekan|akronim) dari|stands for|(?:is|are) (?:short|an? (?:abbreviation|acronym)) (?:of|for)) ["“]?([^()（）\n.,;:"”]{3,160})/giu;

/** The definitions in a text, both ways round: those in brackets, then those in words. */
export function findDefinitions(text: string): readonly Definition[] {
  const bracketed = Array.from(text.matchAll(BRACKETED), ({ index, 1: inside = '' }) =>
    defineBracketed(
      beforeOf(text, index).replace(QUOTES, ''),
      inside.replace(INTRODUCTION, '').replace(QUOTES, ''),
    ),
  );
  const shortened = Array.from(text.matchAll(SHORTENED), ({ index, 1: short = '' }) =>
    defineShort(short, beforeOf(text, index).replace(BEFORE_SHORTENED, '')),
  );
  const explained = Array.from(text.matchAll(EXPLAINED), ([, short = '', after = '']) =>
    defineAfter(short, after),
  );
  return [...bracketed, ...shortened, ...explained].filter((definition) => definition !== undefined);
}

/** What stands before `index` on its line, up to a bracket. */
function beforeOf(text: string, index: number): string {
  const near = text.slice(Math.max(0, index - MAX_BEFORE), index);
  return near.split(BREAK).at(-1) ?? '';
}

/** Both forms may be in the bracket: `Badan Tenaga Atom Internasional (International Atomic Energy Agency/IAEA)`. */
function defineBracketed(before: string, inside: string): Definition | undefined {
  const [, long, short] = /^(.+)\/([^/]+)$/u.exec(inside) ?? [];
  const both = long === undefined || short === undefined ? undefined : defineShort(short.trim(), long);
  return both ?? define(before, inside);
}

function defineShort(short: string, before: string): Definition | undefined {
  const long = isShortForm(short) ? findLongForm(short, before.replace(QUOTES, '')) : undefined;
  return long === undefined ? undefined : { short, long };
}

/** The long form ends with the word that its last letter begins, or else where all its letters are found. */
function defineAfter(short: string, after: string): Definition | undefined {
  if (!isShortForm(short)) return undefined;
  const words = after.trim().split(/\s+/u).slice(0, maxWords(short));
  const fitting = words
    .map((_, i) => words.slice(0, i + 1).join(' '))
    .filter((long) => findLongForm(short, long) === long);
  const last = short.toLowerCase().at(-1) ?? '';
  const long = fitting.find((one) => one.toLowerCase().split(' ').at(-1)?.startsWith(last)) ?? fitting[0];
  return long === undefined ? undefined : { short, long };
}

function define(before: string, inside: string): Definition | undefined {
  if (HAN_ONLY.test(inside)) return defineHan(HAN_TAIL.exec(before)?.[0] ?? '', inside);
  const shortened = defineShort(inside, before);
  if (shortened !== undefined) return shortened;
  const last = before.split(/\s+/u).at(-1) ?? '';
  const spelt = defineShort(last, inside);
  return spelt?.long === inside ? spelt : undefined;
}

/** As Schwartz and Hearst: 2 to 10 characters, at most two words, begins with a letter or digit, holds a letter. */
function isShortForm(form: string): boolean {
  return (
    form.length >= 2 &&
    form.length <= MAX_SHORT &&
    form.split(/\s+/u).length <= MAX_SHORT_WORDS &&
    /^[\p{L}\p{N}]/u.test(form) &&
    /\p{L}/u.test(form)
  );
}

/**
 * Schwartz and Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text (2003): from the
 * right, each letter of the short form is looked for in the words before it, the first one at the start of a word.
 */
function findLongForm(short: string, before: string): string | undefined {
  const near = before.trimEnd().split(/\s+/u).slice(-maxWords(short)).join(' ');
  const at = matchLetters(Array.from(short.toLowerCase()).filter(isLetter), near.toLowerCase());
  const long = near.slice(Math.max(0, at));
  const isLonger =
    long.length > short.length && !long.toLowerCase().split(/\s+/u).includes(short.toLowerCase());
  return at >= 0 && isLonger ? long : undefined;
}

/** Where the first letter stands when all are matched from the right, or -1. */
function matchLetters(letters: readonly string[], text: string): number {
  const before = (letter: string, at: number): number => (at <= 0 ? -1 : text.lastIndexOf(letter, at - 1));
  let at = text.length;
  for (const letter of letters.slice(1).reverse()) at = before(letter, at);
  do at = before(letters[0] ?? '', at);
  while (at > 0 && isLetter(text[at - 1] ?? ''));
  return at;
}

const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/**
 * As the paper has it for short forms in capitals. Those made of syllables, as Indonesian likes them (iptek, Kemenlu),
 * take two letters or more of a word, so their long forms are shorter.
 */
function maxWords(short: string): number {
  const isSyllabic = /\p{Ll}{2}/u.test(short);
  return isSyllabic ? Math.ceil(short.length / 2) + 1 : Math.min(short.length + 5, short.length * 2);
}

/**
 * Chinese writes no spaces, so the long form begins where the short form's first character does; half of its
 * characters have to follow there in order, as in 外交部（外办）, and it has to be longer.
 */
function defineHan(before: string, short: string): Definition | undefined {
  if (short.length < 2 || short.length > MAX_SHORT) return undefined;
  for (let start = before.length - 1; start >= Math.max(0, before.length - MAX_HAN_LONG); start--) {
    const long = before.slice(start);
    if (long[0] !== short[0] || long.length <= short.length) continue;
    if (countInOrder(long, short) * 2 >= short.length) return { short, long };
  }
  return undefined;
}

function countInOrder(long: string, short: string): number {
  let at = 0;
  let count = 0;
  for (const character of short) {
    const next = long.indexOf(character, at);
    if (next < 0) continue;
    at = next + 1;
    count++;
  }
  return count;
}
