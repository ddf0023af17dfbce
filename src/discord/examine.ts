// What is wrong with a set-up as Discord sees it: token, application, intents, commands, and permissions where the bot
// is to answer. Asks, and changes nothing.
import {
  ApplicationFlagsBitField,
  GatewayIntentBits,
  Routes,
  type APIApplication,
  type APIGatewayBotInfo,
  type Client,
  type RESTAPIPartialCurrentUserGuild,
} from 'discord.js';
import { requireDiscord, type Config, type DiscordConfig } from '../config.ts';
import { isRilisError } from '../domain/errors.ts';
import type { Guilds } from '../guilds.ts';
import { broken, doubtful, sound, type Finding } from '../ops/finding.ts';
import { createClient } from './client.ts';
import { isSame } from './command-difference.ts';
import { examineGuild } from './examine-guild.ts';
import { describeFailure, isUnauthorized } from './failure.ts';
import { compareCommands } from './register.ts';

const PORTAL = 'https://discord.com/developers/applications';

/** Looks at everything that Discord tells about the bot of `config`; `DISCORD_TOKEN` must be set. */
export async function examineDiscord(config: Config, guilds: Guilds): Promise<readonly Finding[]> {
  const discord = requireDiscord(config);
  const client = createClient(discord);
  client.rest.setToken(discord.token);
  try {
    const application = (await client.rest.get(Routes.currentApplication())) as APIApplication;
    return [
      sound('token', `Discord knows it as ${application.name}`),
      ...examineApplication(application, discord),
      examineIntents(application, client),
      await examineSessions(client),
      await examineCommands({ ...discord, applicationId: application.id }),
      ...(await examineGuilds(client, guilds, application.id)),
    ];
  } catch (error) {
    return [refusalOf(error)];
  } finally {
    await client.destroy();
  }
}

function refusalOf(error: unknown): Finding {
  if (isUnauthorized(error)) {
    return broken(
      'token',
      'DISCORD_TOKEN is refused by Discord',
      `Reset it at ${PORTAL} under Bot, and copy the new one into .env.`,
    );
  }
  const { name, code, status } = describeFailure(error);
  return broken(
    'Discord',
    `Discord can't be asked (${[name, status, code].filter((one) => one !== undefined).join(' ')})`,
    'Check the connection of this machine to discord.com, and DISCORD_API where it is set.',
  );
}

function examineApplication(
  { id, interactions_endpoint_url: endpoint }: APIApplication,
  { applicationId }: DiscordConfig,
): readonly Finding[] {
  const named =
    applicationId === id
      ? sound('application', id)
      : broken(
          'application',
          applicationId === undefined
            ? 'DISCORD_APPLICATION_ID is not set'
            : 'DISCORD_APPLICATION_ID is that of another application than the token',
          `Set DISCORD_APPLICATION_ID to ${id}.`,
        );
  if (endpoint == null || endpoint === '') return [named];
  return [
    named,
    broken(
      'interactions',
      'Discord sends interactions to the Interactions Endpoint URL instead of the bot',
      `Clear that address at ${PORTAL} under General Information.`,
    ),
  ];
}

/** Discord marks small applications with the second flag, those that were reviewed with the first. */
const MESSAGE_CONTENT = ['GatewayMessageContent', 'GatewayMessageContentLimited'] as const;

function examineIntents({ flags }: APIApplication, client: Client): Finding {
  if (!client.options.intents.has(GatewayIntentBits.MessageContent))
    return sound('intents', 'none that is privileged is asked for');
  return new ApplicationFlagsBitField(flags).any(MESSAGE_CONTENT)
    ? sound('intents', 'Message Content is switched on')
    : broken(
        'intents',
        'Message Content is asked for and not switched on: Discord will not let the bot connect',
        `Switch on the Message Content Intent at ${PORTAL} under Bot, or leave it out of .env.`,
      );
}

/** Below this many sessions of the day something restarts the bot over and over. */
const FEW_SESSIONS = 0.5;

async function examineSessions(client: Client): Promise<Finding> {
  const { session_start_limit: limit } = (await client.rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
  const found = `${limit.remaining} of ${limit.total} are left today`;
  return limit.remaining >= limit.total * FEW_SESSIONS
    ? sound('sessions', found)
    : doubtful(
        'sessions',
        found,
        'Look for what restarts the bot over and over: its log tells, and until then it waits before it connects.',
      );
}

async function examineCommands(discord: DiscordConfig): Promise<Finding> {
  const mend = 'Run `npm run register`; with `-- --dry-run` it shows what would change.';
  try {
    const { added, removed, changed } = await compareCommands(discord);
    const parts = [
      ['missing', added],
      ['no longer there', removed],
      ['out of date', changed.map(({ name }) => name)],
    ] as const;
    const found = parts.filter(([, names]) => names.length > 0);
    return isSame({ added, removed, changed })
      ? sound('commands', 'all are registered as they are')
      : broken('commands', found.map(([what, names]) => `${what}: ${names.join(', ')}`).join('; '), mend);
  } catch (error) {
    if (isRilisError(error)) return broken('commands', error.message, mend);
    const { name, code } = describeFailure(error);
    return broken('commands', `they can't be read (${name} ${code ?? ''})`, mend);
  }
}

/** Servers looked into, those of which something is kept first; each takes a few requests, and Discord counts them. */
const MAX_GUILDS = 100;
/** Discord's limit of a page of servers. */
const PAGE = 200;

async function examineGuilds(client: Client, guilds: Guilds, bot: string): Promise<readonly Finding[]> {
  const query = new URLSearchParams({ limit: String(PAGE) });
  const joined = (await client.rest.get(Routes.userGuilds(), { query })) as RESTAPIPartialCurrentUserGuild[];
  const ids = [...new Set([...(await guilds.guilds()), ...joined.map(({ id }) => id)])];
  const findings: Finding[] = [];
  // One server after the other: Discord counts every request.
  for (const id of ids.slice(0, MAX_GUILDS)) {
    const [{ settings }, follows] = await Promise.all([guilds.read(id), guilds.follows({ guild: id })]);
    findings.push(...(await examineGuild(client, { id, channels: settings.channels, follows, bot })));
  }
  if (joined.length === 0)
    findings.push(doubtful('servers', 'the bot is in none', 'Invite it with the address in the README.'));
  const left = ids.length - MAX_GUILDS;
  return left > 0 ? [...findings, sound('servers', `${left} or more were not looked into`)] : findings;
}
