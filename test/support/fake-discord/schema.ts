// Whether the body of a request is one that Discord takes: its published schemas, and the rules across fields that they
// do not hold.
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { z } from 'zod/mini';

const IS_COMPONENTS_V2 = 1 << 15;
const MAX_TEXT = 4_000;
const MAX_COMPONENTS = 40;

/** Discord's documentation has a command's permissions as a string of digits, its schema as a number; it takes both. */
function withNumericPermissions(commands: unknown): unknown {
  if (!Array.isArray(commands)) return commands;
  return (commands as { readonly default_member_permissions?: unknown }[]).map((command) =>
    typeof command.default_member_permissions === 'string'
      ? { ...command, default_member_permissions: Number(command.default_member_permissions) }
      : command,
  );
}

const SCHEMAS = [
  {
    path: /^\/interactions\/\d+\/[^/]+\/callback$/,
    schema: z.union([
      CreateMessageInteractionCallbackRequestSchema,
      ApplicationCommandAutocompleteCallbackRequestSchema,
      ModalInteractionCallbackRequestSchema,
      UpdateMessageInteractionCallbackRequestSchema,
    ]),
  },
  { path: /^\/webhooks\/\d+\/[^/]+$/, schema: IncomingWebhookInteractionRequestSchema },
  { path: /^\/channels\/\d+\/messages\/\d+\/threads$/, schema: CreateTextThreadWithMessageRequestSchema },
  {
    path: /^\/webhooks\/\d+\/[^/]+\/messages\/@original$/,
    schema: IncomingWebhookUpdateRequestPartialSchema,
  },
  { path: /^\/users\/@me\/channels$/, schema: CreatePrivateChannelRequestSchema },
  { path: /^\/channels\/\d+\/messages$/, schema: MessageCreateRequestSchema },
  {
    path: /^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/,
    schema: z.pipe(z.transform(withNumericPermissions), z.array(ApplicationCommandUpdateRequestSchema)),
  },
];

export interface MessageBody {
  readonly flags?: number;
  readonly content?: string;
  readonly embeds?: readonly unknown[];
  readonly components?: readonly Component[];
  readonly allowed_mentions?: { readonly parse?: readonly string[] };
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
  readonly message_reference?: { readonly message_id?: string };
}

export interface Component {
  readonly type: number;
  readonly content?: string;
  readonly id?: number;
  readonly url?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly placeholder?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
}

/** Every component, nested ones too. */
export function flatten(components: readonly Component[] = []): readonly Component[] {
  return components.flatMap((component) => [
    component,
    ...flatten(component.components),
    ...flatten(component.accessory === undefined ? [] : [component.accessory]),
  ]);
}

/** All that is wrong with a request's body; empty when Discord would take it. */
export function faultsOf(path: string, body: unknown): readonly string[] {
  const schema = SCHEMAS.find((one) => one.path.test(path))?.schema;
  if (schema === undefined) return body === undefined ? [] : [`${path}: no body is known here`];
  const parsed = z.safeParse(schema, body);
  const faults = parsed.success ? [] : [z.prettifyError(parsed.error)];
  const isMessage = !Array.isArray(body) && !/\/(?:threads|channels)$/.test(path);
  return isMessage ? [...faults, ...messageFaults(messageIn(body))] : faults;
}

/** The message within a body: a callback wraps it in `data`, unless it only acknowledges or completes. */
function messageIn(body: unknown): MessageBody | undefined {
  const callback = body as { readonly type?: number; readonly data?: MessageBody };
  if (callback.type === undefined) return body as MessageBody;
  return callback.type === 4 ? callback.data : undefined;
}

function messageFaults(message: MessageBody | undefined): readonly string[] {
  if (message === undefined) return [];
  const components = flatten(message.components);
  const text = components.reduce((sum, { content = '' }) => sum + content.length, 0);
  const isV2 = ((message.flags ?? 0) & IS_COMPONENTS_V2) !== 0;
  const rules: readonly (readonly [boolean, string])[] = [
    [
      message.allowed_mentions?.parse?.length !== 0,
      'allowed_mentions.parse is not empty: this message could ping',
    ],
    [
      isV2 && (message.content !== undefined || message.embeds !== undefined),
      'V2 takes no content and no embeds',
    ],
    [text > MAX_TEXT, `${text} characters of text, above ${MAX_TEXT}`],
    [components.length > MAX_COMPONENTS, `${components.length} components, above ${MAX_COMPONENTS}`],
    [!areTold(components), 'two components share a custom id, or it is none of 1 to 100 characters'],
    [components.some(isBadRow), 'a row holds 1 to 5 buttons or one menu, and a menu 1 to 25 options'],
    [components.length === 0 && (message.content ?? '') === '', 'the message is empty'],
  ];
  return rules.filter(([broken]) => broken).map(([, fault]) => fault);
}

function areTold(components: readonly Component[]): boolean {
  const ids = components.flatMap(({ custom_id }) => custom_id ?? []);
  return new Set(ids).size === ids.length && ids.every((id) => id.length >= 1 && id.length <= 100);
}

const ROW = 1;
const BUTTON = 2;
const MENU = 3;

function isBadRow({ type, components = [], options = [] }: Component): boolean {
  if (type === MENU) return options.length < 1 || options.length > 25;
  if (type !== ROW) return false;
  const buttons = components.filter((one) => one.type === BUTTON).length;
  return buttons === components.length ? buttons < 1 || buttons > 5 : components.length !== 1;
}
