// What is said in a fake Discord, and what the bot answers to it.
import { expect } from 'vitest';
import type { AskRequest } from '../../src/app.ts';
import { readFollowUp } from '../../src/answer/follow-up.ts';
import { takeOver } from '../../src/engine/follow-ups.ts';
import { aReading, anAnswer, anAskResponse } from './answers.ts';
import type { BotTrip } from './bot-trip.ts';
import type { ChannelMessage } from './fake-discord/channels.ts';
import { BOT_ID, CHANNEL_ID } from './fake-discord/gateway.ts';
import type { MessageGiven } from './fake-discord/message-events.ts';
import { scriptedApp } from './scripted-app.ts';

export const FIVE = 'Apa saja lima usulan Li Qiang?';
export const FOURTH = 'Apa usulan ke-4 dari lima usulan Li Qiang?';
export const OTHER = '700000000000000009';
export const ELSEWHERE = '800000000000010002';

/** An app that keeps what it is asked, and reads follow-ups as the real one does. */
export function listeningApp() {
  const asked: AskRequest[] = [];
  const app = scriptedApp(undefined, {
    ask: (request) => {
      asked.push(request);
      const { filter = {}, earlierFilter } = request;
      const completed = readFollowUp(request.question, request.earlier ?? [])?.question;
      const reading = aReading({ ...filter, ...(completed === undefined ? {} : { completed }) });
      const within = completed === undefined ? reading : takeOver(reading, earlierFilter);
      return Promise.resolve(anAskResponse(anAnswer({ reading: within })));
    },
  });
  return { app, asked };
}

/** Somebody writes, and is answered; gives the answer. */
export async function answerTo(trip: BotTrip, given: MessageGiven): Promise<ChannelMessage> {
  const { posts, channels } = trip.discord.rest;
  const before = posts.length;
  const id = trip.discord.say(given);
  await trip.discord.until('an answer', () => posts.length > before);
  const found = channels
    .before(given.channelId ?? CHANNEL_ID, '9'.repeat(20), 50)
    .find((one) => one.referenced_message?.id === id);
  if (found === undefined) throw new Error('The bot answered something else.');
  return found;
}

/** Messages that are for nobody, then one that is answered: what was said before it has been passed over by then. */
export async function passesOver(trip: BotTrip, ...given: readonly MessageGiven[]): Promise<void> {
  const before = trip.discord.rest.posts.length;
  for (const one of given) trip.discord.say(one);
  await answerTo(trip, { content: `<@${BOT_ID}> Kapan pelabuhan dibuka?`, userId: '700000000000000099' });
  expect(trip.discord.rest.posts).toHaveLength(before + 1);
}

export const mention = (question: string): string => `<@${BOT_ID}> ${question}`;
