import { expect, test } from 'vitest';
import type { Fault } from '../../../../src/ingest/draft.ts';
import { readFeed, type Entry } from '../../../../src/ingest/formats/feed.ts';

function entriesOf(content: string, base?: string): readonly (Entry | Fault)[] {
  const entries = readFeed(content, base);
  return 'fault' in entries ? [entries] : entries;
}

const rss = (items: string, channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Kabar Pelabuhan</title>${channel}${items}</channel></rss>`;

test('an RSS item has its link as name, its date, and the feed as source; its whole text goes before its summary', () => {
  const [entry] = entriesOf(
    rss(`<item><title>Dermaga &amp;amp; kapal</title><link>https://x.example/1</link><guid isPermaLink="false">g1</guid>
      <pubDate>Mon, 27 May 2024 17:07:04 +0700</pubDate><description>Ringkas.</description>
      <content:encoded><![CDATA[<h2>Awal</h2><p>Dermaga dibuka.</p><script>alert(1)</script><ul><li>satu</li><li>dua</li></ul>]]></content:encoded></item>`),
  );
  expect(entry).toEqual({
    names: ['https://x.example/1', 'g1'],
    draft: {
      title: 'Dermaga & kapal',
      date: 'Mon, 27 May 2024 17:07:04 +0700',
      source: 'Kabar Pelabuhan',
      url: 'https://x.example/1',
      language: undefined,
      text: 'Awal\n\nDermaga dibuka.\n\n- satu\n- dua',
      headings: [{ span: { start: 0, end: 4 }, level: 2 }],
    },
  });
});

test('an RDF item is read alike, and its publisher is its source', () => {
  const [entry] = entriesOf(`<?xml version="1.0"?>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://x.example/"><title>Kanal</title><link>https://x.example/</link></channel>
    <item rdf:about="https://x.example/1"><title>Judul</title><link>https://x.example/1</link><dc:date>2024-05-27T17:07:04+07:00</dc:date>
    <dc:publisher>Otoritas Pelabuhan</dc:publisher><description>Kapal pertama tiba.</description></item></rdf:RDF>`);
  expect(entry).toMatchObject({
    names: ['https://x.example/1', 'https://x.example/1'],
    draft: {
      title: 'Judul',
      date: '2024-05-27T17:07:04+07:00',
      source: 'Otoritas Pelabuhan',
      text: 'Kapal pertama tiba.',
    },
  });
});

test('an Atom entry is read by the type that its content declares: plain words are not markup', () => {
  const [plain, xhtml] =
    entriesOf(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://x.example/kabar/"><title>Kanal</title>
    <entry><title type="text">a &lt;b&gt; c</title><id>tag:x.example,2024:1</id><link rel="self" href="https://x.example/feed/1"/><link href="satu"/>
    <updated>2024-05-28T00:00:00Z</updated><published>2024-05-27T00:00:00Z</published><content type="text">Harga &lt;b&gt; naik.\n\nKedua.</content></entry>
    <entry><title>Dua</title><id>tag:x.example,2024:2</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Satu &lt; dua.</p><p>Tiga.</p></div></content></entry></feed>`);
  expect(plain).toMatchObject({
    names: ['https://x.example/kabar/satu', 'tag:x.example,2024:1'],
    draft: { title: 'a <b> c', date: '2024-05-27T00:00:00Z', text: 'Harga <b> naik.\n\nKedua.' },
  });
  expect(xhtml).toMatchObject({ names: ['tag:x.example,2024:2'], draft: { text: 'Satu < dua.\n\nTiga.' } });
});

test('an entry that only teases, or gives a headline alone, says that much; one without a headline is headed by its first sentence', () => {
  expect(
    entriesOf(
      rss(
        '<item><title>A</title><description>Ringkas.</description></item><item><title>B</title></item><item><description>Pertama. Kedua.</description></item><item><link>https://x.example</link></item>',
      ),
    ),
  ).toMatchObject([
    { names: [], draft: { title: 'A', text: 'Ringkas.' } },
    { draft: { title: 'B', text: 'B' } },
    { draft: { title: 'Pertama.', text: 'Pertama. Kedua.' } },
    { fault: 'has neither headline nor text: ingest the page itself' },
  ]);
});

test('paragraphs stay where there is no markup, and markup that was escaped twice is read as such', () => {
  expect(
    entriesOf(
      rss(
        '<item><title>A</title><description>Satu &amp;amp; dua.\n\nTiga.</description></item><item><title>B</title><description>&amp;lt;p&amp;gt;Satu.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Dua.&amp;lt;/p&amp;gt;</description></item>',
      ),
    ),
  ).toMatchObject([{ draft: { text: 'Satu & dua.\n\nTiga.' } }, { draft: { text: 'Satu.\n\nDua.' } }]);
});

test('relative links are resolved against where the feed came from', () => {
  const [entry] = entriesOf(
    rss('<item><title>A</title><link>/kabar/1</link></item>'),
    'https://x.example/feed.xml',
  );
  expect(entry).toHaveProperty('names', ['https://x.example/kabar/1']);
});

test('zones that the date of RSS has by name are read', () => {
  const [entry] = entriesOf(
    rss('<item><title>A</title><pubDate>Mon, 27 May 2024 17:07:04 EST</pubDate></item>'),
  );
  expect(entry).toHaveProperty('draft.date', 'Mon, 27 May 2024 17:07:04 -0500');
});

test('words tell the language, and the feed where they can not', () => {
  const [words, none] = entriesOf(
    rss(
      '<item><title>Dermaga baru</title><description>Pelabuhan itu akan dibuka pada hari Senin oleh menteri perhubungan.</description></item><item><title>2024</title></item>',
      '<language>en-us</language>',
    ),
  );
  expect(words).toHaveProperty('draft.language', undefined);
  expect(none).toHaveProperty('draft.language', 'en-us');
});

test('a feed that is broken in a place is read as far as it is plain', () => {
  const broken = rss(
    '<item><title>A & B</title><link>https://x.example/?a=1&b=2</link><description>Satu.</description></item><item><title>C</title><description>Dua.</description>',
  );
  expect(entriesOf(broken)).toMatchObject([
    { names: ['https://x.example/?a=1&b=2'], draft: { title: 'A & B' } },
    { draft: { title: 'C' } },
  ]);
});

test('what is no feed, or an empty one, says what to do', () => {
  expect(readFeed('<opml version="2.0"><body/></opml>')).toHaveProperty(
    'fault',
    expect.stringMatching(/^is no RSS or Atom feed/),
  );
  expect(readFeed('{"version":"https://jsonfeed.org/version/1","title":"x","items":[]}')).toHaveProperty(
    'fault',
  );
  expect(readFeed(rss(''))).toHaveProperty('fault', expect.stringMatching(/^is a feed without entries/));
});
