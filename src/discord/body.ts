// The body of a message as Rilis sends it: Components V2, and no ping ever. Pure.
import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
} from 'discord.js';
import { isForAnyone } from './custom-id.ts';
import type { SafeLink } from './escape.ts';

export interface AttachedFile {
  readonly name: string;
  readonly data: string;
}

/** What goes to Discord as the data of a callback, a webhook message or a channel message. */
export interface Body {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  /** Without it Discord pings whatever a text happens to hold. */
  readonly allowed_mentions: { readonly parse: never[]; readonly replied_user: false };
  /** Sent along; the components say where each is shown. */
  readonly files?: readonly AttachedFile[];
}

/** Colours of the container's edge. */
export const ACCENT = { answered: 0x2e7d32, unanswered: 0x8a8d91, notice: 0xb26a00 } as const;

export function textPart(content: string): APIComponentInContainer {
  return { type: ComponentType.TextDisplay, content };
}

/** Text with a button beside it that opens a link. */
export function linkedPart(content: string, link: SafeLink, label: string): APIComponentInContainer {
  return {
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content }],
    accessory: { type: ComponentType.Button, style: ButtonStyle.Link, label, url: link.href },
  };
}

export const divider: APIComponentInContainer = {
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
};

export interface BodyOptions {
  readonly accent: number;
  /** Shown to the one who asked alone; fixed by the acknowledgement. */
  readonly ephemeral?: boolean;
}

/** One container of parts as a message. */
export function bodyOf(
  parts: readonly APIComponentInContainer[],
  { accent, ephemeral = false }: BodyOptions,
): Body {
  return {
    flags: MessageFlags.IsComponentsV2 | (ephemeral ? MessageFlags.Ephemeral : 0),
    components: [{ type: ComponentType.Container, accent_color: accent, components: [...parts] }],
    allowed_mentions: { parse: [], replied_user: false },
  };
}

/** A line of the bot's own, for those moments when there is nothing to quote. */
export function noticeBody(message: string, ephemeral = true): Body {
  return bodyOf([textPart(message)], { accent: ACCENT.notice, ephemeral });
}

/** Whether it is meant for the one who asked alone. */
export function isPrivate({ flags }: Pick<Body, 'flags'>): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}

/** A line of the bot's own with a file beneath it. */
export function withFile(message: string, file: AttachedFile): Body {
  const shown: APIComponentInContainer = {
    type: ComponentType.File,
    file: { url: `attachment://${file.name}` },
  };
  return { ...bodyOf([textPart(message), shown], { accent: ACCENT.notice, ephemeral: true }), files: [file] };
}

/** A message of the bot for everyone, as it was shown to one: its words, and the buttons that are for anyone. */
export function sharedBody(shown: readonly APIMessageTopLevelComponent[]): Body {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: shown.flatMap((part): APIMessageTopLevelComponent[] => {
      if (part.type === ComponentType.Container) return [part];
      if (part.type !== ComponentType.ActionRow) return [];
      const components = part.components.filter((one) => 'custom_id' in one && isForAnyone(one.custom_id));
      return components.length === 0 ? [] : [{ ...part, components }];
    }),
    allowed_mentions: { parse: [], replied_user: false },
  };
}
