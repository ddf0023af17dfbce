// "Delete for good" below `/admin delete`: forgets a server. Whether the presser manages it is checked with the press.
import { ButtonStyle, ComponentType } from 'discord.js';
import { noticeBody, type Body } from '../body.ts';
import type { CommandContext } from '../commands/command.ts';
import { adminMessages } from '../messages/admin.ts';
import { pressingMessages } from '../messages/pressing.ts';
import type { Component } from './component.ts';

const ACTION = 'forget';
/** Seconds for which the button holds: what is found much later is no decision of that moment. */
const LIFE = 600;

/** Its argument is when it was offered, in seconds of the epoch. */
export const forget: Component = {
  action: ACTION,
  acknowledge: 'private',
  isEverywhere: true,
  refuse: ({ args: [offered = 0] }, { place, language }) => {
    if (!place.managesGuild || place.guildId === undefined) return adminMessages(language).managersOnly;
    return now() - offered > LIFE ? pressingMessages(language).invalid : undefined;
  },
  run: async (_, { keeper, language, place: { guildId, managesGuild } }) => {
    const messages = adminMessages(language);
    if (guildId === undefined || !managesGuild) return noticeBody(messages.managersOnly);
    await keeper.delete(guildId);
    return noticeBody(messages.deleted);
  },
};

/** What deleting would take away, with the button that does it; for the manager who asked alone. */
export function offerToForget(
  releases: number,
  { language, sign, place }: Pick<CommandContext, 'language' | 'sign' | 'place'>,
): Body {
  const messages = adminMessages(language);
  const body = noticeBody(messages.willDelete(releases));
  const button = {
    type: ComponentType.Button,
    style: ButtonStyle.Danger,
    label: messages.deleteForGood,
    custom_id: sign({ action: ACTION, args: [now()], owner: place.userId }),
  } as const;
  return {
    ...body,
    components: [...body.components, { type: ComponentType.ActionRow, components: [button] }],
  };
}

function now(): number {
  return Math.floor(Date.now() / 1_000);
}
