// Whatever members do with commands, buttons, menus and forms: acknowledged at once, answered exactly once.
import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js';
import { isPrivate, noticeBody, type Body } from './body.ts';
import type { BotParts } from './bot.ts';
import type { Choice, CommandContext } from './commands/command.ts';
import { askingIn, openContext } from './context.ts';
import type { InteractionKey } from './delivery.ts';
import { isExpired } from './failure.ts';
import { messagesIn, uiLanguage } from './messages.ts';
import { waitMessage } from './messages/manners.ts';
import { commandOf, serviceFor, type Service } from './services.ts';

/** Serves one interaction; resolves when it is done with. Never rejects. */
export async function serveInteraction(parts: BotParts, interaction: Interaction): Promise<void> {
  if (!parts.desk.isNew(interaction.id)) return;
  try {
    if (interaction.isAutocomplete()) await suggest(parts, interaction);
    else if (interaction.isRepliable()) await serve(parts, interaction);
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
async function serve(parts: BotParts, interaction: RepliableInteraction): Promise<void> {
  if (parts.desk.isClosed) return refuse(parts, interaction, 'restarting');
  if (parts.desk.isFull) return refuse(parts, interaction, 'busy');
  const context = await openContext(parts, interaction).catch((error: unknown) => {
    parts.report('settings could not be read', error);
  });
  if (context === undefined) return refuse(parts, interaction, 'failed');
  const key = keyOf(interaction);
  const service = serviceFor(parts, { interaction, context });
  if (service.kind === 'refused') return parts.delivery.reply(key, noticeBody(service.why));
  if (service.kind === 'form') return parts.delivery.openForm(key, service.data);
  await serveWork(parts, { key, service, context });
}

interface Job {
  readonly key: InteractionKey;
  readonly service: Extract<Service, { readonly kind: 'work' }>;
  readonly context: CommandContext;
}

async function serveWork(parts: BotParts, { key, service, context }: Job): Promise<void> {
  const { userId } = context.place;
  const { isReading = false } = service;
  const wait = isReading ? parts.manners.read(userId) : parts.manners.begin(askingIn(context));
  if (wait !== undefined) return parts.delivery.reply(key, noticeBody(waitMessage(wait, context.language)));
  try {
    await parts.delivery.acknowledge(key, service.acknowledge);
    const body = await parts.desk.queue(() => work(parts, { key, service, context }));
    if (body === undefined) await fail(parts, { key, service, context });
    else await finish(parts, { key, service, context }, body);
  } finally {
    if (!isReading) parts.manners.finish(userId);
  }
}

/** Undefined where it failed. */
async function work({ report }: BotParts, { service }: Job): Promise<Body | undefined> {
  try {
    return await service.run();
  } catch (error) {
    report(`${service.name} failed`, error);
    return undefined;
  }
}

/** What there is no answer to is the business of the one who asked, also where everyone was to see the answer. */
async function finish({ delivery }: BotParts, { key, service }: Job, body: Body): Promise<void> {
  const isAlone = service.acknowledge === 'public' && isPrivate(body);
  await (isAlone ? delivery.finishAlone(key, body) : delivery.finish(key, body));
}

/** A message whose button was pressed stays as it is: that something failed is told beside it. */
async function fail(parts: BotParts, job: Job): Promise<void> {
  const notice = noticeBody(messagesIn(job.context.language).failed);
  if (job.service.acknowledge === 'update') await parts.delivery.tell(job.key, notice);
  else await finish(parts, job, notice);
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
  const command = commandOf(interaction);
  if (command?.suggest === undefined || !parts.manners.mayType(interaction.user.id)) return [];
  return command.suggest(interaction, await openContext(parts, interaction));
}

function refuse(
  { delivery }: BotParts,
  interaction: Interaction,
  why: 'restarting' | 'busy' | 'failed',
): Promise<void> {
  return delivery.reply(keyOf(interaction), noticeBody(messagesIn(uiLanguage(interaction.locale))[why]));
}

function keyOf({ id, token, applicationId, channelId }: Interaction): InteractionKey {
  return { id, token, applicationId, channelId };
}
