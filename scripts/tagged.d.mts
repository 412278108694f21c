/** Types of tagged.mjs for the tests. */

export function taggedTests(folder: string): { title: string; tags: string[]; file: string }[]
