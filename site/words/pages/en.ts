/** What pages say in English that are rendered on the server alone. */
import { ABOUT } from '../../lib/about.ts'
import { en } from '../en.ts'
import type { PageWords } from './words.ts'

export const enPages: PageWords = {
  about: ABOUT,
  learn: {
    name: 'Learn',
    title: 'Lessons',
    description: 'Lessons in order: you change a component, it runs on a server, a check answers.',
    lead: 'Each lesson is one idea, a component to change, and a check that runs on the real engine. Take them in order the first time. What you write and what you passed is kept in this browser.',
  },
  all: {
    title: en.course.onePageTitle,
    description: 'All lessons one after the other, to read, search or print.',
    lead: 'All lessons one after the other, to read, search or print. Nothing runs here: each lesson links to its workspace.',
    contents: 'Contents',
    open: 'Open this lesson with its workspace',
  },
  lesson: {
    about: (part, count) => `${part} · about ${en.list.minutes(count)}`,
    next: 'Next:',
    last: 'That was the last lesson so far. The playground is yours.',
    playground: 'Open the playground',
    tryIt: 'Try it',
    watch: 'Watch the wire',
  },
  playground: {
    description:
      'Write a component, run it on a Node server of your own, and watch what page and server say.',
  },
  still: {
    runHere: 'Run it here:',
    startFiles: 'The code you start with',
    predict: 'Predict',
    passed: 'After you have passed',
    scrub: (value, unit) =>
      `In the page you can change this value: ${value} ${unit}.`.replace(' .', '.'),
    wire: 'The page shows your own last frame here, field by field.',
  },
  notFound: {
    lesson: 'There is no such lesson',
    page: 'There is no page at this address',
    noLesson: ['No lesson is named ', '. These are the lessons there are:'],
    check: 'Check the address, search with Ctrl+K, or go on from here:',
    home: 'Home',
  },
}
