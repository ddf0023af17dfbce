// Tells Discord which commands there are, or what would change if it were told.
import { REST, Routes } from 'discord.js';
import type { DiscordConfig } from '../config.ts';
import { ConfigError } from '../domain/errors.ts';
import { differenceOf, type CommandLike, type CommandsDifference } from './command-difference.ts';
import { COMMANDS } from './commands/all.ts';
import { MENUS } from './menus/all.ts';
import { isUnauthorized } from './failure.ts';

/** Every command of this version, as Discord takes it. */
export const COMMAND_DATA = [...COMMANDS, ...MENUS].map(({ data }) => data);

/** Where commands are registered: everywhere, or in one server alone. */
export function commandsRoute(applicationId: string, guildId: string | undefined): `/${string}` {
  return guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}

/**
 * Replaces the application's commands by those of this version: everywhere, or in `guildId` alone. Gives their names.
 * Throws `ConfigError` when the application's id is missing or the token is refused.
 */
export async function registerCommands(config: DiscordConfig): Promise<readonly string[]> {
  await request(config, (rest, route) => rest.put(route, { body: COMMAND_DATA }));
  return COMMAND_DATA.map(({ name }) => name);
}

/** What `registerCommands` would change; changes nothing. Throws as it does. */
export async function compareCommands(config: DiscordConfig): Promise<CommandsDifference> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = await request(config, (rest, route) => rest.get(route, { query }));
  return differenceOf(registered as readonly CommandLike[], COMMAND_DATA);
}

async function request<T>(
  { applicationId, guildId, api, token }: DiscordConfig,
  work: (rest: REST, route: `/${string}`) => Promise<T>,
): Promise<T> {
  if (applicationId === undefined) {
    throw new ConfigError([
      'DISCORD_APPLICATION_ID is not set: copy it from the General Information page of your application',
    ]);
  }
  const rest = new REST({ version: '10', ...(api === undefined ? {} : { api }) }).setToken(token);
  try {
    return await work(rest, commandsRoute(applicationId, guildId));
  } catch (error) {
    if (isUnauthorized(error))
      throw new ConfigError(['DISCORD_TOKEN is refused by Discord: reset it and copy the new one into .env']);
    throw error;
  }
}
