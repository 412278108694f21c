/** The footer in English. */
import type { FooterWords } from './words.ts'

export const en: FooterWords = {
  label: 'All of Telar',
  learn: 'Learn',
  lessons: 'Lessons',
  onePage: 'The course on one page',
  review: 'Review',
  playground: 'Playground',
  examples: 'Examples',
  build: 'Build',
  guides: 'Guides',
  takeHome: 'Take it home',
  reference: 'Reference',
  bench: 'Measurements',
  project: 'Project',
  source: 'Source',
  changelog: 'Changelog',
  feed: 'Feed of changes',
  licence: 'MIT licence',
  version: 'Version',
}
