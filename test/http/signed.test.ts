/** One secret signs for several purposes, and a signature is good for its own alone. */
import { expect, test } from 'vitest'
import { readSigned, sign } from '../../engine/http/signed.ts'
import { readToken, signToken } from '../../engine/server/token.ts'
import { mint, read } from '../../playground/host/token.ts'

const SECRET = 'one secret for everything here'
const PURPOSES = ['session', 'container-token', 'container-ticket'] as const

for (const purpose of PURPOSES)
  for (const other of PURPOSES)
    test(`what is signed as ${purpose} is ${purpose === other ? 'read' : 'refused'} as ${other}`, () => {
      const value = { origin: 'http://site.test', until: 2 }
      const read = readSigned(other, sign(purpose, value, SECRET), SECRET)
      expect(read).toEqual(purpose === other ? value : undefined)
    })

test('a token of a container opens no session, and a session token boots no container', () => {
  const grant = { use: 'token', origin: 'http://site.test', visitor: 'ada', until: 2 } as const
  expect(() => readToken(mint(grant, SECRET), SECRET)).toThrow('Expected a token')
  expect(read(signToken({ session: 'a', page: '/' }, SECRET), 'token', 1, SECRET)).toBeNull()
  expect(read(mint(grant, SECRET), 'ticket', 1, SECRET)).toBeNull()
  expect(read(mint(grant, SECRET), 'token', 1, SECRET)).toMatchObject(grant)
})

test.each(['', '.', '..', 'noise', 'bnVsbA.', `${sign('session', 1, SECRET)}.more`])(
  'noise is refused and throws nothing: %j',
  (text) => {
    expect(readSigned('session', text, SECRET)).toBeUndefined()
  },
)
