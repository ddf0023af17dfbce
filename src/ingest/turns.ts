// Who speaks when in a transcript. Pure.
import type { Heading, Turn } from '../domain/outline.ts';
import { sliceSpan, type Span } from '../domain/span.ts';
import { readLabel, type Label } from './labels.ts';

/** Labelled paragraphs from which names make a transcript, and their share of all paragraphs. */
const MIN_NAMED = 4;
const MIN_NAMED_SHARE = 0.15;
/** Times that somebody asks and the main speaker goes on: labels without such exchanges are no transcript. */
const MIN_EXCHANGES = 2;
/** UTF-16 units of the main speaker's turns at the mean; what is shorter are fields of a form. */
const MIN_ANSWER = 40;
/** UTF-16 units from which somebody who is not the one asked is taken to ask, also without a question mark. */
const MIN_QUESTION = 120;
/** Turns without a question that make somebody a moderator, when they are the most of theirs. */
const MIN_HANDED_ON = 3;
const ASKS = /wartawan|jurnalis|reporter|journalist|correspondent|penanya|记者/iu;
const ANSWERS =
  /spokes|juru ?bicara|jubir|发言人|\bchair|minist|menteri|president|presiden|governor|gubernur|direktur|kepala|部长|局长|主任/iu;
const MODERATES = /moderator|主持人|pembawa acara|\bhost\b/iu;

interface Labelled {
  /** Index of the paragraph that the label opens. */
  readonly paragraph: number;
  readonly label: Label;
}

/**
 * 1. find labels at the start of paragraphs, and keep those that make a transcript together
 * 2. give each turn the paragraphs up to the next label or heading
 * 3. tell who asks and who answers
 */
export function turnsOf(
  text: string,
  paragraphs: readonly Span[],
  headings: readonly Heading[],
): readonly Turn[] {
  const labelled = labelsOf(text, paragraphs);
  if (labelled.length === 0) return [];
  const headingStarts = new Set(headings.map(({ span }) => span.start));
  const spans = spansOf(paragraphs, labelled, headingStarts);
  const isMarked = labelled.some(({ label }) => label.bare);
  if (!isMarked && !isTranscript(text, { labelled, spans, paragraphs })) return [];
  return withRoles(text, labelled, spans).filter(({ span }) => span.end > span.start);
}

function labelsOf(text: string, paragraphs: readonly Span[]): Labelled[] {
  const found = paragraphs.flatMap(({ start }, paragraph): Labelled[] => {
    const label = readLabel(text, start);
    return label === undefined ? [] : [{ paragraph, label }];
  });
  const marks = found.filter(({ label }) => label.bare);
  const roles = new Set(marks.map(({ label }) => label.role));
  const answerers = roles.size === 1 && roles.has('question') ? answerersIn(found) : [];
  if (answerers.length >= MIN_EXCHANGES) return ofBriefing(found, new Set(answerers));
  const names = found.filter(({ label }) => !label.bare);
  const counts = new Map<string, number>();
  for (const { label } of names) counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  if (roles.size === 2) {
    const isSpeaker = ({ name }: Label): boolean =>
      (counts.get(name) ?? 0) > 1 || ANSWERS.test(name) || MODERATES.test(name);
    return found.filter(({ label }) => label.bare || isSpeaker(label));
  }
  return ofCommonShape(names);
}

/** Who goes on after a bare question, each as often as that happens. */
function answerersIn(found: readonly Labelled[]): readonly string[] {
  return found.flatMap(({ label }, i) =>
    !label.bare && found[i - 1]?.label.bare === true ? [label.name] : [],
  );
}

/** Where questions have a bare mark, and answers the name of who gives them, as in briefings of the State Department. */
function ofBriefing(found: readonly Labelled[], answerers: ReadonlySet<string>): Labelled[] {
  return found.filter(({ label: { bare, name } }) => bare || answerers.has(name) || MODERATES.test(name));
}

/** One transcript labels its turns in one way; what looks like another is a sentence with a colon. */
function ofCommonShape(names: readonly Labelled[]): Labelled[] {
  const capitals = names.filter(({ label }) => label.shape === 'capitals');
  return capitals.length >= names.length / 2 ? capitals : [...names];
}

interface Naming {
  readonly labelled: readonly Labelled[];
  readonly spans: readonly Span[];
  readonly paragraphs: readonly Span[];
}

