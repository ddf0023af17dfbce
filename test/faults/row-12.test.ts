import { describe, expect, it } from 'vitest';
import { anAnswer, aQuote, aResult } from '../support/answers.ts';
import { answersOf, textOf, useBot } from '../support/bot-trip.ts';
import { BOT_ID } from '../support/fake-discord/gateway.ts';
import { faultsOf } from '../support/fake-discord/schema.ts';
import { byMember } from '../support/requests.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const PINGS = 'Halo @everyone, @here, <@1>, <@!1> dan <@&1>.';
const trip = useBot();

describe('row 12: a release or a question holds mentions', () => {
  it('pings nobody, by whatever way it is shown', async () => {
    await trip.connect(
      scriptedApp(() => Promise.resolve(anAnswer({ quotes: [aQuote({ text: PINGS })] })), {
        search: () =>
          Promise.resolve({
            results: [aResult({ text: PINGS })],
            timings: { embed: 0, lexical: 0, dense: 0, words: 0, extract: 0, total: 0 },
          }),
      }),
    );
    const shown = [
      trip.discord.command({ name: 'ask', options: { question: PINGS } }),
      trip.discord.command({ ...byMember(1), name: 'search', options: { words: PINGS } }),
    ];
    trip.discord.say({
      userId: byMember(2).userId,
      content: `<@${BOT_ID}> ${PINGS.replace('@everyone', '')}`,
    });
    await trip.discord.until(
      'all answers',
      () => shown.every((one) => answersOf(one) === 1) && trip.discord.rest.posts.length === 1,
    );
    const bodies = [...shown.flatMap(({ answers }) => answers), ...trip.discord.rest.posts];
    for (const body of bodies) expect(body.allowed_mentions).toEqual({ parse: [], replied_user: false });
    expect(textOf(shown[0]?.answers[0])).toContain('everyone');
  });

  it('is watched for in every test of the suite: the fake takes no body that could ping', () => {
    const body = { content: '@everyone' };
    expect(faultsOf('/channels/1/messages', body).join()).toContain('could ping');
    expect(faultsOf('/webhooks/1/t/messages/@original', body).join()).toContain('could ping');
    expect(faultsOf('/interactions/1/t/callback', { type: 4, data: body }).join()).toContain('could ping');
  });
});
