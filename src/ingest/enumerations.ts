// Lists within one sentence that commas part, where a number says how many points there are. Pure.
import type { PointList } from '../domain/outline.ts';
import { sliceSpan, trimSpan, type Span } from '../domain/span.ts';
import { findCardinals } from '../text/ordinals.ts';
import { lastFrom } from './locate.ts';

/** What leads from the number to the points: "lima prinsip, yaitu …", "three pillars: …", "三项原则，即…". */
const LEADS =
  /(?:[,，—–-]\s*|\s)\b(?:yaitu|yakni|ialah|namely|(meliputi|mencakup|adalah|terdiri (?:atas|dari)))\b:?\s|:\s|：|[，,]?(?:即(?![将使便可])|分别是|分别为|(包括|包含))[：:]?/giu;
/** UTF-16 units of a sentence; nobody enumerates in a longer one, and looking through it would take its square. */
const MAX_SENTENCE = 4000;
/** UTF-16 units between the number and what leads on from it. */
const MAX_LEAD = 90;
/** UTF-16 units of a point; what is longer is no member of an enumeration. */
const MAX_POINT = 160;
/** Points from which commas alone part them, and from which a verb leads to them. */
const MANY = 4;
const SEVERAL = 3;
/** The first that occurs parts the points, a comma where none does. */
const STRONG = [/[;；]\s*/gu, /、/gu];
/** Never within a figure. */
const COMMA = /[,，](?!\d)\s*/gu;
/** 和, 及 and 与 join two points, unless they are a part of a word: 和平, 共和国, 涉及, 参与. */
const HAN_JOINT =
  '以及|(?<![总共饱温缓])和(?![平谐睦解约气善])|(?<![涉普以危顾])及(?![时早格])|(?<![参给])与(?![会否其])';
