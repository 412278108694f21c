/** The log-in form, and what it sends. */
import { getIronSession } from 'iron-session'
import { cookies } from 'next/headers'
import { isOwn, sealed, seeOther } from '../../lib/sealed.js'

const passwords = { Ada: 'lovelace', Grace: 'hopper' }

export const GET = () =>
  new Response(
    '<form method="post"><input name="name"><input name="password" type="password"><input type="hidden" name="_csrf" value=""><button>Log in</button></form>',
    { headers: { 'content-type': 'text/html' } },
  )

export async function POST(request) {
  if (!isOwn(request)) return new Response('This form came from another site.', { status: 403 })
  const { name, password } = Object.fromEntries(await request.formData())
  if (passwords[name] !== password) return new Response('Wrong name or password.', { status: 403 })
  const session = await getIronSession(await cookies(), sealed)
  session.user = { name }
  await session.save()
  return seeOther('/desk')
}
