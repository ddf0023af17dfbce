// Every form that the bot opens.
import type { Modal } from './modal.ts';
import { verifyForm } from './verify.ts';

export const MODALS: readonly Modal[] = [verifyForm];
