// What misspelt words of a question were taken for. Types alone.

/** A word that releases use, in place of one that they don't. */
export interface Respelling {
  readonly term: string;
  /** How far it is trusted, in (0, 1). */
  readonly weight: number;
}

/** By the word as the question has it, lower case; the nearest first. Words without a guess are left out. */
export type Respellings = ReadonlyMap<string, readonly Respelling[]>;
