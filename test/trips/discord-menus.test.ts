// The menu of a message: whose words are looked for.
import { describe, expect, it } from 'vitest';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();
const WORDS = 'Pelabuhan baru dibuka pada hari Senin.';

describe('the menu of a message', () => {
  const embed = { type: 'rich', title: 'Kabar', description: WORDS };
  const forwarded = (message: object): object => ({
    message_reference: { type: 1, channel_id: '800000000000010009', message_id: '900000000000000009' },
    message_snapshots: [
      { message: { type: 0, content: '', embeds: [], attachments: [], components: [], ...message } },
    ],
  });

  it.each([
    ['its own words', WORDS, {}, WORDS],
    [
      'its own words, whatever it shows beside',
      WORDS,
      { embeds: [{ ...embed, description: 'Lain.' }] },
      WORDS,
    ],
    ['the words of what it shows', '', { embeds: [embed] }, `Kabar\n${WORDS}`],
    ['the words of a message that it passes on', '', forwarded({ content: WORDS }), WORDS],
    ['what that shows', '', forwarded({ embeds: [embed] }), `Kabar\n${WORDS}`],
  ])('looks for %s', async (...[, target, beside, wanted]) => {
    const looked: string[] = [];
    const verify = (pasted: string) => {
      looked.push(pasted);
      return Promise.resolve({ verdict: 'not found' as const, matches: [] });
    };
    const asked: string[] = [];
    const answering = scriptedApp(undefined, { verify });
    const app = scriptedApp(undefined, {
      verify,
      ask: (request) => {
        asked.push(request.question);
        return answering.ask(request);
      },
    });
    await trip.connect(app);
    for (const name of ['Check this quote', 'Find the release behind this']) {
      const used = trip.discord.menu({ name, target, beside });
      await trip.discord.until('an answer', () => answersOf(used) === 1);
      expect(used.ephemeral).toBe(true);
    }
    expect([looked, asked]).toEqual([[wanted, wanted], [wanted]]);
  });

  it('says so where there are no words', async () => {
    await trip.connect();
    const used = trip.discord.menu({ name: 'Check this quote', target: '' });
    await trip.discord.until('an answer', () => answersOf(used) === 1);
    expect(textOf(used.answers[0])).not.toBe('');
    expect(used.ephemeral).toBe(true);
  });
});
