// `npm run preview -- "question"`: the answer as Discord and as the terminal show it, as pages to open in a browser;
// `npm run preview -- --topic "topic"`: the notice that a follow of the topic would give;
// `npm run preview -- --quote "words"`: whether they are in the releases, word for word.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openApp } from '../src/app.ts';
import { renderAnswer as renderInTerminal } from '../src/cli/terminal/answer.ts';
import { zoneName } from '../src/cli/terminal/dates.ts';
import { createStyle } from '../src/cli/terminal/style.ts';
import { readConfig } from '../src/config.ts';
import { answerBody } from '../src/discord/answer-actions.ts';
import { checkQuote } from '../src/discord/commands/verify.ts';
import { keyFrom, signId } from '../src/discord/custom-id.ts';
import { renderNotice } from '../src/discord/follow-notice.ts';
import { renderPage } from '../src/preview/page.ts';
import { renderTerminal } from '../src/preview/terminal.ts';

const TERMINAL_COLUMNS = 100;

/** As many as a notice of one ingest mostly has. */
const MATCHES = 3;

const { values, positionals } = parseArgs({
  options: {
    out: { type: 'string', default: 'preview' },
    topic: { type: 'string' },
    quote: { type: 'string' },
  },
  allowPositionals: true,
});
const config = readConfig();
const app = await openApp(config);
const pages = await pagesOf(values);
await app.close();

mkdirSync(values.out, { recursive: true });
for (const [name, page] of pages) {
  const file = path.join(values.out, name);
  writeFileSync(file, page);
  process.stdout.write(`${file}\n`);
}

async function pagesOf({ topic, quote }: typeof values): Promise<readonly Page[]> {
  if (topic !== undefined) return noticePages(topic);
  if (quote === undefined) return answerPages(positionals.join(' '));
  const body = await checkQuote(quote, { library: app, language: 'id' });
  return [['quote.html', renderPage(body, { question: `/periksa ${quote}` })]];
}

type Page = readonly [name: string, html: string];

async function answerPages(question: string): Promise<readonly Page[]> {
  const { answer } = await app.ask({ question });
  const body = answerBody(
    {
      answer,
      asked: { question },
      language: 'id',
      userId: '0',
      isPrivate: false,
      mayThread: true,
      sign: (id) => signId(id, { key: keyFrom('preview'), guildId: null }),
    },
    config.timeZone,
  );
  const style = createStyle({ colours: true, columns: TERMINAL_COLUMNS });
  const printed = renderInTerminal(answer, { style, zone: zoneName(config.timeZone, new Date()) });
  return [
    ['discord.html', renderPage(body, { question })],
    ['terminal.html', renderTerminal(`npm run ask -- "${question}"`, printed)],
  ];
}

async function noticePages(topic: string): Promise<readonly Page[]> {
  const matches = await app.match({ topic });
  if (matches.length === 0) {
    process.stderr.write('No release is about that topic.\n');
    return [];
  }
  const told = matches.slice(0, MATCHES).map((match) => ({ ...match, topic }));
  return [['notice.html', renderPage(renderNotice(told, { language: 'id' }))]];
}
