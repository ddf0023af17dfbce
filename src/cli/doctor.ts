// `rilis doctor`: what is wrong with a set-up, and how to mend it.
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { ConfigError, isRilisError } from '../domain/errors.ts';
import { examineDisk } from '../ops/disk.ts';
import { broken, doubtful, sound, type Finding, type Verdict } from '../ops/finding.ts';
import { withApp, writeJson, type Context, type ExitCode, type Finish } from './context.ts';
import { padColumns } from './terminal/layout.ts';
import { printableLine } from './terminal/printable.ts';
import type { Style } from './terminal/style.ts';

const NO_TOKEN = broken(
  'token',
  'DISCORD_TOKEN is not set, so there is no bot',
  'Create an application at https://discord.com/developers/applications and copy its bot token into .env.',
);

async function examine(context: Context): Promise<readonly Finding[]> {
  let config: Config;
  try {
    config = context.config();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) => broken('settings', problem, 'Correct it in .env.'));
  }
  return [
    sound('settings', 'all can be read'),
    await examineDisk(config.dataDir),
    ...(await examineIndex(context)),
    ...(config.discord === undefined ? [NO_TOKEN] : await examineBot(context, config)),
  ];
}

/** What the engine says of itself; a model that can't be loaded, or a store that can't be opened, says how to mend it. */
async function examineIndex(context: Context): Promise<readonly Finding[]> {
  try {
    return await withApp(context, async (app) => {
      const { model, dimensions, releases, passages, problems } = await app.status();
      const mend = 'Run `rilis reindex`; where that does not help, remove the folder and ingest again.';
      return [
        sound('model', `${model}, ${dimensions} dimensions`),
        ...problems.map((problem) => broken('index', problem, mend)),
        releases === 0
          ? doubtful('index', 'it is empty', 'Add releases: rilis ingest <path or address>')
          : sound('index', `${releases} releases, ${passages} passages`),
      ];
    });
  } catch (error) {
    if (!isRilisError(error)) throw error;
    const part = error.code === 'MODEL' ? 'model' : 'index';
    return [broken(part, error.message, 'Do what the message says, and run this again.')];
  }
}

async function examineBot(context: Context, config: Config): Promise<readonly Finding[]> {
  const { examineDiscord } = await import('../discord/examine.ts');
  const guilds = await context.openGuilds(config);
  try {
    return await examineDiscord(config, guilds);
  } catch (error) {
    if (!isRilisError(error)) throw error;
    return [broken('servers', error.message, 'Do what the message says, and run this again.')];
  } finally {
    await guilds.close();
  }
}

const MARKS: Readonly<Record<Verdict, string>> = { sound: 'ok', doubtful: 'look', broken: 'BROKEN' };
const MARK_WIDTH = 6;
const PART_WIDTH = 12;

function render(findings: readonly Finding[], style: Style): string {
  return findings
    .map(({ part, verdict, found, mend }) => {
      const mark = padColumns(MARKS[verdict], MARK_WIDTH);
      const label = padColumns(printableLine(part), PART_WIDTH);
      const line = `${verdict === 'sound' ? style.dim(mark) : style.warn(mark)} ${label} ${printableLine(found)}\n`;
      const indent = ' '.repeat(MARK_WIDTH + PART_WIDTH + 2);
      return mend === undefined ? line : `${line}${indent}${style.accent('→')} ${printableLine(mend)}\n`;
    })
    .join('');
}

async function doctor(context: Context, json: boolean): Promise<ExitCode> {
  const findings = await examine(context);
  if (json) await writeJson(context, findings);
  else await context.results.write(render(findings, context.style));
  return findings.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
}

export function addDoctor(program: Command, context: Context, finish: Finish): void {
  program
    .command('doctor')
    .option('--json', 'print JSON only')
    .description(
      'look for what is wrong with the set-up, and say how to mend it; 1 where something is broken',
    )
    .action(async ({ json }: { json?: true }) => {
      finish(await doctor(context, json === true));
    });
}
