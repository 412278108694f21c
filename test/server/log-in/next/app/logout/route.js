/** Logging out ends the tabs of that login too. */
import { getIronSession } from 'iron-session'
import { cookies } from 'next/headers'
import { after } from 'next/server'
import { isOwn, sealed, seeOther } from '../../lib/sealed.js'

export async function POST(request) {
  if (!isOwn(request)) return new Response('This form came from another site.', { status: 403 })
  const session = await getIronSession(await cookies(), sealed)
  const key = session.user?.name
  session.destroy()
  // The cookie is the session, so the browser must have the answer before its tabs load their pages anew.
  // Next bundles this file apart from the server, which shares what it has in `globalThis`.
  if (key) after(() => globalThis.live.endSessions({ key }))
  return seeOther('/login')
}
