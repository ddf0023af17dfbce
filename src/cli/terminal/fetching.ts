// How far the download of a model is, before anything else can begin.
import type { IngestProgress } from '../../app.ts';
import { openProgress, type ProgressOptions, type ProgressView } from './progress.ts';

/** Shows progress for each file that is worth a bar, and takes it away when the file is whole. */
export function showFetch({
  notices,
  interactive,
}: {
  readonly notices: ProgressOptions['stream'];
  readonly interactive: boolean;
}): (progress: IngestProgress) => void {
  let view: ProgressView | undefined;
  return (progress) => {
    if (progress.done < progress.total) {
      view ??= openProgress({ stream: notices, interactive });
      view.show(progress);
    } else {
      view?.stop();
      view = undefined;
    }
  };
}
