// The gateway client: what it asks Discord for, and what little of that it remembers.
import { Client, GatewayIntentBits, Options, Partials, type GuildMember, type User } from 'discord.js';

/** Guilds that never come must not keep interactions waiting. */
const WAIT_GUILD_TIMEOUT_MS = 2_000;
const REST_TIMEOUT_MS = 5_000;
/** discord.js tries again without a pause: once is for a connection that was reset, what takes longer waits elsewhere. */
const REST_RETRIES = 1;
/** Discord bans an address for a while at 10,000 refused requests in ten minutes; told of in time. */
export const INVALID_REQUESTS_TOLD = 1_000;

/** Cached messages and members serve nobody: every interaction brings its own. */
const MESSAGES_A_CHANNEL = 20;
const MEMBERS_A_GUILD = 50;
const USERS = 1_000;
const SWEEP_SECONDS = 300;
const MESSAGE_LIFE_SECONDS = 900;

const isSelf = (one: GuildMember | User): boolean => one.id === one.client.user.id;

export interface ClientNeeds {
  /** Base URL of the REST API; undefined for Discord's own. */
  readonly api: string | undefined;
  /** Whether to ask for the privileged intent for the contents of messages; default false. */
  readonly messageContent?: boolean;
}

/** A client that is not connected. */
export function createClient({ api, messageContent = false }: ClientNeeds): Client {
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    waitGuildTimeout: WAIT_GUILD_TIMEOUT_MS,
    rest: {
      ...(api === undefined ? {} : { api }),
      timeout: REST_TIMEOUT_MS,
      retries: REST_RETRIES,
      invalidRequestWarningInterval: INVALID_REQUESTS_TOLD,
    },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES_A_CHANNEL,
      GuildMemberManager: { maxSize: MEMBERS_A_GUILD, keepOverLimit: isSelf },
      UserManager: { maxSize: USERS, keepOverLimit: isSelf },
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildStickerManager: 0,
      GuildEmojiManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      AutoModerationRuleManager: 0,
      EntitlementManager: 0,
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      messages: { interval: SWEEP_SECONDS, lifetime: MESSAGE_LIFE_SECONDS },
      guildMembers: { interval: SWEEP_SECONDS, filter: () => (member) => !isSelf(member) },
      users: { interval: SWEEP_SECONDS, filter: () => (user) => !isSelf(user) },
    },
  });
}
