// The label that opens a turn of a transcript. Pure.

/** A label and what it may say of the turn. */
export interface Label {
  /** The label without its colon or full stop. */
  readonly name: string;
  /** Offset of the turn's first word. */
  readonly end: number;
  /** What the label alone says of the turn; undefined for a name. */
  readonly role?: 'question' | 'answer';
  /** Whether the label is a bare mark that names nobody (`Q:`). */
  readonly bare: boolean;
  readonly shape: 'mark' | 'capitals' | 'colon';
}

const BEFORE = '[ \\t\\u3000]{0,40}(?:\\*\\*|__)?';
const MARK = new RegExp(
  `${BEFORE}(?:(q|question|tanya|pertanyaan|t|问|問|提问)|(a|answer|reply|jawab|jawaban|j|答|回答))(?:\\*\\*|__)?[ ]?[:：](?:\\*\\*|__)?\\s*`,
  'iuy',
);
/** As briefings of the White House have it, without a colon. */
const MARK_ALONE = new RegExp(`${BEFORE}(Q)[ \\t\\u00a0]{1,8}(?=["“‘(]?\\p{Lu})`, 'uy');
/** Headings of parliamentary replies. */
const MARK_LINE = /(?:(QUESTIONS?|PERTANYAAN)|(ANSWERS?|REPL(?:Y|IES)|JAWABAN))(?=\s*\n|\s+\p{L})\s*/uy;
const CAPITALS =
  /(\p{Lu}[\p{Lu}’'-]*\.?(?: (?:\p{Lu}[\p{Lu}’'-]*\.?|DE|VAN|DER)){1,4}|\p{Lu}{4,20})(?:\. |: ?)(?=\S)/uy;
const COLON =
  /[ \t]{0,40}(?:\*\*|__)?(\p{Lu}[\p{L}.’'-]{1,24}(?: [\p{L}.’'()-]{1,24}){0,5})(?:\*\*|__)? ?:[ \t]*(?:\*\*|__)?(?=[^\s/])/uy;
const HAN_COLON = /[ \t\u3000]{0,40}([\p{Script=Han}·《》A-Za-z]{1,16})：\s*(?=\S)/uy;

/** The label at `at`, where one may stand; whether it is one only the whole text can tell. */
export function readLabel(text: string, at: number): Label | undefined {
  return readMark(text, at) ?? readName(text, at);
}

function readMark(text: string, at: number): Label | undefined {
  for (const pattern of [MARK, MARK_LINE, MARK_ALONE]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) continue;
    const name = found[1] ?? found[2] ?? '';
    const role = found[1] === undefined ? 'answer' : 'question';
    return { name, end: pattern.lastIndex, role, bare: true, shape: 'mark' };
  }
  return undefined;
}

function readName(text: string, at: number): Label | undefined {
  const shapes = [
    [CAPITALS, 'capitals'],
    [HAN_COLON, 'colon'],
    [COLON, 'colon'],
  ] as const;
  for (const [pattern, shape] of shapes) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) return { name: found[1] ?? '', end: pattern.lastIndex, bare: false, shape };
  }
  return undefined;
}
