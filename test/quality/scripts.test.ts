// What holds of a question in traditional characters, and of releases in them.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { OWN_RELEASES, OWN_SET, readSet, type EvalQuestion } from '../../src/eval/sets.ts';

/** Its package has types that do not resolve. */
interface OpenCc {
  readonly Converter: (locales: { readonly from: 'cn'; readonly to: 'tw' }) => (text: string) => string;
}
const traditional = (createRequire(import.meta.url)('opencc-js') as OpenCc).Converter({
  from: 'cn',
  to: 'tw',
});

const QUESTIONS = readSet(OWN_SET).questions.filter(
  ({ lang, passage_ids: ids }) => lang === 'zh' && ids.some((id) => id.startsWith('zh/')),
);

let folder: string;
let simplified: App;
let converted: App;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rilis-scripts-'));
  const releases = path.join(folder, 'releases');
  cpSync(OWN_RELEASES, releases, { recursive: true });
  for (const name of readdirSync(path.join(releases, 'zh'))) {
    const file = path.join(releases, 'zh', name);
    writeFileSync(file, traditional(readFileSync(file, 'utf8')));
  }
  simplified = await openIn('simplified', OWN_RELEASES);
  converted = await openIn('converted', releases);
}, 120_000);

afterAll(async () => {
  await Promise.all([simplified.close(), converted.close()]);
  rmSync(folder, { recursive: true });
});

async function openIn(name: string, releases: string): Promise<App> {
  const app = await openApp({ ...readConfig({}), dataDir: path.join(folder, name), logLevel: 'silent' });
  await app.ingest([releases]);
  return app;
}

/** Where the quotes stand; the texts differ by their script. */
async function placesFor(
  app: App,
  { asked_at: at }: EvalQuestion,
  question: string,
): Promise<readonly string[]> {
  const { answer } = await app.ask({ question, ...(at === undefined ? {} : { now: new Date(at) }) });
  return answer.kind === 'answered'
    ? answer.quotes.map(({ header, span }) => `${path.basename(header.ref)} ${span.start} ${span.end}`)
    : [];
}

describe('every question on the Chinese releases', () => {
  it('is answered alike in traditional characters', async () => {
    expect(QUESTIONS.filter(({ question }) => traditional(question) !== question).length).toBeGreaterThan(80);
    for (const question of QUESTIONS) {
      const written = traditional(question.question);
      const places = await placesFor(simplified, question, question.question);
      expect(await placesFor(simplified, question, written), written).toEqual(places);
    }
  }, 120_000);

  it('is answered alike of releases in traditional characters', async () => {
    for (const question of QUESTIONS) {
      const places = await placesFor(simplified, question, question.question);
      expect(await placesFor(converted, question, question.question), question.question).toEqual(places);
    }
  }, 120_000);
});
