// What Discord sends when members do something.
import { BOT_ID, BOT_USER, CHANNEL_ID, GUILD_ID } from './gateway.ts';
import { messageEvent } from './message-events.ts';
import type { MessageBody } from './schema.ts';
import { member, MEMBER_ID, PERMISSIONS, snowflake, type Who } from './who.ts';

const STRING = 3;
const BOOLEAN = 5;
const INTEGER = 4;
const SUBCOMMAND = 1;
const CHANNEL = 7;
const ATTACHMENT = 11;
const ATTACHMENT_ID = '600';

export interface InteractionGiven extends Who {
  readonly name: string;
  readonly options?: Readonly<Record<string, string | boolean | number>>;
  readonly subcommand?: string;
  /** Options that are channels, with their ids. */
  readonly channels?: Readonly<Record<string, string>>;
  /** Given as the option `file`. */
  readonly attachment?: { readonly filename: string; readonly url: string; readonly size: number };
  /** Interaction type; default 2, a command; 4 asks for choices. */
  readonly type?: number;
  /** The option that is being typed. */
  readonly focused?: string;
}

interface Event {
  readonly id: string;
}

/** What every interaction tells, as far as the fake needs it. */
export interface InteractionEvent extends Event {
  readonly channel_id: string;
  readonly member: { readonly user: { readonly id: string } };
}

export function interactionEvent(
  token: string,
  { name, type = 2, attachment, ...given }: InteractionGiven,
): InteractionEvent {
  return {
    ...envelope(token, given),
    type,
    data: {
      id: '500',
      name,
      type: 1,
      options: optionsOf({ attachment, ...given }),
      resolved: resolvedOf({ attachment, ...given }),
    },
  } as InteractionEvent;
}

/** What every interaction of a member in a server has. */
function envelope(token: string, given: Who): InteractionEvent {
  const { guildId = GUILD_ID, channelId = CHANNEL_ID, locale = 'id', install = 'guild' } = given;
  return {
    id: snowflake(),
    application_id: BOT_ID,
    token,
    version: 1,
    guild_id: guildId,
    channel: { id: channelId, type: 0, guild_id: guildId, permissions: PERMISSIONS },
    channel_id: channelId,
    member: member(given),
    locale,
    guild_locale: 'id',
    app_permissions: given.appPermissions ?? PERMISSIONS,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: install === 'guild' ? { 0: guildId } : { 1: given.userId ?? MEMBER_ID },
    context: 0,
  } as InteractionEvent;
}

export interface PressGiven extends Who {
  readonly customId: string;
  /** What was chosen in a menu; a button where absent. */
  readonly values?: readonly string[];
  /** The message it is on, as the bot sent it. */
  readonly on: MessageBody;
  readonly messageId?: string;
}

export function pressEvent(
  token: string,
  { customId, values, on, messageId, ...who }: PressGiven,
): InteractionEvent {
  return {
    ...envelope(token, who),
    type: 3,
    data: {
      custom_id: customId,
      component_type: values === undefined ? 2 : 3,
      ...(values === undefined ? {} : { values }),
    },
    message: {
      ...messageEvent({ content: '' }),
      ...(messageId === undefined ? {} : { id: messageId }),
      author: BOT_USER,
      flags: on.flags ?? 0,
      components: on.components,
    },
  } as InteractionEvent;
}

export interface SubmitGiven extends Who {
  readonly customId: string;
  /** Values by the custom ids of their inputs. */
  readonly fields: Readonly<Record<string, string>>;
}

export function submitEvent(token: string, { customId, fields, ...who }: SubmitGiven): InteractionEvent {
  const inputs = Object.entries(fields).map(([custom_id, value]) => ({
    type: 18,
    component: { type: 4, custom_id, value },
  }));
  return {
    ...envelope(token, who),
    type: 5,
    data: { custom_id: customId, components: inputs },
  } as InteractionEvent;
}

export interface MenuGiven extends Who {
  readonly name: string;
  /** Words of the message whose menu is used. */
  readonly target: string;
  /** What it holds beside, as Discord gives it. */
  readonly beside?: object;
}

export function menuEvent(token: string, { name, target, beside, ...who }: MenuGiven): InteractionEvent {
  const message = { ...messageEvent({ content: target }), ...beside };
  return {
    ...envelope(token, who),
    type: 2,
    data: {
      id: '500',
      name,
      type: 3,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    },
  } as InteractionEvent;
}

type OptionsGiven = Pick<InteractionGiven, 'options' | 'channels' | 'subcommand' | 'focused'> & {
  readonly attachment: InteractionGiven['attachment'];
};

function optionsOf({
  options = {},
  channels = {},
  subcommand,
  focused,
  attachment,
}: OptionsGiven): readonly object[] {
  const types = { string: STRING, boolean: BOOLEAN, number: INTEGER } as const;
  const all = [
    ...Object.entries(options).map(([name, value]) => ({
      name,
      type: types[typeof value as keyof typeof types],
      value,
      ...(name === focused ? { focused: true } : {}),
    })),
    ...Object.entries(channels).map(([name, value]) => ({ name, type: CHANNEL, value })),
    ...(attachment === undefined ? [] : [{ name: 'file', type: ATTACHMENT, value: ATTACHMENT_ID }]),
  ];
  return subcommand === undefined ? all : [{ name: subcommand, type: SUBCOMMAND, options: all }];
}

function resolvedOf({ attachment, channels = {} }: OptionsGiven): object {
  return {
    attachments:
      attachment === undefined
        ? {}
        : { [ATTACHMENT_ID]: { id: ATTACHMENT_ID, proxy_url: attachment.url, ...attachment } },
    channels: Object.fromEntries(
      Object.values(channels).map((id) => [id, { id, type: 0, name: 'kanal', permissions: PERMISSIONS }]),
    ),
  };
}
