// The topic that was written into the form of "Follow this topic": told by direct message.
import { noticeBody } from '../body.ts';
import { startFollow } from '../following.ts';
import { followMessages } from '../messages/follows.ts';
import { readQuestion } from '../question-part.ts';
import { FOLLOW_FORM, TOPIC, TOPIC_INPUT } from './follow-form.ts';
import type { Modal } from './modal.ts';

export const followTopicForm: Modal = {
  action: FOLLOW_FORM,
  acknowledge: () => 'private',
  run: ({ interaction }, context) => {
    const { language, timeZone, place } = context;
    const topic = interaction.fields.getTextInputValue(TOPIC_INPUT).trim();
    if (topic.length < TOPIC.min_length || topic.length > TOPIC.max_length) {
      const { refusals } = followMessages(language);
      return Promise.resolve(noticeBody(refusals.topic(TOPIC.min_length, TOPIC.max_length)));
    }
    // The answer whose button opened the form says of which source it was asked.
    const shown = interaction.message?.components.map((part) => part.toJSON()) ?? [];
    const source = readQuestion(shown)?.source;
    return startFollow(
      {
        owner: place.userId,
        topic,
        ...(source === undefined ? {} : { source }),
        language,
        mode: 'at-once',
        timeZone,
      },
      context,
    );
  },
};
