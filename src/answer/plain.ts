// Releases as they are read for an answer. Pure.
import type { Release, ReleaseRef } from '../domain/release.ts';
import { simplify } from '../text/simplified.ts';
import type { Releases } from './candidates.ts';

/**
 * The releases with traditional Chinese characters as simplified ones, which is what questions are read in; their spans are
 * the same. Each is made once. They are for reading: quotes are of the releases themselves.
 */
export function plainReleases(releases: Releases): Releases {
  const made = new Map<ReleaseRef, Release | undefined>();
  return (ref) => {
    if (!made.has(ref)) made.set(ref, plain(releases(ref)));
    return made.get(ref);
  };
}

function plain(release: Release | undefined): Release | undefined {
  if (release?.language !== 'zh') return release;
  const [title, text] = [simplify(release.title), simplify(release.text)];
  return title === release.title && text === release.text ? release : { ...release, title, text };
}
