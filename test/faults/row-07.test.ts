import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { anAnswer } from '../support/answers.ts';
import { answersOf, useBot } from '../support/bot-trip.ts';
import { BOT_ID, GUILD_ID } from '../support/fake-discord/gateway.ts';
import { CALLBACK, QUESTION } from '../support/requests.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();

describe('row 7: the same event comes twice', () => {
  it('answers an interaction once, and asks the engine once', async () => {
    let asks = 0;
    await trip.connect(
      scriptedApp(() => {
        asks++;
        return Promise.resolve(anAnswer());
      }),
    );
    const asked = trip.discord.command(QUESTION);
    trip.discord.gateway.repeatLast();
    await trip.discord.until('an answer', () => answersOf(asked) === 1);
    trip.discord.gateway.repeatLast();
    await sleep(300);
    expect(trip.discord.requests.filter(({ path }) => CALLBACK.test(path))).toHaveLength(1);
    expect([asks, answersOf(asked)]).toEqual([1, 1]);
  });

  it('counts it once against what the member may ask', async () => {
    trip.guilds.change(GUILD_ID, { memberLimit: 2 });
    await trip.connect();
    const first = trip.discord.command(QUESTION);
    for (let times = 0; times < 3; times++) trip.discord.gateway.repeatLast();
    await trip.discord.until('an answer', () => answersOf(first) === 1);
    const second = trip.discord.command(QUESTION);
    await trip.discord.until('a second answer', () => answersOf(second) === 1);
    const third = trip.discord.command(QUESTION);
    await trip.discord.until('a refusal', () => answersOf(third) === 1);
    // Answers are public, refusals are not.
    expect([first, second, third].map(({ ephemeral }) => ephemeral)).toEqual([false, false, true]);
  });

  it('answers a message once', async () => {
    await trip.connect();
    trip.discord.say({ content: `<@${BOT_ID}> Kapan pelabuhan dibuka?` });
    trip.discord.gateway.repeatLast();
    await trip.discord.until('a reply', () => trip.discord.rest.posts.length === 1);
    await sleep(300);
    expect(trip.discord.rest.posts).toHaveLength(1);
  });

  it('answers once what was answered before the connection was lost and is sent again after', async () => {
    await trip.connect();
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('an answer', () => answersOf(asked) === 1);
    trip.discord.gateway.drop();
    await trip.discord.until('a resume', () => trip.discord.gateway.resumes === 1);
    trip.discord.gateway.repeatAll();
    await sleep(500);
    expect(trip.discord.requests.filter(({ path }) => CALLBACK.test(path))).toHaveLength(1);
    expect(answersOf(asked)).toBe(1);
  });
});
