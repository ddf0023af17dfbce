// HTML pages: the main text without navigation and scripts, and what the page says of itself. Pure.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { canonicalize } from '../../text/normalize.ts';
import { joinBlocks, type Block, type Draft, type Fault } from '../draft.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { blocksOfElement } from './html-text.ts';
import { factsOf, oneLine } from './html-meta.ts';

/** Elements up to which the main text is looked for by Readability, whose work grows faster than the page. */
const MAX_ELEMENTS = 20_000;
/** Levels of nesting up to which Readability is quick, and up to which a page is parsed at all. */
const MAX_DEPTH = 256;
const MAX_TAG_DEPTH = 4000;
/** UTF-16 units of main text from which a release is taken for one (Readability's default, 500, misses short ones). */
const MIN_MAIN_TEXT = 100;
const TOO_DEEP: Fault = { fault: 'its tags are nested too deeply to be a page: save it again, or as text' };
const MAIN = ['article', 'main', '[role="main"]', 'body'];

/** The headline is empty where the page has none. */
export function readHtml(content: string): Draft | Fault {
  if (isTooDeep(content)) return TOO_DEEP;
  const { document } = parseHTML(rooted(canonicalize(content))) as unknown as { document: DomDocument };
  const facts = factsOf(document);
  const main = mainElement(document);
  const blocks = main === null ? [] : blocksOfElement(main);
  const [first] = blocks;
  const repeated = first?.level !== undefined && oneLine(first.text) === facts.title;
  return { ...facts, ...joinBlocks(repeated ? blocks.slice(1) : blocks) };
}

/** HTML lets a page leave out its root; the parser would take its first element for it. */
function rooted(content: string): string {
  return /<html[\s>]/i.test(content)
    ? content
    : `<html><body>${content.replace(/<!doctype[^>]*>/i, '')}</body></html>`;
}

/** The blocks of markup that is a text already, as in a feed, with nothing around it to be left out. */
export function readFragment(content: string): readonly Block[] | Fault {
  if (isTooDeep(content)) return TOO_DEEP;
  const page = `<!doctype html><html><body>${content}</body></html>`;
  const { document } = parseHTML(page) as unknown as { document: DomDocument };
  const body = document.documentElement;
  return body === null ? [] : blocksOfElement(body);
}

/** Tags that may be left open, or never hold anything, do not nest. */
const TAG =
  /<(\/?)(?!(?:p|li|td|th|tr|dt|dd|option|br|hr|img|input|meta|link|col|area|base|source|wbr)\b)[a-z][^\s/>]*/gi;

function isTooDeep(content: string): boolean {
  let depth = 0;
  for (const [, closing] of content.matchAll(TAG)) {
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_TAG_DEPTH) return true;
  }
  return false;
}

/** 1. what Readability takes for the article; 2. what the page marks as such; 3. all of it. */
function mainElement(document: DomDocument): DomElement | null {
  const marked = MAIN.map((selector) => document.querySelector(selector)).find(
    (element) => element !== null && (element.textContent ?? '').trim() !== '',
  );
  const whole = marked ?? document.documentElement;
  return isSimple(document) ? (readable(document) ?? whole) : whole;
}

function isSimple(document: DomDocument): boolean {
  const elements = [...document.querySelectorAll('*')];
  if (elements.length > MAX_ELEMENTS) return false;
  const depths = new Map<DomElement | null, number>();
  for (const element of elements) {
    const depth = (depths.get(element.parentElement) ?? 0) + 1;
    if (depth > MAX_DEPTH) return false;
    depths.set(element, depth);
  }
  return true;
}

function readable(document: DomDocument): DomElement | undefined {
  try {
    // Readability takes the document apart; what it does not like may be needed still.
    const copy = document.cloneNode(true);
    const article = new Readability(copy, {
      charThreshold: MIN_MAIN_TEXT,
      serializer: (node: unknown) => node,
    } as never).parse() as { readonly content: unknown } | null;
    return (article?.content as DomElement | null | undefined) ?? undefined;
  } catch {
    // Pages it stumbles over are read by what they mark as their main part.
    return undefined;
  }
}
