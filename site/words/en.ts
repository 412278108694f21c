/** What the site says in English. */

import { TAGLINE } from '../lib/about.ts'
import { elements } from './elements/en.ts'
import type { Words } from './words.ts'

const minutes = (count: number) => (count === 1 ? '1 minute' : `${count} minutes`)

export const en: Words = {
  lang: 'en',
  elements,
  tagline: TAGLINE,
  skip: 'Skip to the content',
  header: {
    main: 'Main',
    learn: 'Learn',
    playground: 'Playground',
    examples: 'Examples',
    reference: 'Reference',
    guides: 'Guides',
    search: 'Search Telar',
    source: 'Source',
    version: (number) => `Version ${number}: what changed`,
    home: 'Telar, home',
    useDark: 'Use dark colours',
    useLight: 'Use light colours',
    changeColours: 'Change colours',
    otherLanguage: 'Español',
  },
  bar: {
    place: (number, of) => `Lesson ${number} of ${of}`,
    textOrWorkspace: 'Text or workspace',
    text: 'Text',
    workspace: 'Workspace',
    toWorkspace: 'Skip to the workspace',
    lessons: 'Lessons',
    previous: (title) => `Previous: ${title}`,
    next: (title) => `Next: ${title}`,
    notChecked: 'Not checked yet',
    passed: 'Passed',
    steps: (passed, of) => `${passed} of ${of} steps`,
    test: (part) => `Test of part ${part}`,
    tested: 'Passed: the lessons of this part are marked as tested out.',
  },
  review: {
    name: 'Review',
    due: (count) => (count === 1 ? '1 review card is due' : `${count} review cards are due`),
  },
  list: {
    part: (number, title) => `Part ${number}: ${title}`,
    passed: 'Passed',
    minutes,
    onlyEnglish: 'in English only',
  },
  course: {
    menu: 'All lessons',
    menuTitle: 'The course',
    close: 'Close',
    overview: 'Overview of the course',
    begin: 'Begin:',
    goOn: 'Go on where you left off:',
    allPassed: 'You have passed every lesson.',
    passedOf: (passed, of) => `${passed} of ${of} passed`,
    testOut: (part) => `You know this already? Test out of part ${part}`,
    testedOut: 'Tested out',
    onePage: 'Everything on one page, to read or to print',
    onePageTitle: 'The course on one page',
    keys: 'Keys',
    keysDo: [
      ['Ctrl+K', 'search, from anywhere'],
      ['/', 'search, outside of fields and of the editor'],
      ['Alt+Page Down', 'next lesson'],
      ['Alt+Page Up', 'previous lesson'],
      ['Ctrl+Enter', 'run, in the editor'],
      ['Ctrl+Shift+Enter', 'check, from the text or the editor'],
      ['Ctrl+M', 'let Tab leave the editor'],
    ],
    linkHere: 'Link to this heading',
  },
}
