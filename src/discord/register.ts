// Tells Discord which commands there are.
import { REST, Routes } from 'discord.js';
import type { DiscordConfig } from '../config.ts';
import { ConfigError } from '../domain/errors.ts';
import { COMMANDS } from './commands/all.ts';
import { MENUS } from './menus/all.ts';
import { isUnauthorized } from './failure.ts';

/**
 * Replaces the application's commands by those of this version: everywhere, or in `guildId` alone. Gives their names.
 * Throws `ConfigError` when the application's id is missing or the token is refused.
 */
export async function registerCommands(config: DiscordConfig): Promise<readonly string[]> {
  const { applicationId, guildId, api, token } = config;
  if (applicationId === undefined) {
    throw new ConfigError([
      'DISCORD_APPLICATION_ID is not set: copy it from the General Information page of your application',
    ]);
  }
  const registered = [...COMMANDS, ...MENUS].map(({ data }) => data);
  const rest = new REST({ version: '10', ...(api === undefined ? {} : { api }) }).setToken(token);
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  try {
    await rest.put(route, { body: registered });
  } catch (error) {
    if (isUnauthorized(error))
      throw new ConfigError(['DISCORD_TOKEN is refused by Discord: reset it and copy the new one into .env']);
    throw error;
  }
  return registered.map(({ name }) => name);
}
