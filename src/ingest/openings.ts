// Every place where a point of a list may begin: a paragraph, a sentence or a clause that opens with a mark. Pure.
import type { Turn } from '../domain/outline.ts';
import { sliceSpan, type Span } from '../domain/span.ts';
import { readMarks, readOrdinalMark, type Mark } from '../text/marks.ts';
import { findCardinals } from '../text/ordinals.ts';

export type Place = 'paragraph' | 'sentence' | 'clause';

export interface Layout {
  /** From the first word that is said, behind a speaker's label. */
  readonly paragraphs: readonly Span[];
  /** Offsets at which a heading begins. */
  readonly headingStarts: ReadonlySet<number>;
  readonly turns: readonly Turn[];
}

export interface Opening {
  readonly start: number;
  readonly place: Place;
  readonly marks: readonly Mark[];
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** Index of the turn, -1 outside: nobody goes on with somebody else's list. */
  readonly turn: number;
  /** The sentences of the paragraph, and which of them the opening stands in. */
  readonly sentences: readonly Span[];
  readonly sentence: number;
}

/** Within a paragraph, letters and numbers with a full stop are initials, years and ends of sentences. */
const INLINE = /^(?:ordinal|第一|首先|一是|其一|（一）|\(1\)|1\)|①|⑴|a\(\)|i\(\)|a\)|i\))$/;
/** What stands before a point within a sentence; the first group is what a bare ordinal word may follow. */
const SEPARATOR =
  /([;；:：])["'”’]?\s*(?:(?:dan|serta|and|以及|和)(?:\s+|(?=第|[一二三四五六七八九十]是)))?|([,，]?\s(?:yakni|yaitu|ialah|namely)[:,]?\s)|[，,](?:即|分别是|分别为|包括)|[,，—]\s*(?:(?:dan|serta|and|lalu|kemudian|then)\s+)?|(?<!ayat|pasal|huruf|angka|butir|article|paragraph|section|rule|item|款|条)\s(?=[(（①-⒇]|\d{1,2}\) )/gi;

/** The sentences of each paragraph. */
export type SentencesOf = readonly (readonly Span[])[];

/** Openings in the order of the text. */
export function openingsOf(text: string, { paragraphs, turns }: Layout, sentencesOf: SentencesOf): Opening[] {
  let turn = -1;
  return paragraphs.flatMap((span, paragraph) => {
    while ((turns[turn + 1]?.span.start ?? Infinity) <= span.start) turn++;
    const inTurn = (turns[turn]?.span.end ?? 0) >= span.end ? turn : -1;
    const sentences = sentencesOf[paragraph] ?? [];
    return sentences.flatMap((sentence, i) => {
      const at = { paragraph, turn: inTurn, sentences, sentence: i };
      const first = i === 0;
      const marks = readMarks(text, first ? lineStart(text, sentence.start) : sentence.start);
      const opening: Opening[] = [];
      const usable = first ? marks : marks.filter(isInline);
      if (usable.length > 0) {
        opening.push({
          ...at,
          start: sentence.start,
          place: first ? 'paragraph' : 'sentence',
          marks: usable,
        });
      }
      return [
        ...opening,
        ...clausesOf(text, sentence).map((clause) => ({ ...at, ...clause, place: 'clause' as const })),
      ];
    });
  });
}

/** Where the line of `at` begins, when there is but white space between: it tells how deep a list is nested. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[ \t\u3000]/.test(text[start - 1] ?? '')) start--;
  return start === 0 || text[start - 1] === '\n' ? start : at;
}

function isInline({ family }: Mark): boolean {
  return INLINE.test(family);
}

function clausesOf(
  text: string,
  sentence: Span,
): { readonly start: number; readonly marks: readonly Mark[] }[] {
  const words = text.slice(sentence.start, sentence.end);
  const separators = [...words.matchAll(SEPARATOR)].map((found) => ({
    start: sentence.start + found.index + found[0].length,
    isStrong: (found[1] ?? found[2]) !== undefined,
  }));
  const counted = isCounted(text, sentence, separators);
  return separators.flatMap(({ start, isStrong }) => {
    if (start >= sentence.end) return [];
    const strong = isStrong || counted;
    const marks = readMarks(text, start).filter((mark) => isInline(mark) && (strong || mark.n !== 0));
    const bare = marks.length === 0 && strong ? readOrdinalMark(text, start) : undefined;
    const all = bare === undefined ? marks : [bare];
    return all.length === 0 ? [] : [{ start, marks: all }];
  });
}

/** Whether a number is followed by just so many ordinals: "dengan tiga ukuran, pertama …, kedua …, dan ketiga …". */
function isCounted(text: string, sentence: Span, separators: readonly { readonly start: number }[]): boolean {
  const ordinals = separators.flatMap(({ start }) => {
    const mark = readOrdinalMark(text, start);
    return mark === undefined ? [] : [{ start, n: mark.n }];
  });
  const [first] = ordinals;
  if (first === undefined || ordinals.some(({ n }, i) => n !== i + 1)) return false;
  const before = sliceSpan(text, { start: sentence.start, end: first.start });
  return ordinals.length > 1 && findCardinals(before).some(({ n }) => n === ordinals.length);
}
