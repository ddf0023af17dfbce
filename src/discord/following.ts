// What comes of a wish to follow a topic, and what is followed.
import type { FollowWish } from '../domain/follow.ts';
import { FOLLOW_LIMITS, type FollowOutcome } from '../following.ts';
import { noticeBody, type Body } from './body.ts';
import type { CommandContext } from './commands/command.ts';
import { renderFollowed, renderFollows } from './follow-cards.ts';
import { followMessages } from './messages/follows.ts';
import type { UiLanguage } from './messages.ts';

/** Follows it and shows what it would have found; what it is refused for is said instead. */
export async function startFollow(wish: FollowWish, context: CommandContext): Promise<Body> {
  const outcome = await context.following.follow(wish);
  if (outcome.kind !== 'added') return noticeBody(refusalOf(outcome.kind, context.language));
  return renderFollowed(outcome.follow, await context.following.preview(wish), context);
}

/** A page of what somebody follows, from 0, and of what is told in the channels of a server that they manage. */
export async function followsPageOf(page: number, context: CommandContext): Promise<Body> {
  const { following, place } = context;
  const managed = place.managesGuild ? place.guildId : undefined;
  return renderFollows(await following.visibleTo(place.userId, managed), page, context);
}

function refusalOf(why: Exclude<FollowOutcome['kind'], 'added'>, language: UiLanguage): string {
  const { refusals } = followMessages(language);
  switch (why) {
    case 'own-limit':
      return refusals['own-limit'](FOLLOW_LIMITS.owner);
    case 'guild-limit':
      return refusals['guild-limit'](FOLLOW_LIMITS.guild);
    case 'same':
      return refusals.same;
  }
}
