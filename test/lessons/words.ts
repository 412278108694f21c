/** Counts words as a reader does. */

/** The words of a text; code and numbers count as words, signs alone do not. */
export const wordsOf = (text: string): string[] =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
