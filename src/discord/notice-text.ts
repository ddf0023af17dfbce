// What a claimed post says: the words of its passages are read again, and checked against what may be seen there now.
import type { App } from '../app.ts';
import { destinationOf, type Follow, type Notice } from '../domain/follow.ts';
import { headerOf } from '../domain/release.ts';
import { sliceSpan } from '../domain/span.ts';
import { markOf } from '../follow/plan.ts';
import type { ClaimedPost, Guilds } from '../guilds.ts';
import { noticeBody, type Body } from './body.ts';
import { shorten } from './citation.ts';
import { marked, renderNotice, type ToldMatch } from './follow-notice.ts';
import { followMessages } from './messages/follows.ts';
import { uiLanguage } from './messages.ts';

const MAX_TOPICS = 5;
const MAX_TOPIC = 60;

/** Undefined where nothing is left to say: the releases were removed meanwhile, or may not be seen any more. */
export async function composePost(
  post: ClaimedPost,
  { app, guilds }: { readonly app: App; readonly guilds: Guilds },
): Promise<Body | undefined> {
  const mark = markOf(post.nonce);
  if (post.pauses.length > 0) return marked(pauseBody(post.pauses), mark);
  const told = await Promise.all(post.notices.map((notice) => readMatch(notice, app, guilds)));
  const matches = told.filter((match) => match !== undefined);
  const [first] = post.notices;
  if (matches.length === 0 || first === undefined) return undefined;
  const { postponed: left, missed } = post;
  return renderNotice(matches, { language: uiLanguage(first.follow.language), left, missed, mark });
}

async function readMatch(
  { follow, ref, revision, span, reason }: Notice,
  app: App,
  guilds: Guilds,
): Promise<ToldMatch | undefined> {
  const release = await app.within(await guilds.scope(follow.guild)).show(ref, revision);
  if (release === undefined) return undefined;
  const text = sliceSpan(release.text, span);
  return text === '' ? undefined : { header: headerOf(release), span, text, reason, topic: follow.topic };
}

function pauseBody(pauses: readonly Follow[]): Body {
  const [first] = pauses;
  if (first === undefined) throw new RangeError('A word of a pause needs a follow that is paused.');
  const own = followMessages(uiLanguage(first.language));
  const topics = pauses.slice(0, MAX_TOPICS).map(({ topic }) => `**${shorten(topic, MAX_TOPIC)}**`);
  const left = pauses.length - topics.length;
  const named = [...topics, ...(left > 0 ? [`… \\+${left}`] : [])].join(', ');
  return noticeBody(
    own.deadChannel(named, `<#${destinationOf(first)}>`, own.paused[first.paused ?? 'no-access']),
    false,
  );
}
