// The text of an element as blocks: paragraphs, headings, and lists with their numbers. Pure.
import type { Block } from '../draft.ts';
import type { DomElement, DomNode } from './dom.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const SKIPPED = set(
  'script style title noscript template svg math iframe object nav footer aside form button select textarea input canvas audio video head figure',
);
const BLOCKS = set(
  'address article blockquote body center dd details div dl dt fieldset figcaption header hgroup hr html main ol p pre section table tbody thead tfoot ul caption summary',
);
/** Levels below which nothing is read: the walk is recursive and pages are strangers. */
const MAX_DEPTH = 500;
/** Spaces by which a list in a list is set in. */
const INDENT = 3;
const ELEMENT = 1;
const TEXT = 3;

/** The blocks of `root` in order, white space collapsed; points of a list are lines of one block. */
export function blocksOfElement(root: DomElement): readonly Block[] {
  const writer = new Writer();
  writer.walk(root, 0);
  return writer.finish();
}

/** Text that grows piece by piece and knows what it ends with: looking at a long string again and again is slow. */
class Text {
  #parts: string[] = [];
  #last = '\n';

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  add(words: string): void {
    const collapsed = words.replace(/\s+/g, ' ');
    const piece = /\s/.test(this.#last) ? collapsed.replace(/^ /, '') : collapsed;
    this.addVerbatim(piece);
  }

  addVerbatim(piece: string): void {
    if (piece === '') return;
    this.#parts.push(piece);
    this.#last = piece.slice(-1);
  }

  startLine(): void {
    if (this.#last !== '\n') this.addVerbatim('\n');
  }

  take(): string {
    const text = this.#parts.join('');
    this.#parts = [];
    this.#last = '\n';
    return text;
  }
}

interface ListCounter {
  /** Undefined for bullets. */
  next: number | undefined;
  readonly letters: boolean;
}

type Write = (element: DomElement, depth: number) => void;

class Writer {
  readonly #blocks: Block[] = [];
  /** The block being written. */
  readonly #text = new Text();
  /** The lists being walked. */
  readonly #lists: ListCounter[] = [];
  /** Whether the last thing written is the mark of a point: its first block stays on the line. */
  #marked = false;

  readonly #writers = new Map<string, Write>([
    ...[1, 2, 3, 4, 5, 6].map((level): [string, Write] => [`h${level}`, this.#heading.bind(this, level)]),
    ['ul', this.#list.bind(this)],
    ['ol', this.#list.bind(this)],
    ['li', this.#item.bind(this)],
    ['tr', this.#row.bind(this)],
    ['br', this.#break.bind(this)],
    ['pre', this.#verbatim.bind(this)],
  ]);

  finish(): readonly Block[] {
    this.#flush();
    return this.#blocks;
  }

  /** Two line breaks stand for a paragraph. */
  #flush(level?: number): void {
    const text = this.#text.take().replace(/[^\S\n]+$/gm, '');
    if (text.trim() === '') return;
    if (level !== undefined) this.#blocks.push({ text: text.replace(/\s+/g, ' ').trim(), level });
    else this.#blocks.push(...text.split(/\n{2,}/).map((part) => ({ text: part })));
  }

  walk(node: DomNode, depth: number): void {
    if (depth > MAX_DEPTH) return;
    if (node.nodeType === TEXT) this.#write(node.textContent ?? '');
    if (node.nodeType !== ELEMENT) return;
    const element = node as DomElement;
    const name = element.localName.toLowerCase();
    if (SKIPPED.has(name) || isHidden(element)) return;
    const write = this.#writers.get(name);
    if (write !== undefined) write(element, depth);
    else if (BLOCKS.has(name)) this.#block(element, depth);
    else this.#children(element, depth);
  }

  #write(words: string): void {
    if (words.trim() !== '') this.#marked = false;
    this.#text.add(words);
  }

  #block(element: DomElement, depth: number): void {
    this.#separate();
    this.#children(element, depth);
    this.#separate();
  }

  /** Blocks within a list stay with their point, each on a line of its own. */
  #separate(): void {
    if (this.#lists.length === 0) this.#flush();
    else if (!this.#marked) this.#text.startLine();
  }

  #children(element: DomElement, depth: number): void {
    for (const child of element.childNodes) this.walk(child, depth + 1);
  }

  #break(): void {
    this.#text.addVerbatim('\n');
  }

  #heading(level: number, element: DomElement, depth: number): void {
    this.#separate();
    this.#children(element, depth);
    if (this.#lists.length === 0) this.#flush(level);
    else this.#text.startLine();
  }

  #list(element: DomElement, depth: number): void {
    this.#separate();
    const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
    const counts = element.localName.toLowerCase() === 'ol';
    this.#lists.push({
      next: counts ? (Number.isNaN(start) ? 1 : start) : undefined,
      letters: element.getAttribute('type')?.toLowerCase() === 'a',
    });
    this.#children(element, depth);
    this.#lists.pop();
    this.#separate();
  }

  #item(element: DomElement, depth: number): void {
    const list = this.#lists.at(-1);
    this.#text.startLine();
    this.#text.addVerbatim(' '.repeat(INDENT * Math.max(0, this.#lists.length - 1)) + markOf(list));
    this.#marked = true;
    if (list?.next !== undefined) list.next++;
    this.#children(element, depth);
    this.#marked = false;
  }

  #row(element: DomElement, depth: number): void {
    this.#text.startLine();
    for (const [i, cell] of [...element.children].entries()) {
      if (i > 0) this.#text.addVerbatim(' | ');
      this.#children(cell, depth + 1);
    }
    this.#text.startLine();
  }

  #verbatim(element: DomElement): void {
    this.#separate();
    const parts = (element.textContent ?? '').split(/\n\s*\n/);
    if (this.#lists.length === 0) this.#blocks.push(...parts.map((text) => ({ text })));
    else this.#text.add(parts.join(' '));
  }
}

function isHidden(element: DomElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
  );
}

function markOf(list: ListCounter | undefined): string {
  if (list?.next === undefined) return '- ';
  const letter = list.letters && list.next >= 1 && list.next <= 26;
  return letter ? `${String.fromCharCode(0x60 + list.next)}. ` : `${list.next}. `;
}