const JOINT = new RegExp(`^(?:dan|serta|hingga|and)\\s+|^(?:${HAN_JOINT})`, 'iu');
const JOINTS = new RegExp(` (?:dan|serta|and) |${HAN_JOINT}`, 'gu');
const NEW_SENTENCE = /\p{Ll}{3}[.!?]\S*\s+\p{Lu}|\n\s*\n/u;
/** What is counted stands right behind the number, and `C06` or `3D` are names. */
const COUNTS = /^(?: ?\(\p{L}+\))?(?:[ -]["“]?\p{L}|["“]?\p{Script=Han})/u;
const NAMED = /[\p{Script=Latin}\d-]$/u;
/** Words that are no point: a clause about the point before, what follows a quote, a point with a mark of its own. */
const NO_POINT = /^(?:yang|who|which|where|whose|dimana|sehingga)\b|^["”]\s|^[一二三四五六七八九十]是/iu;

/** The enumerations in `sentences`, in order: those with just as many points as the sentence says there are. */
export function enumerationsOf(text: string, sentences: readonly Span[]): PointList[] {
  return sentences.flatMap((sentence) => enumerationIn(text, sentence) ?? []);
}

/** Those of `enumerations` that no point of `lists` begins in: these have marks of their own. */
export function withoutMarked(
  enumerations: readonly PointList[],
  lists: readonly PointList[],
): readonly PointList[] {
  const marked = lists.flatMap(({ points }) => points.map(({ span }) => span));
  marked.sort((one, other) => one.start - other.start);
  return enumerations.filter(({ points }) => {
    const [first, last] = [points[0]?.span, points.at(-1)?.span];
    const before = marked[lastFrom(marked, (last?.end ?? 0) - 1)];
    return before === undefined || before.start < (first?.start ?? 0);
  });
}

function enumerationIn(text: string, sentence: Span): PointList | undefined {
  if (sentence.end - sentence.start > MAX_SENTENCE) return undefined;
  const words = sliceSpan(text, sentence);
  const counts = findCardinals(words).filter((number) => number.n > 1 && isCounting(words, number));
  if (counts.length === 0) return undefined;
  for (const lead of words.matchAll(LEADS)) {
    const from = lead.index + lead[0].length;
    const least = lead[1] === undefined && lead[2] === undefined ? 2 : SEVERAL;
    const before = counts.filter(({ end }) => end <= lead.index && lead.index - end <= MAX_LEAD);
    const points = pointsIn(words, from, new Set(before.map(({ n }) => n).filter((n) => n >= least)));
    if (points === undefined) continue;
    const at = ({ start, end }: Span): Span => ({ start: sentence.start + start, end: sentence.start + end });
    return {
      style: 'enumeration',
      announcement: trimSpan(text, at({ start: 0, end: from })),
      points: points.map((span, i) => ({ n: i + 1, span: at(span) })),
    };
  }
  return undefined;
}

function isCounting(words: string, { start, end }: Span): boolean {
  return COUNTS.test(words.slice(end)) && !NAMED.test(words.slice(0, start));
}

/** The parts of `words` behind `from`, where they are as many as one of `counts` says. */
function pointsIn(words: string, from: number, counts: ReadonlySet<number>): readonly Span[] | undefined {
  if (counts.size === 0) return undefined;
  const end = words.length - (/[.!。！”"]*$/u.exec(words)?.[0].length ?? 0);
  const inside = words.slice(from, end);
  const separator = STRONG.find((pattern) => inside.search(pattern) !== -1) ?? COMMA;
  const parts = partsOf(words, { start: from, end }, separator);
  const whole = separator === COMMA && !areJoined(words, parts) ? undefined : withoutJoints(words, parts);
  const found = [whole, withLastHalved(words, parts)].find(
    (spans) => spans !== undefined && counts.has(spans.length),
  );
  return found?.every((span) => isPoint(sliceSpan(words, span))) === true ? found : undefined;
}

function partsOf(words: string, { start, end }: Span, separator: RegExp): readonly Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const found of words.slice(start, end).matchAll(separator)) {
    parts.push({ start: from, end: start + found.index });
    from = start + found.index + found[0].length;
  }
  return [...parts, { start: from, end }];
}

/** Commas part clauses too: a few points have a word that joins the last one. */
function areJoined(words: string, parts: readonly Span[]): boolean {
  const last = parts.at(-1);
  return parts.length >= MANY || (last !== undefined && JOINT.test(sliceSpan(words, last)));
}

/** "dan" before the last point belongs to none. */
function withoutJoints(words: string, parts: readonly Span[]): readonly Span[] {
  return parts.map((span) => {
    const joint = JOINT.exec(sliceSpan(words, span))?.[0].length ?? 0;
    return trimSpan(words, { start: span.start + joint, end: span.end });
  });
}

/** "A, B dan C": the last two may stand without a comma between them. Where two words could join them, nobody knows. */
function withLastHalved(words: string, parts: readonly Span[]): readonly Span[] | undefined {
  const last = parts.at(-1);
  const joints = last === undefined ? [] : [...sliceSpan(words, last).matchAll(JOINTS)];
  const [joint] = joints;
  if (last === undefined || joint === undefined || joints.length > 1) return undefined;
  const at = last.start + joint.index;
  const halves = [
    { start: last.start, end: at },
    { start: at + joint[0].length, end: last.end },
  ];
  return [...parts.slice(0, -1), ...halves].map((span) => trimSpan(words, span));
}

function isPoint(words: string): boolean {
  return (
    words.length <= MAX_POINT &&
    /\p{L}{2}|\p{Script=Han}/u.test(words) &&
    !NO_POINT.test(words) &&
    !NEW_SENTENCE.test(words) &&
    isBalanced(words)
  );
}

/** A part that opens a bracket and does not close it was cut within it. */
function isBalanced(words: string): boolean {
  return count(words, /[([（]/gu) === count(words, /[)\]）]/gu);
}

function count(words: string, pattern: RegExp): number {
  return [...words.matchAll(pattern)].length;
}
