// "Follow this topic" below an answer: whoever presses it chooses the words in a form of their own.
import { noticeBody } from '../body.ts';
import { followMessages } from '../messages/follows.ts';
import { pressingMessages } from '../messages/pressing.ts';
import { followForm } from '../modals/follow-form.ts';
import { readQuestion } from '../question-part.ts';
import { buttonOf, type AnswerButton } from './answer-button.ts';
import type { Component } from './component.ts';

const ACTION = 'followthis';

export const followTopic: Component = {
  action: ACTION,
  acknowledge: 'private',
  form: ({ interaction }, context) => {
    const asked = readQuestion(interaction.message.components.map((part) => part.toJSON()));
    return asked === undefined ? undefined : followForm(asked.question, context);
  },
  // Without its question there is nothing to begin with.
  run: (_, { language }) => Promise.resolve(noticeBody(pressingMessages(language).invalid)),
};

export const followTopicButton: AnswerButton = ({ language, sign }) =>
  buttonOf({ action: ACTION }, { label: followMessages(language).buttons.follow, emoji: '🔔' }, sign);
