// What an interaction asks for, found in the registries of commands, menus, components and forms. Does nothing yet.
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RepliableInteraction,
} from 'discord.js';
import type { Body } from './body.ts';
import type { BotParts } from './bot.ts';
import { COMMANDS } from './commands/all.ts';
import type { Command, CommandContext } from './commands/command.ts';
import { COMPONENTS } from './components/all.ts';
import type { Component, Press } from './components/component.ts';
import { answersIn } from './context.ts';
import { openId, type OpenedId } from './custom-id.ts';
import type { Acknowledgement } from './delivery.ts';
import { MENUS } from './menus/all.ts';
import { messagesIn } from './messages.ts';
import { placeMessages } from './messages/places.ts';
import { pressingMessages } from './messages/pressing.ts';
import { MODALS } from './modals/all.ts';
import type { ModalData } from './modals/modal.ts';

/** How an interaction is served. */
export type Service =
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'form'; readonly data: ModalData }
  | {
      readonly kind: 'work';
      /** For the log. */
      readonly name: string;
      readonly acknowledge: Acknowledgement;
      /** Whether it counts as no question; default false. */
      readonly isReading?: boolean;
      readonly run: () => Promise<Body>;
    };

export interface Asked<I = RepliableInteraction> {
  readonly interaction: I;
  readonly context: CommandContext;
}

/** What the member asks for. */
export function serviceFor(parts: BotParts, { interaction, context }: Asked): Service {
  const { settings, place, language } = context;
  if (!isEverywhere(parts, interaction) && !answersIn(settings, place))
    return refused(placeMessages(language).notHere(settings.channels ?? []));
  if (interaction.isChatInputCommand())
    return commandService(commandOf(interaction), { interaction, context });
  if (interaction.isMessageContextMenuCommand()) return menuService(interaction, context);
  if (interaction.isMessageComponent()) return pressService(parts, { interaction, context });
  if (interaction.isModalSubmit()) return submitService(parts, { interaction, context });
  return refused(messagesIn(language).unknown);
}

/** Whether a channel that the server does not want answers in makes no difference. */
function isEverywhere(parts: BotParts, interaction: RepliableInteraction): boolean {
  if (interaction.isChatInputCommand()) return commandOf(interaction)?.isEverywhere === true;
  if (!interaction.isMessageComponent()) return false;
  const opened = open(parts, interaction);
  return opened.kind === 'valid' && componentOf(opened.id.action)?.isEverywhere === true;
}

function componentOf(action: string): Component | undefined {
  return COMPONENTS.find((one) => one.action === action);
}

export function commandOf({
  commandName,
}: ChatInputCommandInteraction | AutocompleteInteraction): Command | undefined {
  return COMMANDS.find(({ data }) => data.name === commandName);
}

function refused(why: string): Service {
  return { kind: 'refused', why };
}

function commandService(
  command: Command | undefined,
  { interaction, context }: Asked<ChatInputCommandInteraction>,
): Service {
  if (command === undefined) return refused(messagesIn(context.language).unknown);
  const refusal = command.refuse?.(interaction, context);
  if (refusal !== undefined) return refused(refusal);
  const form = command.form?.(interaction, context);
  if (form !== undefined) return { kind: 'form', data: form };
  return {
    kind: 'work',
    name: `/${command.data.name}`,
    acknowledge: command.isPrivate(interaction, context) ? 'private' : 'public',
    run: () => command.run(interaction, context),
  };
}

function menuService(interaction: MessageContextMenuCommandInteraction, context: CommandContext): Service {
  const menu = MENUS.find(({ data }) => data.name === interaction.commandName);
  if (menu === undefined) return refused(messagesIn(context.language).unknown);
  const refusal = menu.refuse(interaction, context);
  if (refusal !== undefined) return refused(refusal);
  return {
    kind: 'work',
    name: menu.data.name,
    acknowledge: 'private',
    run: () => menu.run(interaction, context),
  };
}

function pressService(
  parts: BotParts,
  { interaction, context }: Asked<MessageComponentInteraction>,
): Service {
  const opened = open(parts, interaction);
  if (opened.kind !== 'valid') return refusedPress(opened.kind, context);
  const { action, args } = opened.id;
  const component = componentOf(action);
  if (component === undefined) return refusedPress('invalid', context);
  const press: Press = { interaction, args };
  const refusal = component.refuse?.(press, context);
  if (refusal !== undefined) return refused(refusal);
  const form = component.form?.(press, context);
  if (form !== undefined) return { kind: 'form', data: form };
  return {
    kind: 'work',
    name: `the button "${action}"`,
    acknowledge: component.acknowledge,
    isReading: component.isReading ?? false,
    run: () => component.run(press, context),
  };
}

function submitService(parts: BotParts, { interaction, context }: Asked<ModalSubmitInteraction>): Service {
  const opened = open(parts, interaction);
  if (opened.kind !== 'valid') return refusedPress(opened.kind, context);
  const { action, args } = opened.id;
  const modal = MODALS.find((one) => one.action === action);
  if (modal === undefined) return refusedPress('invalid', context);
  const submission = { interaction, args };
  return {
    kind: 'work',
    name: `the form "${action}"`,
    acknowledge: modal.acknowledge(submission),
    run: () => modal.run(submission, context),
  };
}

function open(
  { idKey }: BotParts,
  { customId, guildId, user }: MessageComponentInteraction | ModalSubmitInteraction,
): OpenedId {
  return openId(customId, { key: idKey, guildId, userId: user.id });
}

function refusedPress(why: 'invalid' | 'not-yours', { language }: CommandContext): Service {
  const messages = pressingMessages(language);
  return refused(why === 'invalid' ? messages.invalid : messages.notYours);
}
