// The version of what reading makes of a release.

/**
 * Version of the rules that make text canonical, read its terms, outline and chunk it. Raise it with every change of
 * theirs: releases read under another version are read again, and indexes built under it are built anew.
 */
export const CHUNKING_RULES = 7;
