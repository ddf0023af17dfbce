// One spelling for numbers that are written in several ways. Pure.

const GROUPED = /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$/;
const GROUPED_WITH_FRACTION = /^(\d{1,3}(?:\.\d{3})+),(\d+)$|^(\d{1,3}(?:,\d{3})+)\.(\d+)$/;
const FRACTION = /^(\d+)[.,](\d+)$/;

/**
 * The terms of a run of digits, points and commas: `1.250.000` and `1,250,000` are `1250000`, `5,11` and `5.11` are
 * `5.11`, `07` is `7`. A run that is no number (`27.05.2024`, `12.0.6.1`) gives its parts. Three digits after a single
 * mark are read as a group (`1.840` is 1840), which is what releases mean almost always.
 */
export function numberTerms(run: string): readonly string[] {
  if (GROUPED.test(run)) return [plain(run.replace(/[.,]/g, ''))];
  const grouped = GROUPED_WITH_FRACTION.exec(run);
  if (grouped !== null) {
    const whole = (grouped[1] ?? grouped[3] ?? '').replace(/[.,]/g, '');
    return [`${plain(whole)}.${grouped[2] ?? grouped[4] ?? ''}`];
  }
  const fraction = FRACTION.exec(run);
  if (fraction !== null) return [`${plain(fraction[1] ?? '')}.${fraction[2] ?? ''}`];
  return run.split(/[.,]/).map(plain);
}

function plain(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
