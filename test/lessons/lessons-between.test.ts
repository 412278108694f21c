/** B3: the lessons between those of lessons.test.ts keep the rules too. */
import { provesEvery } from './every.ts'

provesEvery('second')
