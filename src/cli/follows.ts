// `rilis follows`: the topics that are followed in Discord, and what a topic would find.
import { InvalidArgumentError, type Command } from 'commander';
import { UsageError } from '../domain/errors.ts';
import type { Follow } from '../domain/follow.ts';
import { Following, PREVIEW_DAYS } from '../following.ts';
import type { Guilds } from '../guilds.ts';
import { withApp, writeJson, type Context, type ExitCode, type Finish } from './context.ts';
import { questionOf } from './questions.ts';
import { matchRecord } from './records.ts';
import { readSnowflake } from './snowflake.ts';
import { uiLanguage } from './terminal/messages.ts';
import { printableLine } from './terminal/printable.ts';
import { renderMatches } from './terminal/results.ts';
import type { Style } from './terminal/style.ts';

interface JsonOption {
  readonly json?: true;
}

interface ListOptions extends JsonOption {
  readonly owner?: string;
  readonly server?: string;
}

interface PreviewOptions extends JsonOption {
  readonly source?: string;
  readonly server?: string;
  readonly days: number;
}

async function withGuilds<T>(context: Context, work: (guilds: Guilds) => Promise<T>): Promise<T> {
  const guilds = await context.openGuilds(context.config());
  try {
    return await work(guilds);
  } finally {
    await guilds.close();
  }
}

async function list(context: Context, { owner, server, json }: ListOptions): Promise<void> {
  const of = {
    ...(owner === undefined ? {} : { owner: readSnowflake(owner, 'user') }),
    ...(server === undefined ? {} : { guild: readSnowflake(server, 'server') }),
  };
  const follows = await withGuilds(context, (guilds) => guilds.follows(of));
  if (json === true) return writeJson(context, follows);
  for (const follow of follows) await context.results.write(renderLine(follow, context.style));
}

/** One line a follow: id, topic, where it is told, of whom. */
function renderLine(follow: Follow, style: Style): string {
  const { id, topic, channel, owner, guild, source, mode, paused } = follow;
  const facts = [
    channel === undefined ? 'by direct message' : `in channel ${channel} of server ${guild ?? ''}`,
    `for ${owner}`,
    ...(source === undefined ? [] : [`source ${source}`]),
    ...(mode === 'daily' ? ['daily'] : []),
    ...(paused === undefined ? [] : [`paused (${paused})`]),
  ].map(printableLine);
  return `${id} ${style.bold(printableLine(topic))} ${style.dim(facts.join(' · '))}\n`;
}

/** Its id is printed by `list`. Throws `UsageError` for what is no id. */
async function remove(context: Context, given: string, json: boolean): Promise<ExitCode> {
  const id = Number(given);
  if (!Number.isSafeInteger(id) || id < 1)
    throw new UsageError(`"${given}" is no id of a follow: take one that \`rilis follows list\` prints.`);
  const removed = await withGuilds(context, (guilds) => guilds.removeFollow(id));
  if (json) await writeJson(context, { removed });
  else await context.results.write(removed ? `Removed ${id}.\n` : `There is no follow ${id}.\n`);
  return removed ? 0 : 1;
}

async function preview(context: Context, words: readonly string[], options: PreviewOptions): Promise<void> {
  const topic = questionOf(words);
  const { source, server, days, json } = options;
  const wish = {
    topic,
    ...(source === undefined ? {} : { source }),
    ...(server === undefined ? {} : { guild: readSnowflake(server, 'server') }),
    timeZone: context.config().timeZone,
  };
  const matches = await withApp(context, (app) =>
    withGuilds(context, (guilds) => new Following(app, guilds).preview(wish, days)),
  );
  if (json === true) return writeJson(context, matches.map(matchRecord));
  const [first] = matches;
  const language = uiLanguage(first?.header.language ?? 'en');
  await context.results.write(renderMatches(matches, { style: context.style, language }));
}

const MAX_DAYS = 36_500;

function parseDays(value: string): number {
  const days = Number(value);
  if (Number.isInteger(days) && days >= 1 && days <= MAX_DAYS) return days;
  throw new InvalidArgumentError(`Give a whole number of days from 1 to ${MAX_DAYS}.`);
}

export function addFollows(program: Command, context: Context, finish: Finish): void {
  const follows = program
    .command('follows')
    .description('topics that are followed in Discord, and what one would find');
  follows
    .command('list')
    .description('print what is followed, the oldest first')
    .option('--owner <user>', 'only what this user follows')
    .option('--server <server>', 'only what is told in channels of this server')
    .option('--json', 'print JSON only')
    .action(async (options: ListOptions) => {
      await list(context, options);
      finish(0);
    });
  follows
    .command('remove')
    .argument('<id>', 'as `rilis follows list` prints it')
    .description('stop telling of a topic')
    .option('--json', 'print JSON only')
    .action(async (id: string, { json }: JsonOption) => {
      finish(await remove(context, id, json === true));
    });
  follows
    .command('preview')
    .argument('<topic...>', 'a few words, such as rice production')
    .description('print what a topic would have sent, best first')
    .option('--source <name>', 'only releases whose source contains this')
    .option('--server <server>', 'of what this server may see; default what is public')
    .option('--days <n>', 'of releases published so many days ago at most', parseDays, PREVIEW_DAYS)
    .option('--json', 'print JSON only')
    .action(async (words: string[], options: PreviewOptions) => {
      await preview(context, words, options);
      finish(0);
    });
}
