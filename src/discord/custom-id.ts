// Custom ids of buttons, menus and modals: what they do and for whom, signed, with nothing kept in memory. Pure: the key
// is passed in.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a press carries back. */
export interface CustomId {
  /** Lower-case letters, at most `MAX_ACTION`. */
  readonly action: string;
  /** Whole numbers from 0 that the action understands. */
  readonly args?: readonly number[];
  /** The user who alone may press; anyone who sees it where absent. */
  readonly owner?: string;
}

/** Where the id is sent, or where it came back from. */
export interface IdPlace {
  readonly key: Uint8Array;
  /** An id of one server is worth nothing in another; null outside of servers. */
  readonly guildId: string | null;
}

export type OpenedId =
  | { readonly kind: 'valid'; readonly id: Required<Omit<CustomId, 'owner'>> & Pick<CustomId, 'owner'> }
  /** `invalid` is tampered with, of another version, another key or another server. */
  | { readonly kind: 'invalid' }
  | { readonly kind: 'not-yours' };

/** Discord's limit. */
export const MAX_CUSTOM_ID = 100;
export const MAX_ACTION = 10;

/** Grows when the meaning of any action's arguments changes. */
const VERSION = '1';
const MAC_BYTES = 16;
const FORM = new RegExp(`^${VERSION}:([a-z]{1,${MAX_ACTION}}):([0-9a-z]*):([0-9a-z.]*):([\\w-]{22})$`);

/**
 * For example `1:context:3w5e11264sgsf:1a.0.2s:hTqk…`. Throws `RangeError` for an id that Discord would refuse: whoever
 * writes an action sees to it that its arguments fit.
 */
export function signId(id: CustomId, { key, guildId }: IdPlace): string {
  const body = bodyOf(id);
  const text = `${body}:${macOf(body, { key, guildId })}`;
  if (text.length > MAX_CUSTOM_ID || !FORM.test(text)) {
    throw new RangeError(
      `The custom id of "${id.action}" is malformed or longer than ${MAX_CUSTOM_ID}: ${body}`,
    );
  }
  return text;
}

function bodyOf({ action, args = [], owner }: CustomId): string {
  const user = owner === undefined ? '' : BigInt(owner).toString(36);
  return `${VERSION}:${action}:${user}:${args.map((arg) => arg.toString(36)).join('.')}`;
}

/** Of the signature. */
const MAC_LENGTH = 22;

/** `id` with as many of `more` behind its arguments as its length allows, the first ones first, each whole. */
export function withFitting(id: CustomId, more: readonly (readonly number[])[]): CustomId {
  let fitting = id;
  for (const group of more) {
    const longer = { ...fitting, args: [...(fitting.args ?? []), ...group] };
    if (bodyOf(longer).length + 1 + MAC_LENGTH > MAX_CUSTOM_ID) break;
    fitting = longer;
  }
  return fitting;
}

/** What a pressed id says, where it was signed here and `userId` may use it. */
export function openId(text: string, { userId, ...place }: IdPlace & { readonly userId: string }): OpenedId {
  const match = FORM.exec(text);
  if (match === null) return { kind: 'invalid' };
  const [, action = '', user = '', args = '', mac = ''] = match;
  const expected = macOf(text.slice(0, text.lastIndexOf(':')), place);
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return { kind: 'invalid' };
  const id = { action, args: numbersOf(args) };
  if (user === '') return { kind: 'valid', id };
  const owner = decimalOf(user);
  return owner === userId ? { kind: 'valid', id: { ...id, owner } } : { kind: 'not-yours' };
}

/** Whether an id says that anyone who sees it may press; what it says is checked when it is pressed. */
export function isForAnyone(text: string): boolean {
  return FORM.exec(text)?.[2] === '';
}

function numbersOf(args: string): readonly number[] {
  return args === '' ? [] : args.split('.').map((arg) => parseInt(arg, 36));
}

function macOf(body: string, { key, guildId }: IdPlace): string {
  const mac = createHmac('sha256', key)
    .update(`${guildId ?? ''}\n${body}`)
    .digest();
  return mac.subarray(0, MAC_BYTES).toString('base64url');
}

/** A user's id, which is too long for a number. */
function decimalOf(user: string): string {
  let value = 0n;
  for (const digit of user) value = value * 36n + BigInt(parseInt(digit, 36));
  return value.toString();
}

/** A key for ids, derived from a secret that outlives the process, such as the bot's token. */
export function keyFrom(secret: string): Uint8Array {
  return createHmac('sha256', secret).update('rilis custom ids').digest();
}
