/** The page of changes in English. */
import type { ChangelogWords } from './words.ts'

export const en: ChangelogWords = {
  title: 'Changelog',
  description:
    'One line for each change that a reader of the site or a user of the engine can feel.',
  lead: 'One line for each change that you can feel.',
  unreleased: 'Unreleased',
}
