// An App that releases come into while a test runs; a topic matches the first paragraph that holds its words.
import type { App } from '../../src/app.ts';
import type { Match } from '../../src/domain/follow.ts';
import { headerOf, type Release } from '../../src/domain/release.ts';
import { allowsSource, EVERYTHING, type Scope } from '../../src/domain/scope.ts';
import { passagesOf } from './builders.ts';
import { NOON } from './follows.ts';
import { scriptedApp } from './scripted-app.ts';

export interface NewsApp extends App {
  /** Takes a release in; `readAt` is in milliseconds since 1970, by default noon of the tests. */
  readonly publish: (release: Release, readAt?: number) => void;
  /** Throws the index away: what comes next is numbered from 1 again. */
  readonly forget: () => void;
}

interface Published {
  readonly number: number;
  readonly release: Release;
  readonly readAt: string;
}

export function newsApp(): NewsApp {
  let all: Published[] = [];
  let last = 0;
  const current = (): readonly Published[] => all;
  return Object.assign(appWithin(EVERYTHING, current), {
    within: (scope: Scope) => appWithin(scope, current),
    publish: (release: Release, readAt = NOON) => {
      all = all.filter((one) => one.release.ref !== release.ref);
      all.push({ number: ++last, release, readAt: new Date(readAt).toISOString() });
    },
    forget: () => {
      all = [];
      last = 0;
    },
  });
}

function appWithin(scope: Scope, current: () => readonly Published[]): App {
  const seen = (): readonly Release[] =>
    current()
      .map(({ release }) => release)
      .filter(({ source }) => allowsSource(scope, source));
  return scriptedApp(undefined, {
    news: (after, limit) =>
      Promise.resolve(
        current()
          .filter(({ number }) => number > after)
          .slice(0, limit)
          .map(({ number, release: { ref, revision }, readAt }) => ({ number, ref, revision, readAt })),
      ),
    match: ({ topic, filter, news }) =>
      Promise.resolve(
        seen()
          .filter(({ ref, source }) => (news?.includes(ref) ?? true) && source.includes(filter?.source ?? ''))
          .flatMap((release) => matchIn(release, topic) ?? []),
      ),
    show: (ref, revision) =>
      Promise.resolve(
        seen().find((one) => one.ref === ref && (revision === undefined || one.revision === revision)),
      ),
    sources: () => Promise.resolve([]),
    list: () => Promise.resolve(seen().map(headerOf)),
  });
}

function matchIn(release: Release, topic: string): Match | undefined {
  const passage = passagesOf(release).find(({ span }) =>
    release.text.slice(span.start, span.end).toLowerCase().includes(topic),
  );
  if (passage === undefined) return undefined;
  const { span } = passage;
  const reason = { words: [topic], coverage: 1, cosine: 0.5 };
  return { header: headerOf(release), span, text: release.text.slice(span.start, span.end), reason };
}
