/** Handles a form that a browser has sent without script, before the first view is shown. */
import { Outcome } from '../component/outcome.ts'
import { Form } from '../form/form.ts'
import { SPANISH } from '../protocol/names.ts'
import type { Addressed } from './addressed.ts'
import { liveEvent } from './events.ts'
import type { SentForm, SentOutcome } from './options.ts'
import { settleStarts } from './starts.ts'

/**
 * The views of the session have run once. What its handler has changed is shown by the first paint.
 * @throws Outcome when it leads elsewhere.
 */
export async function receiveForm(
  session: Addressed,
  { name, fields }: SentForm,
): Promise<SentOutcome> {
  const { tree, mailbox, around, info } = session
  const found = Form.posted(session.nodes(), name)
  if (!found) return 'unknown'
  let hasFailed = false
  const posting: { leadsTo?: Outcome } = (session.posting = {})
  session.turn(found.node, 'lv-submit', async () => {
    try {
      await found.handler(liveEvent('submit', { form: fields }, `${session.id}:0`))
    } catch (error) {
      if (error instanceof Outcome) return void (posting.leadsTo = error)
      hasFailed = true
      throw error
    }
  })
  await mailbox.settled()
  session.posting = undefined
  if (posting.leadsTo && !hasFailed) throw posting.leadsTo
  if (hasFailed) {
    const sentence = SPANISH.test(info.locale) ? FAILED.es : FAILED.en
    session.turn(found.node, 'lv-submit', () => found.fail(sentence))
    await mailbox.settled()
  }
  await settleStarts(tree, around, session.isTakenUp)
  return hasFailed ? 'failed' : found.isRefused() ? 'refused' : 'taken'
}

const FAILED = {
  en: 'Something went wrong on the server. What you typed is still here: try again.',
  es: 'Algo ha fallado en el servidor. Lo que ha escrito sigue aquí: inténtelo de nuevo.',
}