/** Labels are many, and more than once somebody asks and the main speaker goes on at some length. */
function isTranscript(text: string, { labelled, spans, paragraphs }: Naming): boolean {
  if (labelled.length < MIN_NAMED || labelled.length < MIN_NAMED_SHARE * paragraphs.length) return false;
  const main = mostTalkative(labelled, spans);
  const names = labelled.map(({ label }) => label.name);
  const lengths = spans.filter((_, i) => names[i] === main).map(({ start, end }) => end - start);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const exchanges = spans.filter(
    (span, i) => names[i] !== main && names[i + 1] === main && /[?？]/.test(sliceSpan(text, span)),
  );
  return mean >= MIN_ANSWER && exchanges.length >= MIN_EXCHANGES;
}

/** Paragraphs without a label go on with the turn before; after the last turn only where turns do so elsewhere. */
function spansOf(
  paragraphs: readonly Span[],
  labelled: readonly Labelled[],
  headingStarts: ReadonlySet<number>,
): Span[] {
  const lengths = labelled.map(({ paragraph }, i) => {
    const next = labelled[i + 1]?.paragraph ?? paragraphs.length;
    let last = paragraph;
    while (last + 1 < next && !headingStarts.has(paragraphs[last + 1]?.start ?? -1)) last++;
    return last - paragraph;
  });
  const goOn = lengths.slice(0, -1).some((length) => length > 0);
  return labelled.map(({ paragraph, label }, i) => {
    const isLast = i === labelled.length - 1;
    const alone = label.end >= (paragraphs[paragraph]?.end ?? 0) ? 1 : 0;
    const more = isLast && !goOn ? Math.min(alone, lengths[i] ?? 0) : (lengths[i] ?? 0);
    return { start: label.end, end: Math.max(label.end, paragraphs[paragraph + more]?.end ?? label.end) };
  });
}

function withRoles(text: string, labelled: readonly Labelled[], spans: readonly Span[]): Turn[] {
  const isInterview = labelled.some(({ label }) => label.role === 'answer');
  const isBriefing = !isInterview && labelled.some(({ label }) => label.bare);
  const main = isInterview || isBriefing ? undefined : mostTalkative(labelled, spans);
  let asked = false;
  const turns = labelled.map(({ label }, i): Turn => {
    const span = spans[i] ?? { start: 0, end: 0 };
    const words = sliceSpan(text, span);
    const course = { answerer: isBriefing ? label.name : main, asked };
    const role = label.role ?? (isInterview ? 'statement' : roleOf(label.name, words, course));
    asked ||= role === 'question';
    return { role, span, ...(label.bare ? {} : { speaker: label.name }) };
  });
  return silenceModerators(turns);
}

/** Somebody who hardly ever asks hands on the word; what looks like a question of theirs is none. */
function silenceModerators(turns: readonly Turn[]): Turn[] {
  const counts = new Map<string, { question: number; answer: number; statement: number }>();
  for (const { speaker = '', role } of turns) {
    const count = counts.get(speaker) ?? { question: 0, answer: 0, statement: 0 };
    count[role]++;
    counts.set(speaker, count);
  }
  const handsOn = (speaker: string): boolean => {
    const { question = 0, answer = 0, statement = 0 } = counts.get(speaker) ?? {};
    return answer === 0 && statement >= MIN_HANDED_ON && statement > question;
  };
  return turns.map((turn) =>
    turn.role === 'question' && turn.speaker !== undefined && handsOn(turn.speaker)
      ? { ...turn, role: 'statement' }
      : turn,
  );
}

function mostTalkative(labelled: readonly Labelled[], spans: readonly Span[]): string | undefined {
  const lengths = new Map<string, number>();
  labelled.forEach(({ label }, i) => {
    const span = spans[i] ?? { start: 0, end: 0 };
    lengths.set(label.name, (lengths.get(label.name) ?? 0) + span.end - span.start);
  });
  return [...lengths].sort(([, one], [, other]) => other - one)[0]?.[0];
}

interface Course {
  readonly answerer: string | undefined;
  /** Whether a question came before. */
  readonly asked: boolean;
}

function roleOf(name: string, words: string, { answerer, asked }: Course): Turn['role'] {
  if (MODERATES.test(name)) return 'statement';
  const answers = !ASKS.test(name) && (name === answerer || ANSWERS.test(name));
  if (answers) return asked ? 'answer' : 'statement';
  return ASKS.test(name) || /[?？]/.test(words) || words.length >= MIN_QUESTION ? 'question' : 'statement';
}
