// `npm run preview -- "question"`: the answer as Discord and as the terminal show it, as pages to open in a browser.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openApp } from '../src/app.ts';
import { renderAnswer as renderInTerminal } from '../src/cli/terminal/answer.ts';
import { zoneName } from '../src/cli/terminal/dates.ts';
import { createStyle } from '../src/cli/terminal/style.ts';
import { readConfig } from '../src/config.ts';
import { answerBody } from '../src/discord/answer-actions.ts';
import { keyFrom, signId } from '../src/discord/custom-id.ts';
import { renderPage } from '../src/preview/page.ts';
import { renderTerminal } from '../src/preview/terminal.ts';

const TERMINAL_COLUMNS = 100;

const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: 'preview' } },
  allowPositionals: true,
});
const question = positionals.join(' ');
const config = readConfig();
const app = await openApp(config);
const { answer } = await app.ask({ question });
await app.close();

const body = answerBody(
  {
    answer,
    asked: { question },
    language: 'id',
    userId: '0',
    isPrivate: false,
    sign: (id) => signId(id, { key: keyFrom('preview'), guildId: null }),
  },
  config.timeZone,
);
const style = createStyle({ colours: true, columns: TERMINAL_COLUMNS });
const printed = renderInTerminal(answer, { style, zone: zoneName(config.timeZone, new Date()) });
mkdirSync(values.out, { recursive: true });
for (const [name, page] of [
  ['discord.html', renderPage(body, { question })],
  ['terminal.html', renderTerminal(`npm run ask -- "${question}"`, printed)],
] as const) {
  const file = path.join(values.out, name);
  writeFileSync(file, page);
  process.stdout.write(`${file}\n`);
}
