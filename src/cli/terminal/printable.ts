// Makes foreign text safe to show in a terminal. Pure.

// eslint-disable-next-line no-control-regex -- control characters are what this file is about
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Marks that reorder the text around them, so that a line can read other than it is. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
const CONTROL_PICTURES = 0x2400;
const DELETE = 0x7f;
const DELETE_PICTURE = '\u2421';
/** C1 controls have no picture. */
const REPLACEMENT = '\ufffd';

function picture(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code);
  return code === DELETE ? DELETE_PICTURE : REPLACEMENT;
}

/**
 * The text with every control character but tab and newline made visible and direction overrides taken out, so that a
 * release can't move the cursor, set the window's title or reorder a line.
 */
export function printable(text: string): string {
  return text.replace(CONTROL, picture).replace(BIDI, '');
}

/** The same on one line: runs of white space become one space. */
export function printableLine(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim());
}
