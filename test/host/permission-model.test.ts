/** The weaker kind of sandbox, as a machine without bubblewrap gets it: what it still does, and says it does not. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HostProcess, startHostProcess, UNTRIED, USERS } from './support/host-process.ts'
import { bootPage, get, type Page } from './support/page.ts'

const SERVER = (text: string) => `
  import { createServer } from 'node:http'
  const server = createServer((_, response) => response.end(${JSON.stringify(text)}))
  server.listen(3000, () => console.log('port', server.address().port))`

/** Starts another process, as the playground does for each run of the reader's code. */
const START = `
  import { spawn } from 'node:child_process'
  spawn(process.execPath, [process.argv[2]], { stdio: ['pipe', 'inherit', 'inherit'] })`

for (const { name, reason } of UNTRIED)
  test.skip(`the weaker sandbox as ${name}: not run: ${reason}`, () => {})

for (const user of USERS)
  describe(`without bubblewrap, the host running as ${user.name}`, () => {
    let host: HostProcess
    let page: Page

    beforeAll(async () => {
      host = await startHostProcess(user, {
        wanted: { sandbox: 'weaker' },
        limits: { lifetimeSeconds: 3600, outputKBPerSecond: 256, outputBurstKB: 512 },
      })
      page = await bootPage(host)
    })
    afterAll(async () => {
      page?.close()
      await host?.close()
    })

    test('it tells its kind, the reason and what does not hold', () => {
      expect(host.sandbox).toEqual({
        kind: 'permission-model',
        reason: 'The weaker sandbox was asked for.',
        notHeld: [
          "The code can reach the network, this machine's own services included.",
          'A symbolic link may lead to files outside of the project.',
          'The disk is not bounded.',
          'Memory, processes and processor time are looked at only now and then.',
          ...(user.name === 'root' ? [] : ['The code runs as the same user as this server.']),
        ],
      })
    })

    test('two containers both serve port 3000, on the loopback alone', async () => {
      const other = await bootPage(host)
      await page.write('serve.mjs', SERVER('one'))
      await other.write('serve.mjs', SERVER('two'))
      await other.write('start.mjs', START)
      const one = await page.node('serve.mjs')
      const two = await other.node('start.mjs', 'serve.mjs')
      await one.says('port 3000')
      await two.says('port 3000')
      for (const [its, text] of [
        [page, 'one'],
        [other, 'two'],
      ] as const) {
        const { url = '' } = await its.port(3000)
        expect((await get(host.port, '/', { host: new URL(url).host })).body).toBe(text)
      }
      await one.kill()
      expect(await one.exit).toBe(143)
      other.close()
    })

    test("the reader's code reads and writes its project alone and starts no program", async () => {
      const secret = join(tmpdir(), `telar-secret-${process.pid}.txt`)
      await writeFile(secret, 'secret')
      await page.write('start.mjs', START)
      await page.write(
        'try.mjs',
        `
        import { readFileSync, writeFileSync } from 'node:fs'
        import { execSync, fork, spawn, spawnSync } from 'node:child_process'
        const missing = () => { throw Object.assign(new Error(), { code: 'ERR_ACCESS_DENIED' }) }
        const tell = (act) => { try { act(); return 'DONE' } catch (error) { return error.code } }
        console.log(JSON.stringify({
          read: tell(() => readFileSync(${JSON.stringify(secret)})),
          write: tell(() => writeFileSync(${JSON.stringify(secret)}, 'x')),
          program: tell(() => spawnSync(process.execPath, ['--version'])),
          shell: tell(() => execSync('true')),
          fork: tell(() => fork('own.txt')),
          replaced: tell(() => process.execve ? process.execve('/bin/true', ['true'], {}) : missing()),
          library: tell(() => process.dlopen({ exports: {} }, '/lib/x86_64-linux-gnu/libc.so.6')),
          more: tell(() => spawn(process.execPath, ['--allow-child-process', '-e', '1'], { env: {} })),
          own: tell(() => writeFileSync('own.txt', 'x')),
          root: process.getuid() === 0,
        }))`,
      )
      const trial = await page.node('start.mjs', 'try.mjs')
      await trial.exit
      expect(JSON.parse(trial.output())).toEqual({
        read: 'ERR_ACCESS_DENIED',
        write: 'ERR_ACCESS_DENIED',
        program: 'ERR_ACCESS_DENIED',
        shell: 'ERR_ACCESS_DENIED',
        fork: 'ERR_ACCESS_DENIED',
        replaced: 'ERR_ACCESS_DENIED',
        library: expect.stringMatching(/^ERR_(ACCESS_DENIED|DLOPEN_DISABLED)$/),
        more: 'ERR_ACCESS_DENIED',
        own: 'DONE',
        root: false,
      })
    })

    test('a worker runs, as the watchdog of the engine needs it', async () => {
      const { output, code } = await page.run(`
        import { Worker } from 'node:worker_threads'
        new Worker('require("worker_threads").parentPort.postMessage("from a worker")', { eval: true })
          .on('message', (it) => console.log(it))`)
      expect({ output, code }).toEqual({ output: 'from a worker\n', code: 0 })
    })

    test('an output bomb and the end of a page end what it started', async () => {
      const bomb = await bootPage(host)
      await bomb.write('bomb.mjs', "const m = () => process.stdout.write('x'.repeat(1000), m); m()")
      bomb.node('bomb.mjs').catch(() => {})
      expect((await bomb.ended).reason).toBe('output')
      bomb.close()
      expect((await page.run("console.log('still here')")).output).toBe('still here\n')
    })
  })

describe('a machine where bubblewrap does not run', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'telar-programs-'))
    await chmod(folder, 0o755)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const reported = async () => {
    const host = await startHostProcess(USERS[0]!, {}, { programs: folder })
    const page = await bootPage(host)
    const { output } = await page.run("console.log('runs all the same')")
    page.close()
    await host.close()
    return { kind: host.sandbox.kind, reason: host.sandbox.reason, output }
  }

  test('where it is not installed, the reason says how to install it', async () => {
    expect(await reported()).toEqual({
      kind: 'permission-model',
      reason:
        'bubblewrap is not installed. On Debian: apt-get install bubblewrap, then start again.',
      output: 'runs all the same\n',
    })
  })

  test('where it is forbidden, the reason is its own words', async () => {
    const words = 'bwrap: No permissions to create a new namespace'
    await writeFile(join(folder, 'bwrap'), `#!/bin/sh\necho '${words}' >&2\nexit 1\n`)
    await chmod(join(folder, 'bwrap'), 0o755)
    expect(await reported()).toEqual({
      kind: 'permission-model',
      reason: `bubblewrap can't make a sandbox here: ${words}`,
      output: 'runs all the same\n',
    })
  })
})
