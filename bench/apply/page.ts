/** The entry in Chromium: the same script is the bench around the frames and the contender in each of them. */
import { runBench } from './run.ts'
import { surround } from './variants/telar.ts'
import { createVariant } from './variants.ts'

const [, place, name = ''] = location.pathname.split('/')

if (place === 'variant') {
  if (name.startsWith('telar')) surround(name)
  // Asked for by the bench once the frame has loaded.
  Object.assign(window, { variant: () => createVariant(name) })
} else Object.assign(window, { runBench })
