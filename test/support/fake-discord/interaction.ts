// An interaction's life in the fake: how it was acknowledged, and what became visible of it.
import type { MessageBody } from './schema.ts';

/** An interaction as Discord sees it. */
export interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  readonly channelId: string;
  readonly userId: string;
  readonly createdAt: number;
  state: 'new' | 'deferred' | 'answered';
  /** Milliseconds from the event to its acknowledgement. */
  acknowledgedAfter?: number;
  ephemeral: boolean;
  /** Whether it was acknowledged with a message that will say more. */
  isThinking: boolean;
  /** The form that was opened. */
  form?: Form;
  /** What the one who asked was told beside the answer. */
  readonly told: MessageBody[];
  /** Whether what everyone saw was taken back. */
  withdrawn: boolean;
  /** What was offered to a member who types. */
  choices?: readonly object[];
  /** Bodies that became visible, in order; an edit of the acknowledgement replaces none. */
  readonly answers: MessageBody[];
}

/** Messages that somebody sees once all is done: what was taken back is not one of them. */
export function visibleOf({ answers, told, withdrawn }: FakeInteraction): number {
  return (withdrawn ? 0 : answers.length) + told.length;
}

/** A form as it was opened. */
export interface Form {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly { readonly component?: { readonly custom_id: string } }[];
}

const EPHEMERAL = 1 << 6;

/** How an interaction is acknowledged, or answered at once. */
export interface Callback {
  readonly type: number;
  readonly data?: MessageBody & { readonly choices?: readonly object[] };
}

/** Acknowledgements: with "thinking", or of a press on a message that will change. */
const DEFERRED: readonly number[] = [5, 6];
const THINKING = 5;
const CHOICES = 8;
const FORM = 9;

export function settle(interaction: FakeInteraction, { type, data }: Callback): void {
  if (type === CHOICES) {
    interaction.choices = data?.choices ?? [];
    interaction.state = 'answered';
    return;
  }
  if (type === FORM) {
    interaction.form = data as unknown as Form;
    interaction.state = 'answered';
    return;
  }
  interaction.ephemeral = ((data?.flags ?? 0) & EPHEMERAL) !== 0;
  interaction.isThinking = type === THINKING;
  interaction.state = DEFERRED.includes(type) ? 'deferred' : 'answered';
  if (!DEFERRED.includes(type) && data !== undefined) interaction.answers.push(data);
}
