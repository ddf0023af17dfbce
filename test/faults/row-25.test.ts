import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { headerOf } from '../../src/domain/release.ts';
import { useBot } from '../support/bot-trip.ts';
import { aRelease } from '../support/builders.ts';
import { GUILD_ID } from '../support/fake-discord/gateway.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();
const OTHER = '850000000000000001';

describe('row 25: the bot is removed from a server', () => {
  it('deletes what was kept of it, its own releases first, and nothing of another', async () => {
    const own = trip.guilds.ownSource(GUILD_ID, 'Ruang Pers');
    trip.guilds.change(GUILD_ID, { language: 'zh' });
    trip.guilds.change(OTHER, { language: 'zh' });
    const removed: string[] = [];
    let privateMeanwhile = true;
    await trip.connect(
      scriptedApp(undefined, {
        list: () => Promise.resolve([headerOf(aRelease({ ref: `guild/${GUILD_ID}/a.txt`, source: own }))]),
        remove: (ref) => {
          removed.push(ref);
          privateMeanwhile &&= trip.guilds.privateSources().some(({ source }) => source === own);
          return Promise.resolve(true);
        },
      }),
    );
    trip.discord.gateway.dispatch('GUILD_DELETE', { id: GUILD_ID });
    await trip.discord.until('it to be forgotten', () => !trip.guilds.guilds().includes(GUILD_ID));
    expect(removed).toEqual([`guild/${GUILD_ID}/a.txt`]);
    expect(privateMeanwhile).toBe(true);
    expect(trip.guilds.guilds()).toEqual([OTHER]);
  });

  it('keeps everything through an outage of the server', async () => {
    trip.guilds.change(GUILD_ID, { language: 'zh' });
    await trip.connect();
    trip.discord.gateway.dispatch('GUILD_DELETE', { id: GUILD_ID, unavailable: true });
    await sleep(300);
    expect(trip.guilds.read(GUILD_ID).settings).toEqual({ language: 'zh' });
  });
});
