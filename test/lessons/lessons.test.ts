/** B3: the first, third, fifth lesson and so on keep the rules, on the real engine. `npm run lessons -- 08` runs those of one lesson. */
import { provesEvery } from './every.ts'

provesEvery('first')
