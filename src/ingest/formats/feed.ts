// RSS, RDF and Atom feeds: every entry is a release. Pure.
//
// The parser expands no entities but those of XML and HTML themselves, and reads no DTD.
import { parseFeed } from 'feedsmith';
import { detectLanguage } from '../../text/language.ts';
import { canonicalize } from '../../text/normalize.ts';
import { joinBlocks, titleFrom, type Draft, type Fault } from '../draft.ts';
import { itemsOf, type Feed, type Item, type Words } from './feed-items.ts';
import { readFragment } from './html.ts';

/** A release of a feed and the names that it gives itself, best first: its link, its id. Both may be missing. */
export interface Entry {
  readonly names: readonly string[];
  readonly draft: Draft;
}

const NO_FEED = 'is no RSS or Atom feed: give the address or file of one, or save the page as .html';

/** Links are resolved against `base`, the address that the feed came from. */
export function readFeed(content: string, base?: string): readonly (Entry | Fault)[] | Fault {
  const feed = parse(content);
  if (feed === undefined) return { fault: NO_FEED };
  if (feed.items.length === 0) return { fault: 'is a feed without entries: try again when it has some' };
  const { items, ...channel } = feed;
  return items.map((item) => readItem(item, channel, base));
}

/** Undefined where it is none of the three kinds. */
function parse(content: string): Feed | undefined {
  try {
    return itemsOf(parseFeed(content.trimStart()));
  } catch {
    return undefined;
  }
}

function readItem(item: Item, channel: Omit<Feed, 'items'>, base: string | undefined): Entry | Fault {
  const link = resolveLink(item.link, [item.base, channel.base, base, channel.link]);
  const read = blocksOf(item.body);
  if ('fault' in read) return read;
  const heading = lineOf(item.title);
  // An entry that gives a headline alone says that much.
  const { text, headings } = read.text === '' ? { text: heading, headings: [] } : read;
  const title = heading === '' ? titleFrom(text) : heading;
  if (text === '') return { fault: 'has neither headline nor text: ingest the page itself' };
  return {
    names: [link, item.id].filter((name) => name !== undefined),
    draft: {
      title,
      date: item.dates.map(withOffset).find((date) => date !== ''),
      source: [...item.sources, channel.title].map(lineOf).find((name) => name !== ''),
      url: link,
      // Many feeds keep the language that their software came with; the words know better.
      language:
        detectLanguage(`${title}\n${text}`) === 'und' ? (item.language ?? channel.language) : undefined,
      text,
      headings,
    },
  };
}

function resolveLink(link: string | undefined, bases: readonly (string | undefined)[]): string | undefined {
  if (link === undefined || URL.canParse(link)) return link;
  const base = bases.find((candidate) => candidate !== undefined && URL.canParse(candidate));
  return base !== undefined && URL.canParse(link, base) ? new URL(link, base).href : undefined;
}

const TAG = /<[a-z!/]/i;
/** What markup that was escaped twice looks like after the first time. */
const ESCAPED_TAG = /&lt;\/(?:a|b|div|em|li|p|span|strong)&gt;/i;

/** Plain words keep their paragraphs; markup is read as a page's body is. */
function blocksOf(words: Words | undefined): ReturnType<typeof joinBlocks> | Fault {
  if (words === undefined) return { text: '', headings: [] };
  const content = canonicalize(words.value);
  if (words.plain) return joinBlocks(paragraphsOf(content));
  if (!TAG.test(content)) {
    const paragraphs = paragraphsOf(content).map(({ text }) => ({ text: withoutEntities(text) }));
    if (!ESCAPED_TAG.test(content)) return joinBlocks(paragraphs);
    return blocksOf({ value: paragraphs.map(({ text }) => text).join('\n'), plain: false });
  }
  const blocks = readFragment(content);
  return 'fault' in blocks ? blocks : joinBlocks(blocks);
}

function paragraphsOf(content: string): { readonly text: string }[] {
  return content.split(/\n\s*\n/).map((text) => ({ text }));
}

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  const blocks = readFragment(text);
  return 'fault' in blocks ? text : blocks.map((block) => block.text).join('\n');
}

function lineOf(words: Words | undefined): string {
  const read = blocksOf(words);
  return 'fault' in read ? '' : read.text.replace(/\s+/g, ' ').trim();
}

/** The zones that RFC 822, the date of RSS, has by name. */
const OFFSETS: Readonly<Record<string, string>> = {
  UT: '+0000',
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
};

function withOffset(date: string): string {
  return date.trim().replace(/ ([A-Z]{2,3})$/, (zone, name: string) => {
    const offset = OFFSETS[name];
    return offset === undefined ? zone : ` ${offset}`;
  });
}
