/** Small pure parts of the host: addresses, whole characters, users, injected scripts. */
import { describe, expect, test } from 'vitest'
import { createAddresses } from '../../playground/host/address.ts'
import { wholeCharacters } from '../../playground/host/headless/processes.ts'
import { injectScripts } from '../../playground/host/preview/inject.ts'
import { injectedScript } from '../../playground/host/preview/scripts.ts'
import { createUsers } from '../../playground/host/sandbox/users.ts'

const ID = '0123456789abcdef0123456789abcdef'

describe('addresses', () => {
  test('in development: the loopback, and previews below localhost', () => {
    const addresses = createAddresses('http://localhost:3001', 'localhost', 3001)
    expect(addresses.preview(ID, 3000)).toBe(`http://${ID}--3000.localhost:3001`)
    expect(addresses.read('LOCALHOST:3001')).toEqual({ kind: 'control' })
    expect(addresses.read('127.0.0.1:3001')).toEqual({ kind: 'control' })
    expect(addresses.read(`${ID}--3000.localhost:3001`)).toEqual({
      kind: 'preview',
      id: ID,
      port: 3000,
    })
    for (const name of [
      undefined,
      '',
      'localhost',
      'evil.test:3001',
      `${ID}--3000.localhost`,
      `${ID}--3000.localhost:3002`,
      `${ID}--3000.evil.test:3001`,
      `${ID}--65536.localhost:3001`,
      `x${ID}--3000.localhost:3001`,
      `${ID.slice(1)}--3000.localhost:3001`,
    ])
      expect(addresses.read(name)).toEqual({ kind: 'stranger' })
  })

  test('in production: an address of its own and a domain of its own for previews', () => {
    const addresses = createAddresses('https://host.example', 'preview.test', 4001)
    expect(addresses.preview(ID, 80)).toBe(`https://${ID}--80.preview.test`)
    expect(addresses.read('host.example')).toEqual({ kind: 'control' })
    expect(addresses.read(`${ID}--80.preview.test`)).toMatchObject({ kind: 'preview', port: 80 })
    expect(addresses.read(`${ID}--80.host.example`)).toEqual({ kind: 'stranger' })
  })
})

describe('whole characters', () => {
  test('a character cut anywhere is held back until it is whole', () => {
    const text = 'aé€😀z'
    const all = new TextEncoder().encode(text)
    for (let cut = 0; cut <= all.length; cut++) {
      const characters = wholeCharacters()
      const parts = [characters.take(all.subarray(0, cut)), characters.take(all.subarray(cut))]
      expect(parts.map((it) => new TextDecoder().decode(it)).join('')).toBe(text)
      expect(characters.rest()).toEqual(new Uint8Array())
    }
  })

  test('bytes that are no text pass, and what stays unfinished comes last', () => {
    const characters = wholeCharacters()
    expect(characters.take(new Uint8Array([255, 128, 65]))).toEqual(new Uint8Array([255, 128, 65]))
    expect(characters.take(new Uint8Array([66, 0xe2, 0x82]))).toEqual(new Uint8Array([66]))
    expect(characters.rest()).toEqual(new Uint8Array([0xe2, 0x82]))
  })
})

describe('users for containers', () => {
  test('root lends each one once, outside of what the system hands out', () => {
    const users = createUsers(true)
    const lent = Array.from({ length: 478 }, () => users.take())
    const uids = new Set(lent.map(({ identity }) => identity.uid))
    expect(uids.size).toBe(478)
    expect([Math.min(...(uids as Set<number>)), Math.max(...(uids as Set<number>))]).toEqual([
      60706, 61183,
    ])
    expect(() => users.take()).toThrow('received none: all 478 are in use.')
    lent[7]!.giveBack()
    expect(users.take().identity).toEqual(lent[7]!.identity)
  })

  test('an ordinary user lends itself', () => {
    expect(createUsers(false).take().identity).toEqual({})
  })
})

describe('injected scripts', () => {
  const inject = async (chunks: string[]) => {
    const stream = injectScripts(['<script>1</script>'])
    for (const chunk of chunks) stream.write(chunk)
    stream.end()
    let text = ''
    for await (const part of stream) text += part
    return text
  }

  test('stand first in the head, however the page arrives', async () => {
    const page = '<!doctype html><html><head lang="x"><title>t</title></head></html>'
    const expected = page.replace('<title>', '<script>1</script><title>')
    expect(await inject([page])).toBe(expected)
    expect(await inject([...page])).toBe(expected)
  })

  test('stand after the doctype, or first, where there is no head', async () => {
    expect(await inject(['<!doctype html><p>x'])).toBe('<!doctype html><script>1</script><p>x')
    expect(await inject(['x'])).toBe('<script>1</script>x')
    expect(await inject([])).toBe('<script>1</script>')
  })

  test('keep their source within their tag', () => {
    expect(injectedScript('a("</script><script>")', { type: 'importmap', defer: true })).toBe(
      '<script type="importmap" defer>a("<\\/script><script>")</script>',
    )
    expect(injectedScript('1', { type: 'x" onload="' })).toBe('<script>1</script>')
  })
})
