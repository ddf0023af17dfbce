// Which sources somebody may see. Pure.

/** Exact names of sources, as releases give them; without both lists everything may be seen. */
export interface Scope {
  /** These alone may be seen. */
  readonly only?: readonly string[];
  /** These may not, whatever `only` says. */
  readonly except?: readonly string[];
}

/** No limit: the command line of whoever runs Rilis. */
export const EVERYTHING: Scope = {};

/** Whether releases of `source` may be seen, counted or hinted at. */
export function allowsSource({ only, except }: Scope, source: string): boolean {
  return (only === undefined || only.includes(source)) && !(except?.includes(source) ?? false);
}

export function isUnlimited({ only, except = [] }: Scope): boolean {
  return only === undefined && except.length === 0;
}
