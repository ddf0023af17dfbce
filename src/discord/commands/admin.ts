// `/admin`: what a server's managers settle. Whether somebody manages it is checked with every interaction.
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { GuildId } from '../../guilds.ts';
import type { Keeper } from '../../keeper.ts';
import { noticeBody, withFile, type Body } from '../body.ts';
import { renderAdded, renderSettings } from '../admin-cards.ts';
import { offerToForget } from '../components/forget.ts';
import { cutGraphemes, displayText, escapeMarkdown } from '../escape.ts';
import { adminMessages } from '../messages/admin.ts';
import { changeOf } from './admin-changes.ts';
import { SUBCOMMANDS } from './admin-options.ts';
import type { Choice, Command, CommandContext } from './command.ts';

/** Discord's limits of a list of choices, and of the characters of each. */
const MAX_CHOICES = 25;
const MAX_CHOICE = 100;

/** Characters of an export: Discord takes ten megabytes, and each may be three bytes. Above, texts are left out. */
const MAX_EXPORT = 3_000_000;

/** One manager's wish, once it is certain that they may have it. */
interface Wish {
  readonly interaction: ChatInputCommandInteraction;
  readonly context: CommandContext;
  readonly guild: GuildId;
}

export const admin: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'admin',
    name_localizations: { id: 'kelola', 'zh-CN': '管理' },
    description: 'Settings of this server, for those who manage it',
    description_localizations: {
      id: 'Setelan server ini, untuk pengelolanya',
      'zh-CN': '本服务器的设置，仅限管理员',
    },
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    options: SUBCOMMANDS,
  },
  isPrivate: () => true,
  isEverywhere: true,
  // Discord lets a server's managers override who may use a command: what it hides is not yet refused.
  refuse: (_, { place, language }) =>
    place.managesGuild && place.guildId !== undefined ? undefined : adminMessages(language).managersOnly,
  suggest: async (interaction, context) => {
    const { guildId, managesGuild } = context.place;
    return managesGuild && guildId !== undefined ? suggest(interaction, context.keeper, guildId) : [];
  },
  run: (interaction, context) => {
    const { guildId: guild, managesGuild } = context.place;
    if (!managesGuild || guild === undefined)
      return Promise.resolve(noticeBody(adminMessages(context.language).managersOnly));
    const wish = { interaction, context, guild };
    const act = ACTIONS[interaction.options.getSubcommand()];
    return act === undefined ? showSettings(wish) : act(wish);
  },
};

const ACTIONS: Readonly<Record<string, (wish: Wish) => Promise<Body>>> = {
  settings: change,
  sources: change,
  channels: change,
  add,
  remove,
  export: exportAll,
  delete: offerDeletion,
};

async function change(wish: Wish): Promise<Body> {
  const { interaction, context, guild } = wish;
  const changed = await changeOf(interaction, { context, guild });
  if (changed.kind === 'refused') return noticeBody(changed.why);
  if (Object.keys(changed.change).length > 0) await context.guilds.change(guild, changed.change);
  return showSettings(wish);
}

async function showSettings({ context, guild }: Wish): Promise<Body> {
  const { guilds, keeper, language, defaultTimeZone } = context;
  const [{ settings }, own] = await Promise.all([guilds.read(guild), keeper.ownReleases(guild)]);
  return renderSettings(settings, { ownReleases: own.length, language, defaultTimeZone });
}

async function add({ interaction, context, guild }: Wish): Promise<Body> {
  const file = interaction.options.getAttachment('file');
  const link = interaction.options.getString('link');
  const name = interaction.guild?.name ?? '';
  const { keeper, language } = context;
  if (file !== null && link === null) {
    const { name: filename, url, size } = file;
    return renderAdded(
      await keeper.add(guild, name, { kind: 'attachment', name: filename, url, size }),
      language,
    );
  }
  if (link !== null && file === null)
    return renderAdded(await keeper.add(guild, name, { kind: 'link', url: link }), language);
  return noticeBody(adminMessages(language).nothingGiven);
}

async function remove({ interaction, context, guild }: Wish): Promise<Body> {
  const { keeper, language } = context;
  const messages = adminMessages(language);
  const wanted = interaction.options.getString('release', true);
  const own = (await keeper.ownReleases(guild)).find(({ ref }) => choiceOf(ref) === wanted);
  return own !== undefined && (await keeper.remove(guild, own.ref))
    ? noticeBody(messages.removed(escapeMarkdown(cutGraphemes(displayText(own.title), MAX_CHOICE))))
    : noticeBody(messages.notOwn);
}

async function exportAll({ context, guild }: Wish): Promise<Body> {
  const all = await context.keeper.export(guild);
  const whole = JSON.stringify(all, null, 2);
  const data =
    whole.length <= MAX_EXPORT
      ? whole
      : JSON.stringify({ ...all, releases: all.releases.map(({ ref, title }) => ({ ref, title })) }, null, 2);
  return withFile(adminMessages(context.language).exported, { name: `rilis-${guild}.json`, data });
}

async function offerDeletion({ context, guild }: Wish): Promise<Body> {
  return offerToForget((await context.keeper.ownReleases(guild)).length, context);
}

async function suggest(
  interaction: AutocompleteInteraction,
  keeper: Keeper,
  guild: GuildId,
): Promise<readonly Choice[]> {
  const { name, value } = interaction.options.getFocused(true);
  const typed = value.toLowerCase();
  const all = await choicesFor(name, keeper, guild);
  return all
    .filter((choice) => choice.name.toLowerCase().includes(typed) && choice.value.length <= MAX_CHOICE)
    .slice(0, MAX_CHOICES);
}

async function choicesFor(option: string, keeper: Keeper, guild: GuildId): Promise<readonly Choice[]> {
  const offer = (name: string, value = name): Choice => ({
    name: cutGraphemes(displayText(name), MAX_CHOICE) || value.slice(0, MAX_CHOICE),
    value,
  });
  if (option === 'time_zone') return Intl.supportedValuesOf('timeZone').map((zone) => offer(zone));
  if (option === 'release')
    return (await keeper.ownReleases(guild)).map(({ ref, title }) => offer(title, choiceOf(ref)));
  return (await keeper.usableSources(guild)).filter((source) => source !== '').map((source) => offer(source));
}

/** What a choice carries of a ref: Discord takes a hundred characters, and the end tells releases of one server apart. */
function choiceOf(ref: string): string {
  return ref.slice(-MAX_CHOICE);
}
