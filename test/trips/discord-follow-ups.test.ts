// Follow-up questions in Discord: what was asked before is read back from the bot's own messages, and from nowhere else.
import { describe, expect, it } from 'vitest';
import { unescapeMarkdown } from '../../src/discord/escape.ts';
import { textOf, useBot } from '../support/bot-trip.ts';
import {
  answerTo,
  ELSEWHERE,
  FIVE,
  FOURTH,
  listeningApp,
  mention,
  OTHER,
  passesOver,
} from '../support/conversation.ts';

const trip = useBot();

const reads = (): number => trip.discord.requests.filter(({ method }) => method === 'GET').length;

describe('a reply to an answer', () => {
  it('takes up its question, and says as what it was read', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    const first = await answerTo(trip, { content: mention(FIVE) });
    const second = await answerTo(trip, { content: 'dan yang keempat?', replyTo: first });
    expect(asked.at(-1)).toMatchObject({ question: 'dan yang keempat?', earlier: [FIVE] });
    expect(unescapeMarkdown(textOf(second))).toContain(`dibaca: “${FOURTH}”`);
  });

  it('takes it up whoever had asked, and is complete itself for those who reply to it', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    const first = await answerTo(trip, { content: mention(FIVE), userId: OTHER });
    const second = await answerTo(trip, { content: 'dan yang keempat?', replyTo: first });
    await answerTo(trip, { content: 'kapan itu?', userId: OTHER, replyTo: second });
    expect(asked.map(({ earlier }) => earlier)).toEqual([[], [FIVE], [FOURTH]]);
  });

  it('that only comments on it, without a ping, is passed over', async () => {
    await trip.connect();
    const first = await answerTo(trip, { content: mention(FIVE) });
    await passesOver(trip, { content: 'dan yang keempat?', replyTo: first, ping: false });
  });
});

describe('a follow-up in a channel', () => {
  it("takes up the member's own question there, and no other's, nor one of another channel", async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    await answerTo(trip, { content: mention(FIVE) });
    await answerTo(trip, { content: mention('Berapa tarif kereta?'), userId: OTHER });
    await answerTo(trip, { content: mention('Berapa produksi beras?'), channelId: ELSEWHERE });
    await answerTo(trip, { content: mention('dan yang keempat?') });
    expect(asked.at(-1)?.earlier).toEqual([FIVE]);
    await answerTo(trip, { content: mention('dan yang keempat?'), userId: '700000000000000077' });
    expect(asked.at(-1)?.earlier).toEqual([]);
  });

  it('takes up what the member asked with a command', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    const command = trip.discord.command({ name: 'ask', options: { question: FIVE } });
    await trip.discord.until('an answer', () => command.answers.length === 1);
    await answerTo(trip, { content: mention('dan yang keempat?') });
    expect(asked.at(-1)?.earlier).toEqual([FIVE]);
  });

  it('may be a command too, which takes up what was asked with one or by a mention', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    await answerTo(trip, { content: mention(FIVE) });
    for (const question of ['dan yang keempat?', 'kapan itu?']) {
      const command = trip.discord.command({ name: 'ask', options: { question } });
      await trip.discord.until('an answer', () => command.answers.length === 1);
    }
    expect(asked.map(({ earlier }) => earlier)).toEqual([[], [FIVE], [FIVE, FOURTH]]);
  });

  it('takes up what the earlier question was narrowed to, and passes it on', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    const narrow = { from: '2024-05-01', to: '2024-05-31', source: 'Kantor *Berita* #1' };
    const command = trip.discord.command({ name: 'ask', options: { question: FIVE, ...narrow } });
    await trip.discord.until('an answer', () => command.answers.length === 1);
    expect(unescapeMarkdown(textOf(command.answers[0]))).toContain('📅 2024-05-01 – 2024-05-31');
    await answerTo(trip, { content: mention('dan yang keempat?') });
    await answerTo(trip, { content: mention('kapan itu?') });
    expect(asked.map(({ filter, earlierFilter }) => [filter ?? {}, earlierFilter])).toEqual([
      [narrow, {}],
      [{}, narrow],
      [{}, narrow],
    ]);
  });

  it('prefers what it is narrowed to itself', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    for (const options of [
      { question: FIVE, from: '2024-05-01' },
      { question: 'dan yang keempat?', to: '2024-06-30' },
      { question: 'kapan itu?' },
    ]) {
      const command = trip.discord.command({ name: 'ask', options });
      await trip.discord.until('an answer', () => command.answers.length === 1);
    }
    expect(asked.map(({ filter, earlierFilter }) => [filter, earlierFilter])).toEqual([
      [{ from: '2024-05-01' }, {}],
      [{ to: '2024-06-30' }, { from: '2024-05-01' }],
      [{}, { to: '2024-06-30' }],
    ]);
  });

  it('reads nothing back where a member merely brought the bot along', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    await answerTo(trip, { content: mention(FIVE) });
    const before = reads();
    const options = { question: 'dan yang keempat?' };
    const command = trip.discord.command({ name: 'ask', options, install: 'user' });
    await trip.discord.until('an answer', () => command.answers.length === 1);
    expect([asked.at(-1)?.earlier, reads()]).toEqual([[], before]);
  });

  it('reads nothing back for a question that stands alone', async () => {
    await trip.connect();
    await answerTo(trip, { content: mention(FIVE) });
    const before = reads();
    await answerTo(trip, { content: mention('Berapa tarif kereta kelas ekonomi dari Sagara Baru?') });
    expect(reads()).toBe(before);
  });

  it('is known after a restart', async () => {
    const { app, asked } = listeningApp();
    const bot = await trip.connect(app);
    await answerTo(trip, { content: mention(FIVE) });
    await bot.close();
    await trip.connect(app);
    await answerTo(trip, { content: mention('dan yang keempat?') });
    expect(asked.at(-1)?.earlier).toEqual([FIVE]);
  });

  it('is answered as it stands where what was said before can not be read', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    await answerTo(trip, { content: mention(FIVE) });
    trip.discord.fault({
      method: 'GET',
      path: /\/messages$/,
      times: 9,
      then: { status: 403, body: { code: 50001, message: 'Missing Access' } },
    });
    await answerTo(trip, { content: mention('dan yang keempat?') });
    expect(asked.at(-1)?.earlier).toEqual([]);
    expect(trip.logged.join('')).toContain('what was asked before could not be read');
    expect(trip.logged.join('')).not.toContain('keempat');
  });
});

describe('a follow-up in a direct message', () => {
  it('takes up what was asked there before', async () => {
    const { app, asked } = listeningApp();
    await trip.connect(app);
    const place = { direct: true, channelId: '800000000000010009' };
    await answerTo(trip, { content: FIVE, ...place });
    await answerTo(trip, { content: 'dan yang keempat?', ...place });
    await answerTo(trip, { content: 'kapan itu?', ...place });
    expect(asked.map(({ earlier }) => earlier)).toEqual([[], [FIVE], [FIVE, FOURTH]]);
  });
});
