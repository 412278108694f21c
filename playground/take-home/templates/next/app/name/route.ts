/** Keeps the visitor's name in a cookie and goes to the live page. */
import { cookies } from 'next/headers'
import { signedName } from '../../src/name-cookie.ts'

export async function POST(request: Request) {
  // Browsers say where a form comes from; one of another site is refused.
  if (request.headers.get('sec-fetch-site') === 'cross-site')
    return new Response(null, { status: 403 })
  const form = await request.formData()
  const name = String(form.get('name') ?? '')
    .trim()
    .slice(0, 60)
  if (name === '') return seeOther('/')
  const jar = await cookies()
  jar.set('name', signedName(name), { httpOnly: true, sameSite: 'lax' })
  return seeOther('/desk')
}

const seeOther = (path: string) => new Response(null, { status: 303, headers: { location: path } })
