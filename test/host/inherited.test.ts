/** What the host's own process was started with stays outside of its sandboxes. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startHostProcess, UNTRIED, USERS } from './support/host-process.ts'
import { bootPage } from './support/page.ts'

/** Looks at every descriptor from inside: what is not Node's own, and what a number that was left open gives. */
const LOOK = `
  import { fstatSync, readFileSync, readSync, readdirSync, readlinkSync, writeSync } from 'node:fs'
  const tell = (act) => { try { return act() } catch (error) { return error.code } }
  const inherited = []
  for (let fd = 3; fd < 1024; fd++) {
    const flags = tell(() => parseInt(/^flags:\\s*(\\d+)/m.exec(readFileSync('/proc/self/fdinfo/' + fd, 'latin1'))[1], 8))
    if (typeof flags === 'number' && !(flags & 0o2000000)) inherited.push(fd)
  }
  const elsewhere = []
  for (const pid of tell(() => readdirSync('/proc').filter((name) => /^\\d+$/.test(name))) ?? [])
    for (const fd of [].concat(tell(() => readdirSync('/proc/' + pid + '/fd'))))
      elsewhere.push(String(tell(() => readlinkSync('/proc/' + pid + '/fd/' + fd))))
  console.log(JSON.stringify({
    inherited,
    read: tell(() => { const b = Buffer.alloc(20); return b.toString('utf8', 0, readSync(200, b, 0, 20, 0)) }),
    low: tell(() => { const b = Buffer.alloc(20); return b.toString('utf8', 0, readSync(63, b, 0, 20, 0)) }),
    write: tell(() => writeSync(200, 'x')),
    socket: tell(() => writeSync(150, 'x')),
    about: tell(() => fstatSync(200).size),
    seen: elsewhere.filter((path) => path.includes('telar-left-open')),
  }))`

for (const { name, reason } of UNTRIED)
  test.skip(`descriptors as ${name}: not run: ${reason}`, () => {})

describe.each(USERS)('open files and sockets of the server, run by $name', (user) => {
  test.each(['best', 'weaker'] as const)(
    'do not reach the code in the %s sandbox',
    async (sandbox) => {
      const folder = await mkdtemp(join(tmpdir(), 'telar-left-open-'))
      await chmod(folder, 0o755)
      const leftOpen = join(folder, 'secret.txt')
      await writeFile(leftOpen, 'the secret')
      await chmod(leftOpen, 0o666)
      const host = await startHostProcess(user, { wanted: { sandbox } }, { leftOpen })
      const page = await bootPage(host)
      // In the weaker sandbox /proc can't be read, so what is inherited is asked of the descriptors themselves.
      const { output, code } = await page.run(LOOK)
      expect({ code, output }).toMatchObject({ code: 0 })
      expect(JSON.parse(output)).toEqual({
        inherited: [],
        read: 'EBADF',
        low: 'EBADF',
        write: 'EBADF',
        socket: 'EBADF',
        about: 'EBADF',
        seen: [],
      })
      expect(await readFile(leftOpen, 'utf8')).toBe('the secret')
      page.close()
      await host.close()
      await rm(folder, { recursive: true, force: true })
    },
  )
})
