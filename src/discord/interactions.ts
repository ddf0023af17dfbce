// Slash commands: acknowledged at once, answered exactly once.
import type { AutocompleteInteraction, ChatInputCommandInteraction, Interaction } from 'discord.js';
import type { Body } from './body.ts';
import { noticeBody } from './body.ts';
import type { BotParts } from './bot.ts';
import { COMMANDS } from './commands/all.ts';
import type { Choice, Command, CommandContext } from './commands/command.ts';
import { answersIn, askingIn, openContext } from './context.ts';
import type { InteractionKey } from './delivery.ts';
import { isExpired } from './failure.ts';
import { messagesIn, uiLanguage } from './messages.ts';
import { waitMessage } from './messages/manners.ts';
import { placeMessages } from './messages/places.ts';

/** Serves one interaction; resolves when it is done with. Never rejects. */
export async function serveInteraction(parts: BotParts, interaction: Interaction): Promise<void> {
  if (!parts.desk.isNew(interaction.id)) return;
  try {
    if (interaction.isChatInputCommand()) await serveCommand(parts, interaction);
    else if (interaction.isAutocomplete()) await suggest(parts, interaction);
    else if (interaction.isRepliable()) await refuse(parts, interaction, 'unknown');
  } catch (error) {
    parts.report(
      isExpired(error) ? 'interaction expired before it was answered' : 'interaction failed',
      error,
    );
  }
}

/**
 * 1. refuse what can't be served, not here or not yet, before any work
 * 2. acknowledge: from here on Discord waits fifteen minutes
 * 3. work when the turn comes
 * 4. put the answer, or an honest failure, in the place of the acknowledgement
 */
async function serveCommand(parts: BotParts, interaction: ChatInputCommandInteraction): Promise<void> {
  const command = COMMANDS.find(({ data }) => data.name === interaction.commandName);
  if (command === undefined) return refuse(parts, interaction, 'unknown');
  if (parts.desk.isClosed) return refuse(parts, interaction, 'restarting');
  if (parts.desk.isFull) return refuse(parts, interaction, 'busy');
  const context = await openContext(parts, interaction).catch((error: unknown) => {
    parts.report('settings could not be read', error);
  });
  if (context === undefined) return refuse(parts, interaction, 'failed');
  const refusal = refusalOf(command, interaction, context);
  if (refusal !== undefined) return parts.delivery.reply(keyOf(interaction), noticeBody(refusal));
  const wait = parts.manners.begin(askingIn(context));
  if (wait !== undefined)
    return parts.delivery.reply(keyOf(interaction), noticeBody(waitMessage(wait, context.language)));
  try {
    await parts.delivery.defer(keyOf(interaction), command.isPrivate(interaction, context));
    const body = await parts.desk.queue(() => work(parts, { command, interaction, context }));
    await parts.delivery.finish(keyOf(interaction), body);
  } finally {
    parts.manners.finish(context.place.userId);
  }
}

function refusalOf(
  command: Command,
  interaction: ChatInputCommandInteraction,
  context: CommandContext,
): string | undefined {
  const { settings, place, language } = context;
  return command.isEverywhere === true || answersIn(settings, place)
    ? command.refuse?.(interaction, context)
    : placeMessages(language).notHere(settings.channels ?? []);
}

/** Offers nothing rather than an error: the member goes on typing. */
async function suggest(parts: BotParts, interaction: AutocompleteInteraction): Promise<void> {
  const choices = await choicesFor(parts, interaction).catch((error: unknown) => {
    parts.report('suggesting failed', error);
    return [];
  });
  await parts.delivery.choose(keyOf(interaction), choices);
}

async function choicesFor(parts: BotParts, interaction: AutocompleteInteraction): Promise<readonly Choice[]> {
  const command = COMMANDS.find(({ data }) => data.name === interaction.commandName);
  if (command?.suggest === undefined || !parts.manners.mayType(interaction.user.id)) return [];
  return command.suggest(interaction, await openContext(parts, interaction));
}

interface Job {
  readonly command: Command;
  readonly interaction: ChatInputCommandInteraction;
  readonly context: CommandContext;
}

async function work(parts: BotParts, { command, interaction, context }: Job): Promise<Body> {
  try {
    return await command.run(interaction, context);
  } catch (error) {
    parts.report(`/${command.data.name} failed`, error);
    return noticeBody(messagesIn(context.language).failed);
  }
}

function refuse(
  { delivery }: BotParts,
  interaction: Interaction,
  why: 'unknown' | 'restarting' | 'busy' | 'failed',
): Promise<void> {
  return delivery.reply(keyOf(interaction), noticeBody(messagesIn(uiLanguage(interaction.locale))[why]));
}

function keyOf({ id, token, applicationId, channelId }: Interaction): InteractionKey {
  return { id, token, applicationId, channelId };
}
