// What a manager's options change in the settings of a server.
import type { ChatInputCommandInteraction } from 'discord.js';
import type { GuildId, GuildSettings, SettingsChange } from '../../guilds.ts';
import { cutGraphemes, displayText, escapeMarkdown } from '../escape.ts';
import { adminMessages } from '../messages/admin.ts';
import type { CommandContext } from './command.ts';

export type Changed =
  | { readonly kind: 'change'; readonly change: SettingsChange }
  | { readonly kind: 'refused'; readonly why: string };

/** Characters of what was written that a refusal repeats. */
const MAX_REPEATED = 100;

/** Reads the options of `settings`, `sources` and `channels`. */
export async function changeOf(
  interaction: ChatInputCommandInteraction,
  { context, guild }: { readonly context: CommandContext; readonly guild: GuildId },
): Promise<Changed> {
  const { options } = interaction;
  switch (options.getSubcommand()) {
    case 'sources':
      return changeSources(interaction, context, guild);
    case 'channels': {
      const ids = (name: string): readonly string[] => {
        const channel = options.getChannel(name);
        return channel === null ? [] : [channel.id];
      };
      return {
        kind: 'change',
        change:
          options.getBoolean('all') === true
            ? { channels: null }
            : listed('channels', {
                now: context.settings.channels ?? [],
                add: ids('add'),
                remove: ids('remove'),
              }),
      };
    }
    default:
      return changeSettings(interaction, context);
  }
}

function changeSettings({ options }: ChatInputCommandInteraction, { language }: CommandContext): Changed {
  const zone = options.getString('time_zone');
  if (zone !== null && !isTimeZone(zone))
    return { kind: 'refused', why: adminMessages(language).noSuchZone(repeated(zone)) };
  const given = {
    language: options.getString('language'),
    timeZone: zone,
    privateAnswers: options.getBoolean('private'),
    memberLimit: options.getInteger('member_limit'),
    guildLimit: options.getInteger('server_limit'),
  };
  const reset = options.getString('reset');
  const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  // Who sets and resets the same thing at once wants the value.
  return { kind: 'change', change: isResettable(reset, given) ? { [reset]: null, ...change } : change };
}

async function changeSources(
  { options }: ChatInputCommandInteraction,
  { keeper, language, settings }: CommandContext,
  guild: GuildId,
): Promise<Changed> {
  if (options.getBoolean('all') === true) return { kind: 'change', change: { sources: null } };
  const usable = await keeper.usableSources(guild);
  const named = ['add', 'remove'].map((name) => options.getString(name) ?? undefined);
  const unknown = named.find((source) => source !== undefined && !usable.includes(source));
  if (unknown !== undefined)
    return { kind: 'refused', why: adminMessages(language).noSuchSource(repeated(unknown)) };
  const [add, remove] = named.map((source) => (source === undefined ? [] : [source]));
  // Who takes one out of all of them wants the rest.
  const now = settings.sources ?? ((add ?? []).length > 0 ? [] : usable);
  return { kind: 'change', change: listed('sources', { now, add: add ?? [], remove: remove ?? [] }) };
}

interface Lists {
  readonly now: readonly string[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

function listed(field: 'sources' | 'channels', { now, add, remove }: Lists): SettingsChange {
  if (add.length + remove.length === 0) return {};
  return { [field]: [...new Set([...now, ...add])].filter((one) => !remove.includes(one)) };
}

function isResettable(reset: string | null, settings: object): reset is keyof GuildSettings {
  return reset !== null && Object.hasOwn(settings, reset);
}

function repeated(written: string): string {
  return escapeMarkdown(cutGraphemes(displayText(written), MAX_REPEATED));
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
