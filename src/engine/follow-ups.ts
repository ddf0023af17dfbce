// How a question is answered that comes after others: as it was completed, or as it stands.
import type { AskRequest, AskResponse } from '../app.ts';
import { askOfEvent, readFollowUp, type EventQuestion } from '../answer/follow-up.ts';
import type { Filter, Reading } from '../domain/answer.ts';
import { publicationDay } from '../domain/release.ts';
import { addTimings } from './timings.ts';

type Ask = (request: AskRequest) => Promise<AskResponse>;

/**
 * 1. complete the question where it leans on an earlier one
 * 2. where it asks when or where of points, ask that of what their release reports
 * 3. else answer it so; it is left at that where alone it would ask for nothing, or where that is answered and it points back
 * 4. else answer it as it stands too, and take that where it may stand alone and is no less sure, or alone is answered
 */
export async function askAfter(request: AskRequest, ask: Ask): Promise<AskResponse> {
  const followUp = readFollowUp(request.question, request.earlier ?? []);
  const { earlierFilter: _, ...alone } = request;
  if (followUp === undefined) return ask(alone);
  const { question, leans, event } = followUp;
  const reported = event === undefined ? undefined : await askOfReported(event, request, ask);
  if (reported !== undefined) return reported;
  const completed = completedWith(question, await ask({ ...request, question }));
  if (leans === 'wholly' || (leans !== 'perhaps' && isAnswered(completed))) return completed;
  const standing = await ask(alone);
  const stands =
    leans === 'perhaps' ? standing.answer.confidence >= completed.answer.confidence : isAnswered(standing);
  const { answer } = stands ? standing : completed;
  return { answer, timings: addTimings(completed.timings, standing.timings) };
}

/** The reading within what an earlier question was narrowed to, where it says nothing of that itself. */
export function takeOver(reading: Reading, { from, to, source }: Filter = {}): Reading {
  const isDated = (reading.from ?? reading.to ?? reading.period) !== undefined;
  return {
    ...reading,
    ...(isDated || from === undefined ? {} : { from }),
    ...(isDated || to === undefined ? {} : { to }),
    ...(source === undefined || reading.source !== undefined ? {} : { source }),
  };
}

/** When or where it was which the release of the earlier answer reports; undefined where that does not say. */
async function askOfReported(
  event: EventQuestion,
  request: AskRequest,
  ask: Ask,
): Promise<AskResponse | undefined> {
  const before = await ask({ ...request, question: event.after });
  const header = before.answer.kind === 'answered' ? before.answer.quotes[0]?.header : undefined;
  if (header === undefined) return undefined;
  const day = publicationDay(header);
  const question = askOfEvent(event, header.title);
  const filter = { ...request.filter, ...(day === undefined ? {} : { from: day, to: day }) };
  const { answer, timings } = await ask({ ...request, question, filter });
  if (answer.kind !== 'answered' || answer.quotes[0]?.header.ref !== header.ref) return undefined;
  return completedWith(question, { answer, timings: addTimings(before.timings, timings) });
}

function isAnswered({ answer }: AskResponse): boolean {
  return answer.kind === 'answered';
}

/** Readers see as what their question was read. */
function completedWith(question: string, { answer, timings }: AskResponse): AskResponse {
  return { answer: { ...answer, reading: { ...answer.reading, completed: question } }, timings };
}
