import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { QuestionLog } from '../../src/discord/question-log.ts';
import { answersOf, useBot } from '../support/bot-trip.ts';
import { BOT_ID } from '../support/fake-discord/gateway.ts';
import { openTestGuilds } from '../support/guilds.ts';
import { QUESTION } from '../support/requests.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();

async function askTwice(): Promise<void> {
  const asked = trip.discord.command(QUESTION);
  trip.discord.say({ content: `<@${BOT_ID}> Siapa yang hadir?`, userId: '700000000000000003' });
  await trip.discord.until('both answers', () => answersOf(asked) + trip.discord.rest.posts.length === 2);
}

describe('the words of questions', () => {
  it('are kept nowhere unless that is switched on', async () => {
    await trip.connect();
    await askTwice();
    await sleep(100);
    expect(trip.guilds.questions()).toEqual([]);
    expect(trip.logged.join('')).not.toContain('pelabuhan');
  });

  it('are kept with their day alone where it is, and not in the log', async () => {
    await trip.connect(scriptedApp(), trip.discord.token, { env: { RILIS_LOG_QUESTIONS_DAYS: '7' } });
    await askTwice();
    await trip.discord.until('both questions', () => trip.guilds.questions().length === 2);
    const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string;
    expect([...trip.guilds.questions()].sort((a, b) => (a.question < b.question ? -1 : 1))).toEqual([
      { day, question: 'Kapan pelabuhan dibuka?' },
      { day, question: 'Siapa yang hadir?' },
    ]);
    expect(trip.logged.join('')).not.toContain('pelabuhan');
  });

  it('are gone when their days are over, and all of them when it is switched off again', async () => {
    const { guilds, store } = openTestGuilds();
    let today = '2026-03-01';
    const log = (days: number | undefined): QuestionLog =>
      new QuestionLog({
        guilds,
        days,
        clock: () => new Date(`${today}T10:00:00Z`),
        report: (what) => expect.unreachable(what),
      });
    const week = log(7);
    for (const day of ['2026-03-01', '2026-03-04', '2026-03-07']) {
      today = day;
      week.note(`asked on ${day}`);
    }
    await expect.poll(() => store.questions().length).toBe(3);
    today = '2026-03-08';
    await week.forget();
    expect(store.questions().map(({ day }) => day)).toEqual(['2026-03-04', '2026-03-07']);
    await log(undefined).forget();
    expect(store.questions()).toEqual([]);
  });
});
