// What every form is: its action's name, and what it does once it is sent.
import type { APIModalInteractionResponseCallbackData, ModalSubmitInteraction } from 'discord.js';
import type { CommandContext } from '../commands/command.ts';
import type { Body } from '../body.ts';
import type { Acknowledgement } from '../delivery.ts';

/** A form as Discord takes it; its `custom_id` is signed and names the action of a `Modal`. */
export type ModalData = APIModalInteractionResponseCallbackData;

export interface Submission {
  readonly interaction: ModalSubmitInteraction;
  readonly args: readonly number[];
}

export interface Modal {
  /** The custom id's action; unique among all modals. */
  readonly action: string;
  readonly acknowledge: (submission: Submission) => Acknowledgement;
  readonly run: (submission: Submission, context: CommandContext) => Promise<Body>;
}
