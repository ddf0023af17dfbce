// What every button and menu is: its action's name, who sees its answer, and what it does.
import type { MessageComponentInteraction } from 'discord.js';
import type { Body } from '../body.ts';
import type { CommandContext } from '../commands/command.ts';
import type { Acknowledgement } from '../delivery.ts';
import type { ModalData } from '../modals/modal.ts';

/** A press whose id was found valid, and the presser's to use. */
export interface Press {
  readonly interaction: MessageComponentInteraction;
  readonly args: readonly number[];
}

export interface Component {
  /** The custom id's action; unique among all components. */
  readonly action: string;
  readonly acknowledge: Acknowledgement;
  /** Whether it only reads on in a release that was found, and counts as no question; default false. */
  readonly isReading?: boolean;
  /** Whether it works in channels, too, in which the server does not want answers; default false. */
  readonly isEverywhere?: boolean;
  /** Known before any work is done, in the presser's language. */
  readonly refuse?: (press: Press, context: CommandContext) => string | undefined;
  /** A form to open in place of an answer. */
  readonly form?: (press: Press, context: CommandContext) => ModalData | undefined;
  /** Runs after the acknowledgement; what it rejects with becomes an honest "failed". */
  readonly run: (press: Press, context: CommandContext) => Promise<Body>;
}
