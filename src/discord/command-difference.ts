// What tells two lists of commands apart, whatever Discord adds to them by itself. Pure.

/** A command as it is sent, or as Discord gives it back. */
export interface CommandLike {
  readonly name: string;
  readonly type?: number | undefined;
}

export interface CommandsDifference {
  /** Names of commands that would be new, gone, or other. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly name: string; readonly fields: readonly string[] }[];
}

/** What Discord adds of its own: none of it is ever sent. */
const ADDED = new Set(['id', 'application_id', 'guild_id', 'version', 'dm_permission', 'handler', 'nsfw']);
/** Discord's word for what was left out. */
const DEFAULTS: Readonly<Record<string, unknown>> = { type: 1, required: false, autocomplete: false };

/** What would change if `wanted` took the place of `registered`. */
export function differenceOf(
  registered: readonly CommandLike[],
  wanted: readonly CommandLike[],
): CommandsDifference {
  const before = byName(registered);
  const after = byName(wanted);
  const common = [...after].flatMap(([key, command]) => {
    const old = before.get(key);
    return old === undefined ? [] : [{ name: command.name, fields: fieldsThatDiffer(old, command) }];
  });
  const namesOutside = (one: ReadonlyMap<string, CommandLike>, other: ReadonlyMap<string, CommandLike>) =>
    [...one].filter(([key]) => !other.has(key)).map(([, { name }]) => name);
  return {
    added: namesOutside(after, before),
    removed: namesOutside(before, after),
    changed: common.filter(({ fields }) => fields.length > 0),
  };
}

export function isSame({ added, removed, changed }: CommandsDifference): boolean {
  return added.length + removed.length + changed.length === 0;
}

/** A slash command and a command of a message's menu may share a name. */
function byName(commands: readonly CommandLike[]): ReadonlyMap<string, CommandLike> {
  return new Map(commands.map((command) => [`${command.type ?? 1} ${command.name}`, command]));
}

function fieldsThatDiffer(old: CommandLike, wanted: CommandLike): readonly string[] {
  const [before, after] = [plainOf(old), plainOf(wanted)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .sort();
}

/** The command without what is empty, left to Discord, or Discord's own; keys in order. */
function plainOf(command: CommandLike): Readonly<Record<string, unknown>> {
  return plain(command) as Readonly<Record<string, unknown>>;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return plainList(value);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !ADDED.has(key) && !isNothing(inner) && DEFAULTS[key] !== inner)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, plain(inner)]),
  );
}

/** Lists of values (contexts, kinds of channels) are sets; those of options and choices have an order. */
function plainList(list: readonly unknown[]): readonly unknown[] {
  return list.every(isScalar) ? [...list].sort() : list.map(plain);
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
