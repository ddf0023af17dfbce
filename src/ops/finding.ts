// What an examination of a set-up found: one value for everything that was looked at. Pure.

/** `broken`: something will not work; `doubtful`: it works, but not as one may want. */
export type Verdict = 'sound' | 'doubtful' | 'broken';

export interface Finding {
  /** What was looked at, in a word or two. */
  readonly part: string;
  readonly verdict: Verdict;
  /** What is so. */
  readonly found: string;
  /** What to do about it; absent where all is well. */
  readonly mend?: string;
}

export function sound(part: string, found: string): Finding {
  return { part, verdict: 'sound', found };
}

export function doubtful(part: string, found: string, mend: string): Finding {
  return { part, verdict: 'doubtful', found, mend };
}

export function broken(part: string, found: string, mend: string): Finding {
  return { part, verdict: 'broken', found, mend };
}
