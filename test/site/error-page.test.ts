/** The page for a failure of the server: in the reader's language, and allowed its own style alone. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { answerError } from '../../site/lib/error-page.ts'

async function ask(path: string): Promise<Response> {
  const server = createServer((_, response) => {
    response.setHeader('Set-Cookie', 'half=done')
    answerError(response, path)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
}

test('it says what to do next, and keeps nothing of the answer that failed', async () => {
  const answer = await ask('/learn')
  expect(answer.status).toBe(500)
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(answer.headers.get('content-security-policy')).toMatch(/style-src 'sha256-[\w+/]+='/)
  expect(await answer.text()).toContain('<h1>Something went wrong on the server</h1>')
})

test('it speaks Spanish under /es', async () => {
  const text = await (await ask('/es/learn')).text()
  expect(text).toContain('<html lang="es">')
  expect(text).toContain('<a href="/es/learn">Lecciones</a>')
})
