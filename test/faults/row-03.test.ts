import { describe, expect, it } from 'vitest';
import { answersOf, useBot } from '../support/bot-trip.ts';
import { QUESTION } from '../support/requests.ts';
import { scriptedApp } from '../support/scripted-app.ts';

/** A heartbeat of the test; Discord's is 41 seconds. */
const HEARTBEAT_MS = 200;
/** What must hold by then: the client waits up to 30 seconds for a frozen connection to close. */
const RECOVERY = { timeout: 45_000, interval: 50 };

const trip = useBot();

async function connect(): Promise<() => Promise<boolean>> {
  trip.discord.gateway.heartbeatMs = HEARTBEAT_MS;
  const bot = await trip.connect(scriptedApp(), trip.discord.token, { heartbeatMs: HEARTBEAT_MS });
  return async () => (await bot.health()).healthy;
}

async function isAnswered(): Promise<void> {
  const asked = trip.discord.command(QUESTION);
  await trip.discord.until('an answer', () => answersOf(asked) === 1);
}

describe('row 3: the gateway falls silent', () => {
  it('is unhealthy when two heartbeats go unacknowledged, and healthy when it recovered', async () => {
    const isHealthy = await connect();
    await expect.poll(isHealthy, RECOVERY).toBe(true);
    trip.discord.gateway.withholdAcks = true;
    trip.discord.gateway.isDown = true;
    await expect.poll(isHealthy, RECOVERY).toBe(false);
    trip.discord.gateway.withholdAcks = false;
    trip.discord.gateway.isDown = false;
    await expect.poll(isHealthy, RECOVERY).toBe(true);
    await isAnswered();
    expect(trip.discord.gateway.identifies).toHaveLength(1);
  });

  it('recovers from a connection that is open and dead', async () => {
    const isHealthy = await connect();
    const frozen = Date.now();
    trip.discord.gateway.freeze();
    await expect.poll(isHealthy, RECOVERY).toBe(false);
    // From the moment of the fault, not from when it was noticed.
    const left = { ...RECOVERY, timeout: RECOVERY.timeout - (Date.now() - frozen) };
    await expect.poll(isHealthy, left).toBe(true);
    await isAnswered();
  }, 90_000);

  it('is unhealthy as well while it is the engine that does not answer', async () => {
    const bot = await trip.connect(
      scriptedApp(undefined, { ping: () => Promise.reject(new Error('the worker ended')) }),
    );
    expect(await bot.health()).toMatchObject({ healthy: false, gateway: { healthy: true } });
  });
});
