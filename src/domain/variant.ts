// Other words for those of a question: what a misspelt one was taken for, and a name in another script. Types alone.

/** What releases use in place of a word of the question. */
export interface Variant {
  /** A word, or two with a space between. */
  readonly term: string;
  /** How far it is trusted, in (0, 1). */
  readonly weight: number;
}

/** By the word as the question has it, lower case; the likeliest first. Words without a variant are left out. */
export type Variants = ReadonlyMap<string, readonly Variant[]>;
