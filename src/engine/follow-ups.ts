// How a question is answered that comes after others: as it was completed, or as it stands.
import type { AskRequest, AskResponse } from '../app.ts';
import { readFollowUp } from '../answer/follow-up.ts';
import { addTimings } from './timings.ts';

type Ask = (request: AskRequest) => Promise<AskResponse>;

/**
 * 1. complete the question where it leans on an earlier one
 * 2. answer it so; it is left at that where alone it would ask for nothing, or where that is answered and it points back
 * 3. else answer it as it stands too, and take that where it may stand alone and is no less sure, or alone is answered
 */
export async function askAfter(request: AskRequest, ask: Ask): Promise<AskResponse> {
  const followUp = readFollowUp(request.question, request.earlier ?? []);
  if (followUp === undefined) return ask(request);
  const { question, leans } = followUp;
  const completed = completedWith(question, await ask({ ...request, question }));
  if (leans === 'wholly' || (leans !== 'perhaps' && isAnswered(completed))) return completed;
  const alone = await ask(request);
  const stands =
    leans === 'perhaps' ? alone.answer.confidence >= completed.answer.confidence : isAnswered(alone);
  const { answer } = stands ? alone : completed;
  return { answer, timings: addTimings(completed.timings, alone.timings) };
}

function isAnswered({ answer }: AskResponse): boolean {
  return answer.kind === 'answered';
}

/** Readers see as what their question was read. */
function completedWith(question: string, { answer, timings }: AskResponse): AskResponse {
  return { answer: { ...answer, reading: { ...answer.reading, completed: question } }, timings };
}
