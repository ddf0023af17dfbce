// What Rilis asks of Discord, as patterns of methods and paths.
export const CALLBACK = /^\/interactions\/.*\/callback$/;
export const EDIT = /^\/webhooks\/.*\/messages\/@original$/;
export const POST = /^\/channels\/\d+\/messages$/;

/** A command that the scripted app answers. */
export const QUESTION = { name: 'ask', options: { question: 'Kapan pelabuhan dibuka?' } };

/** The same, asked by the `i`th of many members of several servers: what one may ask is a matter of manners. */
export function byMember(i: number): typeof QUESTION & { readonly userId: string; readonly guildId: string } {
  return { ...QUESTION, ...memberOf(i) };
}

export function memberOf(i: number): { readonly userId: string; readonly guildId: string } {
  return {
    userId: `${710_000_000_000_000_000n + BigInt(i)}`,
    guildId: `${810_000_000_000_000_000n + BigInt(i % 50)}`,
  };
}
