// Buttons and menus of what somebody follows. Whose it is, and what the presser may, is looked up with every press.
import type { MessageComponentInteraction } from 'discord.js';
import type { Follow } from '../../domain/follow.ts';
import { noticeBody, type Body } from '../body.ts';
import type { CommandContext } from '../commands/command.ts';
import {
  CHOOSE_ACTION,
  FOLLOW_ACTION,
  LIST_ACTION,
  renderFollow,
  VERBS,
  type Verb,
} from '../follow-cards.ts';
import { followsPageOf } from '../following.ts';
import { followMessages } from '../messages/follows.ts';
import { postingRefusal } from '../posting.ts';
import type { Component } from './component.ts';

/** Its argument is the page. */
export const followsPage: Component = {
  action: LIST_ACTION,
  acknowledge: 'update',
  run: ({ args: [page = 0] }, context) => followsPageOf(page, context),
};

/** What was chosen is the id of a follow. */
export const followChoice: Component = {
  action: CHOOSE_ACTION,
  acknowledge: 'update',
  run: async ({ interaction }, context) => {
    const chosen = interaction.isStringSelectMenu() ? Number(interaction.values[0]) : NaN;
    const found = await ownFollow(chosen, context);
    return found === undefined ? gone(context) : renderFollow(found, context);
  },
};

/** Its arguments are a verb of `VERBS` and the id of a follow. */
export const followChange: Component = {
  action: FOLLOW_ACTION,
  acknowledge: 'update',
  run: async ({ interaction, args: [code, id = 0] }, context) => {
    const found = await ownFollow(id, context);
    const verb = (Object.keys(VERBS) as Verb[]).find((one) => VERBS[one] === code);
    if (found === undefined || verb === undefined) return gone(context);
    const refusal = verb === 'resume' ? resumeRefusal(interaction, found, context) : undefined;
    return refusal === undefined ? apply(verb, found, context) : renderFollow(found, context, refusal);
  },
};

async function apply(verb: Verb, { id }: Follow, context: CommandContext): Promise<Body> {
  const { guilds } = context;
  if (verb === 'remove') {
    await guilds.removeFollow(id);
    return followsPageOf(0, context);
  }
  const changes = {
    pause: { paused: 'wish' },
    resume: { paused: null },
    daily: { mode: 'daily' },
    atOnce: { mode: 'at-once' },
  } as const;
  const changed = await guilds.changeFollow(id, changes[verb]);
  return changed === undefined ? gone(context) : renderFollow(changed, context);
}

/** Undefined where it is gone, or neither the presser's nor of a server that they manage. */
async function ownFollow(id: number, { guilds, place }: CommandContext): Promise<Follow | undefined> {
  const found = Number.isSafeInteger(id) ? await guilds.readFollow(id) : undefined;
  if (found === undefined) return undefined;
  const isOwn = found.owner === place.userId;
  const manages = place.managesGuild && found.guild !== undefined && found.guild === place.guildId;
  return isOwn || manages ? found : undefined;
}

/** Who may not post to a channel any more, may not have posted there either. */
function resumeRefusal(
  interaction: MessageComponentInteraction,
  { guild, channel }: Follow,
  context: CommandContext,
): string | undefined {
  if (channel === undefined) return undefined;
  if (guild !== context.place.guildId) return followMessages(context.language).refusals.elsewhere;
  return postingRefusal(interaction, channel, context);
}

function gone({ language }: CommandContext): Body {
  return noticeBody(followMessages(language).refusals.gone);
}
