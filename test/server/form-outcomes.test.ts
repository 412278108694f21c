/** Where the handler of a form leads a browser that has sent it without script. */
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { form, html, LiveComponent, notFound, page, redirect } from '../../engine/index.ts'
import { type LiveServer, serve, silentLogger } from '../../engine/server/index.ts'

const Wish = z.object({ where: z.string() })

class Guide extends LiveComponent {
  wish = form(Wish, { initial: { where: '' } })
  go({ where }: z.output<typeof Wish>) {
    if (where === 'navigate') return this.navigate('/there?from=here#end')
    if (where === 'patch') return this.patch('?page=2')
    if (where === 'redirect') throw redirect('/there')
    if (where === 'itself') throw redirect('/')
    if (where === 'nowhere') throw notFound('There is no such place.')
    if (where === 'script') return this.navigate('javascript:alert(1)')
    if (where === 'first, and fails') {
      this.navigate('/there')
      throw new Error('no database')
    }
  }
  getTemplate() {
    return html`<form lv-submit=${this.wish.submit(this.go)}>${this.wish.error()}<input ${this.wish.field('where')}></form>`
  }
}

const servers: LiveServer[] = []
afterAll(async () => {
  for (const server of servers) await server.close()
})

async function send(where: string): Promise<Response> {
  const server = await serve({ pages: [page('/', Guide)], port: 0, logger: silentLogger })
  servers.push(server)
  const paint = await (await fetch(server.address)).text()
  const action = /<form [^>]*action="([^"]*)"/.exec(paint)![1]!.replaceAll('&amp;', '&')
  return fetch(`${server.address}/${action}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ where }),
  })
}

test.each([
  ['navigate', '/there?from=here#end'],
  ['patch', '/?page=2'],
  ['redirect', '/there'],
  // Post, redirect, get: no loop, since the browser asks for it by another method.
  ['itself', '/'],
])('a handler that ends with %s sends the browser there', async (where, location) => {
  const answer = await send(where)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(location)
})

test('a handler that finds nothing is answered with 404 and its sentence', async () => {
  const answer = await send('nowhere')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('There is no such place.')
})

test.each(['script', 'first, and fails'])(
  'a handler that fails (%s) shows the form again, with what was typed',
  async (where) => {
    const answer = await send(where)
    const markup = await answer.text()
    expect(answer.status).toBe(500)
    expect(markup).toContain('Something went wrong on the server.')
    expect(markup).toContain(`value="${where}"`)
  },
)
