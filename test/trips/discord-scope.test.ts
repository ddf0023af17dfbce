import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/domain/scope.ts';
import { allowsSource } from '../../src/domain/scope.ts';
import { aQuote, anAnswer } from '../support/answers.ts';
import { textOf, useBot } from '../support/bot-trip.ts';
import { aRelease } from '../support/builders.ts';
import { headerOf } from '../../src/domain/release.ts';
import type { InteractionGiven } from '../support/fake-discord/events.ts';
import { GUILD_ID } from '../support/fake-discord/gateway.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();
const OTHER = '860000000000000001';
const SECRET = 'Rahasia Negara';

/** An app that shows one release, where its source may be seen. */
function appWithSecret() {
  const release = aRelease({
    source: SECRET,
    title: `Pengumuman ${SECRET}`,
    text: `Isi ${SECRET} yang utuh.`,
  });
  const header = headerOf(release);
  const within = ({ except, only }: Scope) => {
    const seen = allowsSource({ ...(only && { only }), ...(except && { except }) }, SECRET);
    const quotes = [aQuote({ header, text: release.text })];
    return scriptedApp(() => Promise.resolve(seen ? anAnswer({ quotes }) : anAnswer()), {
      list: () => Promise.resolve(seen ? [header] : []),
      suggest: () => Promise.resolve(seen ? [header] : []),
      sources: () => Promise.resolve(seen ? [{ source: SECRET, releases: 1 }] : []),
    });
  };
  return scriptedApp(undefined, { within });
}

describe('a source that one server was given', () => {
  it.each<[string, Partial<InteractionGiven>, boolean]>([
    ['that server', {}, true],
    ['another server', { guildId: OTHER }, false],
    ['that server, when a member brought the bot along', { install: 'user' }, false],
  ])('in %s', async (_, who, seen) => {
    trip.guilds.give(SECRET, GUILD_ID);
    await trip.connect(appWithSecret());
    const wishes: readonly InteractionGiven[] = [
      { name: 'ask', options: { question: 'Apa isinya?' } },
      { name: 'latest' },
      { name: 'sources' },
      { name: 'release', options: { headline: 'pen' }, type: 4, focused: 'headline' },
    ];
    for (const wish of wishes) {
      const asked = trip.discord.command({ ...wish, ...who });
      await trip.discord.until('a reply', () => asked.state === 'answered');
      const shown = `${textOf(asked.answers[0])} ${JSON.stringify(asked.choices ?? [])}`;
      expect(shown.includes(SECRET), wish.name).toBe(seen);
    }
  });
});
