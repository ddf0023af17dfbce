// `npm run preview -- "question"`: the answer as Discord and as the terminal show it, as pages to open in a browser.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { renderAnswer } from '../src/discord/render.ts';
import { renderPage } from '../src/preview/page.ts';

const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: 'preview' } },
  allowPositionals: true,
});
const question = positionals.join(' ');
const config = readConfig();
const app = await openApp(config);
const { answer } = await app.ask({ question });
await app.close();
const body = renderAnswer(answer, { language: 'id', timeZone: config.timeZone });
mkdirSync(values.out, { recursive: true });
const page = path.join(values.out, 'discord.html');
writeFileSync(page, renderPage(body, { question }));
process.stdout.write(`${page}\n`);
