// The options of `rilis server set`, as a change of a server's settings.
import type { Command } from 'commander';
import { IANAZone } from 'luxon';
import { UsageError } from '../domain/errors.ts';
import type { SettingsChange } from '../guilds.ts';

export interface SettingsOptions {
  readonly sources?: readonly string[];
  readonly channels?: readonly string[];
  readonly language?: string;
  readonly timeZone?: string;
  readonly answers?: string;
  readonly memberLimit?: string;
  readonly serverLimit?: string;
}

const DEFAULT = 'default';
const MAX_LIMIT = 1_000;

export function withSettingsOptions(command: Command): Command {
  return command
    .option('--sources <names...>', 'the sources it uses, by their exact names')
    .option('--channels <ids...>', 'the channels in which the bot answers')
    .option('--language <code>', 'id, en or zh')
    .option('--time-zone <zone>', 'such as Asia/Jakarta')
    .option('--answers <who>', 'public or private')
    .option('--member-limit <n>', 'questions a minute of one member')
    .option('--server-limit <n>', 'questions a minute of all members');
}

/** Throws `UsageError` for a value that is none. */
export function settingsChange(options: SettingsOptions): SettingsChange {
  const change = {
    sources: read(options.sources?.join('\n'), () => options.sources),
    channels: read(options.channels?.join('\n'), () => options.channels?.map(channelId)),
    language: read(options.language, (code) => among(code, ['id', 'en', 'zh'])),
    timeZone: read(options.timeZone, zoneOf),
    privateAnswers: read(options.answers, (who) => among(who, ['public', 'private']) === 'private'),
    memberLimit: read(options.memberLimit, limitOf),
    guildLimit: read(options.serverLimit, limitOf),
  };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function read<T>(given: string | undefined, parse: (given: string) => T): T | null | undefined {
  if (given === undefined) return undefined;
  return given === DEFAULT ? null : parse(given);
}

function among(given: string, known: readonly string[]): string {
  if (known.includes(given)) return given;
  throw new UsageError(`"${given}" is none of ${known.join(', ')} and ${DEFAULT}.`);
}

function zoneOf(given: string): string {
  if (IANAZone.isValidZone(given)) return given;
  throw new UsageError(`"${given}" is no time zone: write it as Asia/Jakarta.`);
}

function channelId(given: string): string {
  if (/^\d{17,20}$/.test(given)) return given;
  throw new UsageError(`"${given}" is no id of a channel: 17 to 20 digits.`);
}

function limitOf(given: string): number {
  const limit = Number(given);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new UsageError(`"${given}" is no number from 1 to ${MAX_LIMIT}.`);
}
