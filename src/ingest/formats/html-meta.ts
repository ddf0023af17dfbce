// What an HTML page says of itself in its head. Pure.
import { readDate } from '../dates.ts';
import type { Draft } from '../draft.ts';
import type { DomDocument } from './dom.ts';

/** The content of a meta element by name, property or item property; undefined where it is missing or blank. */
type Meta = (name: string) => string | undefined;

const DATES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'sailthru.date',
];

const SITE = ['og:site_name', 'application-name', 'publisher', 'author'];

/** Headline, date, issuer, address and language. */
export function factsOf(document: DomDocument): Omit<Draft, 'text'> {
  const meta = metaOf(document);
  return {
    title: titleOf(document, meta),
    date: dateOf(document, meta),
    source: firstOf(SITE.map(meta)),
    url: firstOf([attribute(document, 'link[rel="canonical"]', 'href'), meta('og:url')]),
    language: firstOf([attribute(document, 'html', 'lang'), meta('og:locale')]),
  };
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function titleOf(document: DomDocument, meta: Meta): string {
  const candidates = [
    meta('og:title'),
    ...['h1', 'title'].map((tag) => document.querySelector(tag)?.textContent),
  ];
  return oneLine(firstOf(candidates) ?? '');
}

function firstOf(candidates: readonly (string | null | undefined)[]): string | undefined {
  return candidates.find((candidate) => (candidate ?? '').trim() !== '') ?? undefined;
}

function attribute(document: DomDocument, selector: string, name: string): string | undefined {
  return document.querySelector(selector)?.getAttribute(name) ?? undefined;
}

function metaOf(document: DomDocument): Meta {
  const contents = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = element.getAttribute('content')?.trim();
    const key = name?.toLowerCase();
    if (key !== undefined && content !== undefined && content !== '' && !contents.has(key)) {
      contents.set(key, content);
    }
  }
  return (name) => contents.get(name);
}

/** The first date that can be read: of the head, of the page's structured data, of its first `time` element. */
function dateOf(document: DomDocument, meta: Meta): string | undefined {
  const time = document.querySelector('time');
  const candidates = [
    ...DATES.map(meta),
    structuredDate(document),
    time?.getAttribute('datetime') ?? undefined,
    time?.textContent ?? undefined,
  ];
  return candidates.find((date) => date !== undefined && readDate(date) !== undefined);
}

/** JSON-LD is often broken and nested in many ways; its one key is all that is wanted. */
function structuredDate(document: DomDocument): string | undefined {
  const data = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
  return /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(data)?.[1];
}
