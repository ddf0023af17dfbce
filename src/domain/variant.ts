// Other words for those of a question: what a misspelt one was taken for, and a name in another script. Types alone.

/** A word that releases use, in place of one of the question. */
export interface Variant {
  readonly term: string;
  /** How far it is trusted, in (0, 1). */
  readonly weight: number;
}

/** By the word as the question has it, lower case; the likeliest first. Words without a variant are left out. */
export type Variants = ReadonlyMap<string, readonly Variant[]>;
