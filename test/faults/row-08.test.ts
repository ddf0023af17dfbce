import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { anAnswer } from '../support/answers.ts';
import { answersOf, useBot } from '../support/bot-trip.ts';
import { EDIT, QUESTION } from '../support/requests.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();

const expiries = (): number => trip.logged.filter((line) => line.includes('expired')).length;

describe('row 8: the time of an interaction is over', () => {
  it('gives up one that can not be acknowledged: no work, no second try, one line in the log', async () => {
    let asks = 0;
    await trip.connect(
      scriptedApp(() => {
        asks++;
        return Promise.resolve(anAnswer());
      }),
    );
    trip.discord.rest.callbackDeadlineMs = -1;
    const late = trip.discord.command(QUESTION);
    await trip.discord.until('the log', () => expiries() > 0);
    trip.discord.rest.callbackDeadlineMs = 30_000;
    const next = trip.discord.command(QUESTION);
    await trip.discord.until('the next answer', () => answersOf(next) === 1);
    expect([answersOf(late), asks, expiries()]).toEqual([0, 1, 1]);
    expect(trip.discord.requests.filter(({ path }) => path.includes(late.id))).toHaveLength(1);
  });

  it('gives up an answer that comes too late: no second try, one line in the log, no harm', async () => {
    trip.discord.rest.tokenLifeMs = 300;
    await trip.connect(
      scriptedApp(async (question) => {
        if (question.includes('pelabuhan')) await sleep(400);
        return anAnswer();
      }),
    );
    const late = trip.discord.command(QUESTION);
    await trip.discord.until('the log', () => expiries() > 0);
    trip.discord.rest.tokenLifeMs = 900_000;
    const next = trip.discord.command({ name: 'ask', options: { question: 'Kapan?' } });
    await trip.discord.until('the next answer', () => answersOf(next) === 1);
    expect([answersOf(late), expiries()]).toEqual([0, 1]);
    expect(trip.discord.requests.filter(({ path }) => EDIT.test(path))).toHaveLength(2);
  });
});
