import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { BOT_ID } from '../support/fake-discord/gateway.ts';
import { byMember } from '../support/requests.ts';

const trip = useBot();
const FLOOD = 'a\u0300'.repeat(3_000);

describe('row 17: a question is too long or a flood of marks', () => {
  it('is refused politely and in private', async () => {
    await trip.connect();
    const long = trip.discord.command({ name: 'ask', options: { question: FLOOD } });
    const undated = trip.discord.command({ name: 'ask', options: { question: 'Kapan?', from: 'kemarin' } });
    await trip.discord.until('two refusals', () => answersOf(long) + answersOf(undated) === 2);
    expect([long.ephemeral, undated.ephemeral]).toEqual([true, true]);
    expect(textOf(undated.answers[0])).toContain('bukan tanggal');
  });

  it('is refused in a channel too', async () => {
    await trip.connect();
    trip.discord.say({ content: `<@${BOT_ID}> ${FLOOD}` });
    await trip.discord.until('a reply', () => trip.discord.rest.posts.length === 1);
    expect(textOf(trip.discord.rest.posts[0]).length).toBeLessThan(300);
  });

  it('never makes Rilis send what Discord would refuse, whatever is asked', async () => {
    await trip.connect();
    const questions = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 1_200 }), {
      numRuns: 40,
      seed: 17,
    });
    const asked = questions.map((question, i) =>
      trip.discord.command({ ...byMember(i), options: { question } }),
    );
    await trip.discord.until('all answers', () => asked.every((one) => answersOf(one) === 1), 20_000);
    expect(trip.discord.violations).toEqual([]);
  });
});
