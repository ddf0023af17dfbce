// Which points end no sentence: those of abbreviations, initials and numbering. Pure.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** A name or an amount follows. */
const BEFORE_NAMES = set(
  'rp dr dra drs ir h hj kh prof jl jln tn ny sdr sdri yth r rd kol letkol mayjen brigjen letjen jend kapt ' +
    'mr mrs ms messrs gen sen rep gov lt col sgt capt cmdr adm rev hon st mt pres amb',
);
/** A number follows; before anything else the point is a full stop (`No.`). */
const BEFORE_NUMBERS = set(
  'no nos nr tgl hlm hal ps psl ay bab vol art arts sec fig pp p ch par para paras ' +
    'jan feb mar apr jun jul aug agu agt sep sept oct okt nov dec des',
);
/** Something always follows. */
const MEDIAL = set('a.n u.p s.d d.a c.q e.g i.e vs cf viz approx al s.b.b s/d');
/** May stand inside a sentence as well as at its end. */
const AFTER_NAMES = set('inc ltd corp co jr sr tbk plc llc bros dept univ');
const INITIALS = /^\p{L}{1,3}(?:\.\p{L}{1,4})+$|^\p{Lu}$/u;
const NUMBERING = /^(?:\p{N}{1,3}|\p{L})$/u;

/** Words that begin a sentence rather than go on with a name. */
const STARTERS = set(
  'the a an this that these those it its he she they we you but and in on at for as if to by with from after when while however meanwhile there his her their our ' +
    'ini itu ia dia mereka kami kita hal para pada dalam di ke dari untuk dengan namun tetapi sementara selain setelah sebelum menurut sebagai karena oleh adapun jika saat bagi',
);

export interface Point {
  /** Letters, digits and points right before the point. */
  readonly word: string;
  /** Whether the word is all there is of the sentence so far. */
  readonly opens: boolean;
  /** What follows, from the first character that is not white space. */
  readonly rest: string;
}

/** Whether a single point after `word` leaves its sentence open. */
export function keepsOpen({ word, opens, rest }: Point): boolean {
  const lower = word.toLowerCase();
  if (opens && NUMBERING.test(word)) return true;
  if (MEDIAL.has(lower) || (BEFORE_NAMES.has(lower) && word !== lower)) return true;
  if (BEFORE_NUMBERS.has(lower)) return /^\p{N}/u.test(rest);
  return (INITIALS.test(word) || AFTER_NAMES.has(lower)) && !startsSentence(rest);
}

function startsSentence(rest: string): boolean {
  const next = /^\p{L}+/u.exec(rest)?.[0].toLowerCase();
  return next === undefined || STARTERS.has(next);
}
