// The form behind "Follow this topic": the topic as it was asked for, to be changed before it is followed. Pure.
import { ComponentType, TextInputStyle } from 'discord.js';
import { topicOf } from '../../answer/topic.ts';
import type { CommandContext } from '../commands/command.ts';
import { choiceName } from '../commands/choices.ts';
import { followMessages } from '../messages/follows.ts';
import type { ModalData } from './modal.ts';

/** Name of the input that holds the topic, and the action of the form. */
export const TOPIC_INPUT = 'topic';
export const FOLLOW_FORM = 'followform';
/** Characters of a topic: two are a word in Chinese, and what is longer is near to everything. */
export const TOPIC = { min_length: 2, max_length: 100 } as const;

export function followForm(
  question: string,
  { language, sign, place }: Pick<CommandContext, 'language' | 'sign' | 'place'>,
): ModalData {
  const { form } = followMessages(language);
  const topic = choiceName(topicOf(question), TOPIC.max_length);
  return {
    custom_id: sign({ action: FOLLOW_FORM, owner: place.userId }),
    title: form.title,
    components: [
      {
        type: ComponentType.Label,
        label: form.label,
        description: form.description,
        component: {
          type: ComponentType.TextInput,
          custom_id: TOPIC_INPUT,
          style: TextInputStyle.Short,
          required: true,
          ...(topic.length < TOPIC.min_length ? {} : { value: topic }),
          ...TOPIC,
        },
      },
    ],
  };
}
