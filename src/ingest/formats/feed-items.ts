// What the kinds of feed call by different names, under one. Pure.
import type { parseFeed } from 'feedsmith';

/** Words as a feed gives them: markup, unless it says that they are plain. */
export interface Words {
  readonly value: string;
  readonly plain: boolean;
}

export interface Item {
  readonly title: Words | undefined;
  readonly link: string | undefined;
  readonly id: string | undefined;
  /** In the order in which they are asked. */
  readonly dates: readonly string[];
  /** Who issued it, where it says so itself. */
  readonly sources: readonly Words[];
  readonly language: string | undefined;
  readonly base: string | undefined;
  readonly body: Words | undefined;
}

export interface Feed {
  readonly title: Words | undefined;
  readonly link: string | undefined;
  readonly base: string | undefined;
  readonly language: string | undefined;
  readonly items: readonly Item[];
}

type Parsed = ReturnType<typeof parseFeed>;
type FeedOf<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed'];

/** Undefined for feeds of other kinds. */
export function itemsOf(parsed: Parsed): Feed | undefined {
  if (parsed.format === 'rss') return rss(parsed.feed);
  if (parsed.format === 'rdf') return rdf(parsed.feed);
  return parsed.format === 'atom' ? atom(parsed.feed) : undefined;
}

const present = <T>(values: readonly (T | undefined)[]): readonly T[] =>
  values.filter((value) => value !== undefined);

/** Dates stay as they are written. */
const written = (dates: readonly unknown[]): readonly string[] =>
  dates.filter((date) => typeof date === 'string');

const markup = (value: string | undefined): Words | undefined =>
  value === undefined || value.trim() === '' ? undefined : { value, plain: false };

function first(...candidates: readonly (Words | undefined)[]): Words | undefined {
  return candidates.find((words) => words !== undefined);
}

/** Dublin Core, which every kind of feed may use. */
interface DublinCore {
  readonly dates?: readonly unknown[];
  readonly publishers?: readonly string[];
  readonly languages?: readonly string[];
}

const publishers = (dc: DublinCore | undefined): readonly (Words | undefined)[] =>
  dc?.publishers?.map(markup) ?? [];

function rss(feed: FeedOf<'rss'>): Feed {
  return {
    title: markup(feed.title),
    link: feed.link,
    base: feed.xml?.base,
    language: feed.language,
    items: (feed.items ?? []).map((item) => ({
      title: markup(item.title),
      link: item.link ?? permalink(item.guid) ?? alternate(item.atom?.links),
      id: item.guid?.value,
      dates: written([item.pubDate, ...(item.dc?.dates ?? []), item.atom?.updated]),
      sources: present([markup(item.source?.title), ...publishers(item.dc)]),
      language: undefined,
      base: item.xml?.base,
      body: rssBody(item),
    })),
  };
}

function rssBody(item: NonNullable<FeedOf<'rss'>['items']>[number]): Words | undefined {
  return first(
    markup(item.content?.encoded),
    markup(item.description),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- podcasts that still write it have nothing else
    markup(item.itunes?.summary),
    markup(item.media?.description?.value),
  );
}

/** RSS says that an id is an address unless it says that it is not. */
function permalink(guid: { value?: string; isPermaLink?: boolean } | undefined): string | undefined {
  return guid?.isPermaLink === false ? undefined : webId(guid?.value);
}

function rdf(feed: FeedOf<'rdf'>): Feed {
  return {
    title: markup(feed.title),
    link: feed.link,
    base: feed.xml?.base,
    language: feed.dc?.languages?.[0],
    items: (feed.items ?? []).map((item) => ({
      title: markup(item.title),
      link: item.link,
      id: item.rdf?.about,
      dates: written(item.dc?.dates ?? []),
      sources: present(publishers(item.dc)),
      language: undefined,
      base: item.xml?.base,
      body: first(markup(item.content?.encoded), markup(item.description)),
    })),
  };
}

function atom(feed: FeedOf<'atom'>): Feed {
  return {
    title: text(feed.title),
    link: alternate(feed.links),
    base: feed.xml?.base,
    language: feed.xml?.lang,
    items: (feed.entries ?? []).map((entry) => ({
      title: text(entry.title),
      link: alternate(entry.links) ?? webId(entry.id),
      id: entry.id,
      dates: written([entry.published, entry.updated]),
      sources: present([text(entry.source?.title), ...publishers(entry.dc)]),
      language: entry.xml?.lang,
      base: entry.xml?.base,
      body: atomBody(entry),
    })),
  };
}

function atomBody(entry: NonNullable<FeedOf<'atom'>['entries']>[number]): Words | undefined {
  return first(
    text(entry.content),
    text(entry.summary),
    markup(entry.media?.groups?.[0]?.description?.value),
  );
}

/** Atom's text is plain unless it says otherwise. */
function text(words: { value?: string; type?: string } | undefined): Words | undefined {
  const { value = '', type = 'text' } = words ?? {};
  return value.trim() === '' ? undefined : { value, plain: !/html|xml/i.test(type) };
}

interface Link {
  readonly href?: string;
  readonly rel?: string;
  readonly type?: string;
}

/** The page that an entry is: neither its comments nor its files. */
function alternate(links: readonly Link[] = []): string | undefined {
  const pages = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
  const page = pages.find(({ type = 'text/html' }) => type.includes('html'));
  return (page ?? pages[0] ?? links.find(({ rel }) => rel === 'self'))?.href;
}

function webId(id: string | undefined): string | undefined {
  return id !== undefined && /^https?:/i.test(id) ? id : undefined;
}
