// Markdown with YAML front matter; the signs of Markdown go, its structure stays readable. Pure.
import type { List, ListItem, Nodes, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { isMap, isScalar, parseDocument } from 'yaml';
import { canonicalize } from '../../text/normalize.ts';
import { joinBlocks, type Block, type Draft, type Fault } from '../draft.ts';

const FRONT_MATTER = /^---[^\S\n]*\n([^]*?)\n?---[^\S\n]*(?:\n|$)/;
/**
 * UTF-16 units between blank lines, and quotes within quotes, from which a document is left as it is: the parser's work
 * grows faster than they do, and nobody writes them.
 */
const MAX_BLOCK = 20_000;
const DEEP = /^(?:[ \t]{0,3}>){50}/m;
/** Levels of nesting shown; a document that goes deeper is broken or hostile. */
const MAX_DEPTH = 60;

/** The headline is empty where neither the front matter nor a first heading gives one. */
export function readMarkdown(content: string): Draft | Fault {
  const text = canonicalize(content);
  const [whole = '', yaml = ''] = FRONT_MATTER.exec(text) ?? [];
  const front = readFrontMatter(yaml);
  if (front === undefined)
    return { fault: 'its front matter is no valid YAML: mend the part between the --- lines' };
  const blocks = blocksOf(text.slice(whole.length));
  const [first] = blocks;
  const headed = first?.level === 1 ? first.text : undefined;
  const title = front['title'] ?? headed ?? '';
  return {
    title: title.replace(/\s+/g, ' ').trim(),
    date: front['date'],
    source: front['source'],
    url: front['url'],
    language: front['lang'],
    ...joinBlocks(headed === title ? blocks.slice(1) : blocks),
  };
}

/** Every value as it is written: dates stay in their zone. Undefined where it is no YAML. */
function readFrontMatter(yaml: string): Readonly<Partial<Record<string, string>>> | undefined {
  const { contents, errors } = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
  if (errors.length > 0) return undefined;
  if (!isMap(contents)) return {};
  return Object.fromEntries(
    contents.items.flatMap(({ key, value }) =>
      isScalar(key) && isScalar(value) ? [[String(key.value), String(value.value)]] : [],
    ),
  );
}

function blocksOf(markdown: string): Block[] {
  const parts = markdown.split(/\n[^\S\n]*\n/);
  if (parts.some((part) => part.length > MAX_BLOCK || DEEP.test(part))) {
    return parts.map((text) => ({ text }));
  }
  const root = fromMarkdown(markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  return root.children.map((node) => {
    const text = blockText(node, 0);
    return node.type === 'heading' ? { text, level: node.depth } : { text };
  });
}

function blockText(node: RootContent, depth: number): string {
  if (depth > MAX_DEPTH) return '';
  if (node.type === 'blockquote')
    return node.children.map((child) => blockText(child, depth + 1)).join('\n\n');
  if (node.type === 'list') return listText(node, depth);
  if (node.type === 'table') return tableText(node);
  return node.type === 'code' ? node.value : inlineText(node, depth);
}

function listText({ children, ordered, start, spread }: List, depth: number): string {
  const loose = spread === true || children.some((item) => item.spread === true);
  const items = children.map((item, i) => {
    const mark = ordered === true ? `${(start ?? 1) + i}.` : '-';
    return `${mark} ${itemText(item, depth)}`;
  });
  return items.join(loose ? '\n\n' : '\n');
}

function itemText(item: ListItem, depth: number): string {
  return item.children
    .map((child, i) => {
      const text = blockText(child, depth + 1);
      const gap = i === 0 ? '' : child.type === 'list' && item.spread !== true ? '\n' : '\n\n';
      return gap + (child.type === 'list' ? text.replace(/^(?=.)/gm, '   ') : text);
    })
    .join('');
}

function tableText({ children }: Table): string {
  return children
    .map((row) => row.children.map((cell) => cell.children.map((c) => inlineText(c, 0)).join('')).join(' | '))
    .join('\n');
}

/** Images, raw HTML and rules have no text. */
function inlineText(node: Nodes, depth: number): string {
  if (depth > MAX_DEPTH) return '';
  if (node.type === 'text') return node.value.replace(/[^\S\n]*\n[^\S\n]*/g, ' ');
  if (node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map((child) => inlineText(child, depth + 1)).join('') : '';
}
