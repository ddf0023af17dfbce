// Every button and menu that a message of the bot may hold.
import { cited } from './cited.ts';
import type { Component } from './component.ts';
import { feedback } from './feedback.ts';
import { followTopic } from './follow-topic.ts';
import { followChange, followChoice, followsPage } from './follows.ts';
import { forget } from './forget.ts';
import { passageChoice, passages, passagesPage } from './passages.ts';
import { points, pointsPage } from './points.ts';
import { more, resultsPage } from './results.ts';
import { share } from './share.ts';
import { surroundings, surroundingsPage } from './surroundings.ts';
import { thread } from './thread.ts';

export const COMPONENTS: readonly Component[] = [
  share,
  surroundings,
  surroundingsPage,
  more,
  resultsPage,
  points,
  pointsPage,
  passages,
  passagesPage,
  passageChoice,
  cited,
  feedback,
  thread,
  followTopic,
  followsPage,
  followChoice,
  followChange,
  forget,
];
