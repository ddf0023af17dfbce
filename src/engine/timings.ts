// Milliseconds of several searches for one question. Pure.
import type { Timings } from '../app.ts';

export function addTimings(one: Timings, other: Timings): Timings {
  return {
    embed: one.embed + other.embed,
    lexical: one.lexical + other.lexical,
    dense: one.dense + other.dense,
    words: one.words + other.words,
    extract: one.extract + other.extract,
    total: one.total + other.total,
  };
}
