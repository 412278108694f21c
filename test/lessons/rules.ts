/** Every rule of lessons/README.md that a lesson's folder must keep. */
import { codeStands } from './code-blocks.ts'
import type { Rule } from './fault.ts'
import { linksLead } from './links.ts'
import { measured } from './measures.ts'
import { namesExist } from './names.ts'
import { altDiffers, rightPass, startFails, wrongFail } from './outcomes.ts'
import { asked } from './review.ts'
import { hintsAreRead, saysWhole, translated } from './sentences.ts'
import { headsSay, sameStructure } from './structure.ts'
import { ownLanguage, plainlySaid, shortSentences } from './style.ts'
import { takesItsTime } from './time.ts'

export const RULES: readonly { says: string; rule: Rule }[] = [
  { says: 'what the reader starts with fails as it says', rule: startFails },
  { says: 'right answers pass, in whatever order their parts stand', rule: rightPass },
  { says: 'the other right answer is written differently', rule: altDiffers },
  { says: 'at least two wrong answers fail where they should', rule: wrongFail },
  { says: 'predictions and bytes are what the engine sends', rule: measured },
  { says: 'questions can be executed', rule: asked },
  { says: 'what the check says is whole sentences', rule: saysWhole },
  { says: 'what the check says is translated', rule: translated },
  { says: 'its head is whole', rule: headsSay },
  { says: 'code in the prose stands in the files', rule: codeStands },
  { says: 'names in the prose exist', rule: namesExist },
  { says: 'links lead somewhere', rule: linksLead },
  { says: 'both languages have one structure', rule: sameStructure },
  { says: 'no sentence stands in the other language', rule: ownLanguage },
  { says: 'it is said plainly, to the reader', rule: plainlySaid },
  { says: 'sentences are short', rule: shortSentences },
  { says: 'it takes the minutes that it says', rule: takesItsTime },
  { says: 'hints have 40 to 160 words', rule: hintsAreRead },
]
