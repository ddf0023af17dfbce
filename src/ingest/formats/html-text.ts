// The text of an element as blocks: paragraphs, headings, and lists with their numbers. Pure.
import type { Block } from '../draft.ts';
import type { DomElement, DomNode } from './dom.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const SKIPPED = set(
  'script style noscript template svg math iframe object nav footer aside form button select textarea input canvas audio video head figure',
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

class Writer {
  readonly #blocks: Block[] = [];
  /** The block being written. */
  #text = '';
  /** Counters of the lists being walked: the next number, or undefined for bullets. */
  readonly #lists: { next: number | undefined; readonly letters: boolean }[] = [];

  readonly #writers = new Map<string, (element: DomElement, depth: number) => void>([
    ...[1, 2, 3, 4, 5, 6].map((level): [string, (element: DomElement, depth: number) => void] => [
      `h${level}`,
      (element, depth) => {
        this.#heading(element, level, depth);
      },
    ]),
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

  #flush(level?: number): void {
    const text = this.#text.replace(/[^\S\n]+$/gm, '').replace(/\n{2,}/g, '\n');
    this.#text = '';
    if (text.trim() === '') return;
    this.#blocks.push(level === undefined ? { text } : { text: text.trim(), level });
  }

  walk(node: DomNode, depth: number): void {
    if (depth > MAX_DEPTH) return;
    if (node.nodeType === TEXT) this.#write(node.textContent ?? '');
    if (node.nodeType !== ELEMENT) return;
    const element = node as DomElement;
    const name = element.localName.toLowerCase();
    if (SKIPPED.has(name) || isHidden(element)) return;
    this.#element(element, name, depth);
  }

  #element(element: DomElement, name: string, depth: number): void {
    const write = this.#writers.get(name);
    if (write !== undefined) write(element, depth);
    else if (BLOCKS.has(name)) this.#block(element, depth);
    else this.#children(element, depth);
  }

  /** Blocks within a list stay with their point. */
  #block(element: DomElement, depth: number): void {
    if (this.#lists.length === 0) this.#flush();
    this.#children(element, depth);
    if (this.#lists.length === 0) this.#flush();
  }

  #children(element: DomElement, depth: number): void {
    for (const child of element.childNodes) this.walk(child, depth + 1);
  }

  #write(words: string): void {
    const collapsed = words.replace(/\s+/g, ' ');
    this.#text += /(?:^|\s)$/.test(this.#text.slice(-1)) ? collapsed.replace(/^ /, '') : collapsed;
  }

  #break(): void {
    this.#text += '\n';
  }

  #heading(element: DomElement, level: number, depth: number): void {
    this.#flush();
    this.#children(element, depth);
    this.#flush(level);
  }

  #list(element: DomElement, depth: number): void {
    if (this.#lists.length === 0) this.#flush();
    const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
    const letters = element.getAttribute('type')?.toLowerCase() === 'a';
    this.#lists.push({
      next: element.localName.toLowerCase() === 'ol' ? (Number.isNaN(start) ? 1 : start) : undefined,
      letters,
    });
    this.#children(element, depth);
    this.#lists.pop();
    if (this.#lists.length === 0) this.#flush();
  }

  #item(element: DomElement, depth: number): void {
    const list = this.#lists.at(-1);
    if (this.#text !== '' && !this.#text.endsWith('\n')) this.#break();
    this.#text += ' '.repeat(INDENT * Math.max(0, this.#lists.length - 1)) + markOf(list);
    if (list?.next !== undefined) list.next++;
    this.#children(element, depth);
  }

  #row(element: DomElement, depth: number): void {
    if (this.#text !== '' && !this.#text.endsWith('\n')) this.#break();
    for (const [i, cell] of [...element.children].entries()) {
      if (i > 0) this.#text += ' | ';
      this.walk(cell, depth + 1);
    }
    this.#break();
  }

  #verbatim(element: DomElement): void {
    this.#flush();
    for (const text of (element.textContent ?? '').split(/\n\s*\n/)) this.#blocks.push({ text });
  }
}

function isHidden(element: DomElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
  );
}

function markOf(list: { next: number | undefined; readonly letters: boolean } | undefined): string {
  if (list?.next === undefined) return '- ';
  const letter = list.letters && list.next >= 1 && list.next <= 26;
  return letter ? `${String.fromCharCode(0x60 + list.next)}. ` : `${list.next}. `;
}
