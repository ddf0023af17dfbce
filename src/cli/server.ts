// `rilis server`: what is kept of Discord servers, and who may see which source; all that `/admin` does, and more.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { GivenDocument } from '../app.ts';
import { UsageError } from '../domain/errors.ts';
import type { Guilds } from '../guilds.ts';
import { Keeper } from '../keeper.ts';
import { withApp, writeJson, type Context, type ExitCode, type Finish } from './context.ts';
import { settingsChange, withSettingsOptions, type SettingsOptions } from './server-settings.ts';
import { readSnowflake } from './snowflake.ts';
import { printableLine } from './terminal/printable.ts';

interface Opened {
  readonly guilds: Guilds;
  readonly keeper: Keeper;
}

/** Runs `work` on what is kept of servers, and prints what it gives as JSON. */
async function withKeeper(
  context: Context,
  work: (opened: Opened) => Promise<unknown>,
  json = false,
): Promise<void> {
  await withApp(context, async (app) => {
    const guilds = await context.openGuilds(context.config());
    try {
      const result = await work({ guilds, keeper: new Keeper(app, guilds) });
      if (json) await writeJson(context, result);
      else await context.results.write(`${lines(result)}\n`);
    } finally {
      await guilds.close();
    }
  });
}

/** One value a line, indented by how deep it stands. */
function lines(value: unknown, indent = ''): string {
  if (value === null || typeof value !== 'object') return `${indent}${printableLine(String(value))}`;
  const entries = Object.entries(value);
  if (entries.length === 0) return `${indent}(none)`;
  return entries
    .map(([key, inner]: [string, unknown]) => {
      const label = Array.isArray(value) ? '-' : `${printableLine(key)}:`;
      return inner !== null && typeof inner === 'object'
        ? `${indent}${label}\n${lines(inner, `${indent}  `)}`
        : `${indent}${label} ${printableLine(String(inner))}`;
    })
    .join('\n');
}

function guildId(given: string): string {
  return readSnowflake(given, 'server');
}

async function documentOf(given: string): Promise<GivenDocument> {
  if (/^https?:/i.test(given)) return { kind: 'link', url: given };
  try {
    return { kind: 'bytes', name: path.basename(given), bytes: new Uint8Array(await readFile(given)) };
  } catch (error) {
    throw new UsageError(`"${given}" can't be read: ${(error as Error).message}.`);
  }
}

interface JsonOption {
  readonly json?: true;
}

/** A subcommand: its arguments, what it does with them, and what that gives to print. */
interface Verb {
  readonly form: string;
  readonly description: string;
  readonly run: (opened: Opened, args: readonly string[]) => Promise<unknown>;
}

const VERBS: readonly Verb[] = [
  {
    form: 'list',
    description: 'every server with its settings',
    run: async ({ guilds }) => Promise.all((await guilds.guilds()).map((guild) => guilds.read(guild))),
  },
  {
    form: 'show <server>',
    description: 'the settings of one server',
    run: ({ guilds }, [guild = '']) => guilds.read(guildId(guild)),
  },
  {
    form: 'sources',
    description: 'the private sources, and the servers that may see each',
    run: ({ guilds }) => guilds.privateSources(),
  },
  {
    form: 'private <source>',
    description: 'hide a source from all servers that are not given it',
    run: async ({ guilds }, [source = '']) => {
      await guilds.makePrivate(source);
      return { private: source };
    },
  },
  {
    form: 'public <source>',
    description: 'show a source to everybody',
    run: async ({ guilds }, [source = '']) => ({ public: source, changed: await guilds.makePublic(source) }),
  },
  {
    form: 'give <source> <server>',
    description: 'make a source private where it is not, and show it to a server',
    run: async ({ guilds }, [source = '', guild = '']) => {
      await guilds.give(source, guildId(guild));
      return { given: source, server: guild };
    },
  },
  {
    form: 'take <source> <server>',
    description: 'hide a private source from a server again',
    run: async ({ guilds }, [source = '', guild = '']) => ({
      taken: source,
      server: guild,
      changed: await guilds.take(source, guildId(guild)),
    }),
  },
  {
    form: 'add <server> <file|url>',
    description: 'add a release that only this server sees',
    run: async ({ keeper }, [guild = '', given = '']) =>
      keeper.add(guildId(guild), 'Server', await documentOf(given)),
  },
  {
    form: 'remove <server> <release>',
    description: "remove a release of the server's own",
    run: async ({ keeper }, [guild = '', ref = '']) => ({
      removed: await keeper.remove(guildId(guild), ref),
    }),
  },
  {
    form: 'export <server>',
    description: 'all that is kept of a server',
    run: ({ keeper }, [guild = '']) => keeper.export(guildId(guild)),
  },
  {
    form: 'delete <server>',
    description: 'delete all that is kept of a server, its own releases included',
    run: async ({ keeper }, [guild = '']) => ({ deleted: await keeper.delete(guildId(guild)) }),
  },
];

/** An honest "nothing there" is no success of what was to be changed. */
function codeOf(result: unknown): ExitCode {
  const { removed, deleted } = (result ?? {}) as { readonly removed?: boolean; readonly deleted?: boolean };
  return removed === false || deleted === false ? 1 : 0;
}

export function addServer(program: Command, context: Context, finish: Finish): void {
  const server = program
    .command('server')
    .description('settings of Discord servers, and who may see which source');
  for (const { form, description, run } of VERBS) {
    server
      .command(form.replace('<file|url>', '<document>'))
      .description(description)
      .option('--json', 'print JSON only')
      .action(async (...given: unknown[]) => {
        const args = given.filter((one) => typeof one === 'string');
        const { json } = given[args.length] as JsonOption;
        let code: ExitCode = 0;
        const work = async (opened: Opened): Promise<unknown> => {
          const result = await run(opened, args);
          code = codeOf(result);
          return result;
        };
        await withKeeper(context, work, json === true);
        finish(code);
      });
  }
  withSettingsOptions(server.command('set <server>'))
    .option('--json', 'print JSON only')
    .description('change settings of a server; "default" leaves one to the bot again')
    .action(async (guild: string, options: SettingsOptions & JsonOption) => {
      const change = settingsChange(options);
      await withKeeper(context, ({ guilds }) => guilds.change(guildId(guild), change), options.json === true);
      finish(0);
    });
}
