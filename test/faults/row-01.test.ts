import { describe, expect, it } from 'vitest';
import { anAnswer } from '../support/answers.ts';
import { answersOf, useBot } from '../support/bot-trip.ts';
import { byMember, QUESTION } from '../support/requests.ts';
import { scriptedApp } from '../support/scripted-app.ts';

const trip = useBot();

describe('row 1: the gateway is lost between acknowledgement and answer', () => {
  it('leaves one answer, resumes the session, and serves what was missed once', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await trip.connect(scriptedApp(() => held.then(() => anAnswer())));
    const asked = trip.discord.command(QUESTION);
    await trip.discord.until('the acknowledgement', () => asked.state === 'deferred');
    trip.discord.gateway.drop();
    const missed = trip.discord.command(byMember(1));
    release();
    await trip.discord.until('both answers', () => answersOf(asked) + answersOf(missed) === 2);
    expect([answersOf(asked), answersOf(missed)]).toEqual([1, 1]);
    expect(trip.discord.gateway.resumes).toBe(1);
    expect(trip.discord.gateway.identifies).toHaveLength(1);
  });
});
