// Every form that the bot opens.
import { followTopicForm } from './follow.ts';
import type { Modal } from './modal.ts';
import { verifyForm } from './verify.ts';

export const MODALS: readonly Modal[] = [verifyForm, followTopicForm];
