// How much a stretch of text says, whatever its script. Pure.
import type { Span } from '../domain/span.ts';

/** A Chinese character says about as much as this many letters: releases of both kinds are then cut alike. */
const HAN_WEIGHT = 2.25;
const HAN = /\p{Script=Han}/gu;

/** Size of `span` in letters. */
export function sizeOf(text: string, { start, end }: Span): number {
  const han = text.slice(start, end).match(HAN)?.length ?? 0;
  return end - start + (HAN_WEIGHT - 1) * han;
}
