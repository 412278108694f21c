/** What code in a container can't reach, tried from inside, as root and as an ordinary user. */
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readProcessTable, useOfTree } from '../../playground/host/sandbox/process-table.ts'
import { type HostProcess, startHostProcess, UNTRIED, USERS } from './support/host-process.ts'
import { bootPage, type Page } from './support/page.ts'

for (const { name, reason } of UNTRIED)
  test.skip(`the sandbox as ${name}: not run: ${reason}`, () => {})

for (const user of USERS) {
  const host = await startHostProcess(user)
  if (host.sandbox.kind === 'bubblewrap') sandboxTests(user.name, host)
  else {
    await host.close()
    test.skip(`the sandbox as ${user.name}: not run: ${host.sandbox.reason}`, () => {})
  }
}

function sandboxTests(name: string, host: HostProcess) {
  describe(`the sandbox, its host running as ${name}`, () => {
    let page: Page
    let folder: string
    let secret: string

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'telar-secret-'))
      secret = join(folder, 'secret.txt')
      await chmod(folder, 0o777)
      await writeFile(secret, 'the secret of the host')
      await chmod(secret, 0o666)
      page = await bootPage(host)
    })

    afterAll(async () => {
      page.close()
      await host.close()
      await rm(folder, { recursive: true, force: true })
    })

    const inside = async (source: string) => {
      const { output, code } = await page.run(source)
      expect({ code, output }).toMatchObject({ code: 0 })
      return JSON.parse(output) as unknown
    }

    test('no file of /proc/sys opens for writing', async () => {
      const found = await inside(`
        import { openSync, readdirSync, constants } from 'node:fs'
        const opened = []
        let tried = 0
        const walk = (folder) => {
          for (const entry of readdirSync(folder, { withFileTypes: true })) {
            const path = folder + '/' + entry.name
            if (entry.isDirectory()) walk(path)
            else for (const flag of [constants.O_WRONLY, constants.O_RDWR]) {
              tried++
              try { openSync(path, flag); opened.push(path) } catch {}
            }
          }
        }
        walk('/proc/sys')
        for (const path of ['/proc/sysrq-trigger', '/proc/kcore', '/proc/kmsg'])
          try { openSync(path, constants.O_RDWR); opened.push(path) } catch {}
        console.log(JSON.stringify({ opened, enough: tried > 200 }))`)
      expect(found).toEqual({ opened: [], enough: true })
    })

    test('it has no capability, no way to get one, and is not root', async () => {
      const found = await inside(`
        import { readFileSync } from 'node:fs'
        const status = readFileSync('/proc/self/status', 'utf8')
        const field = (name) => new RegExp('^' + name + ':\\\\s*(.*)$', 'm').exec(status)[1]
        console.log(JSON.stringify({
          capabilities: ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'].map(field),
          newPrivileges: field('NoNewPrivs'),
          root: process.getuid() === 0,
        }))`)
      expect(found).toEqual({
        capabilities: Array(5).fill('0000000000000000'),
        newPrivileges: '1',
        root: false,
      })
    })

    test('it can make no namespace', async () => {
      await page.call(
        { method: 'writeFile', path: 'unshare', encoding: null },
        await readFile('/usr/bin/unshare'),
      )
      const found = await inside(`
        import { spawnSync } from 'node:child_process'
        import { chmodSync } from 'node:fs'
        chmodSync('unshare', 0o755)
        const { status, stderr } = spawnSync('./unshare', ['--user', '--net', process.execPath, '--version'])
        console.log(JSON.stringify({ failed: status === 1, said: /unshare failed/.test(stderr) }))`)
      expect(found).toEqual({ failed: true, said: true })
    })

    test('nothing outside of the sandbox is read', async () => {
      const found = await inside(`
        import { readdirSync, readFileSync } from 'node:fs'
        const secret = ${JSON.stringify(secret)}
        const read = []
        const pids = readdirSync('/proc').filter((name) => /^\\d+$/.test(name))
        const roots = ['', ...pids.flatMap((pid) => ['/proc/' + pid + '/root', '/proc/' + pid + '/cwd'])]
        for (const root of roots)
          for (const path of [secret, '/etc/shadow', '/etc/hostname', '/root/.bashrc', '/var/lib/dpkg/status'])
            try { readFileSync(root + path); read.push(root + path) } catch {}
        for (const pid of pids) {
          const environment = readFileSync('/proc/' + pid + '/environ', 'utf8')
          if (/SUDO|npm_|VITEST|_PROXY|SSH/i.test(environment)) read.push(environment)
        }
        console.log(JSON.stringify({ read, top: readdirSync('/').sort(), home: readdirSync('/home') }))`)
      expect(found).toEqual({
        read: [],
        top: expect.arrayContaining(['dev', 'etc', 'home', 'opt', 'proc', 'tmp', 'usr']),
        home: ['projects'],
      })
      const { top } = found as { top: string[] }
      const known = ['dev', 'etc', 'home', 'lib', 'lib64', 'opt', 'proc', 'tmp', 'usr']
      expect(top.filter((it) => !known.includes(it))).toEqual([])
    })

    test('nothing but the workspace, /tmp and /dev/shm takes a byte, and those are bounded', async () => {
      const found = await inside(`
        import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
        const written = []
        for (const folder of ['/', '/dev', '/dev/pts', '/etc', '/usr', '/usr/bin', '/opt/telar', '/proc', '/proc/1', '/lib'])
          try { writeFileSync(folder + '/x', 'x'); written.push(folder) } catch {}
        const megabytes = (path) => {
          let count = 0
          try { for (; count < 200; count++) appendFileSync(path, Buffer.alloc(1 << 20)) } catch {}
          rmSync(path)
          return count
        }
        console.log(JSON.stringify({ written, tmp: megabytes('/tmp/x'), shm: megabytes('/dev/shm/x') }))`)
      expect(found).toEqual({ written: [], tmp: 16, shm: 16 })
    })

    test('no socket leaves: not to the network, to Redis, to a path, to an abstract name', async () => {
      let callers = 0
      const listen = async (at: number | string) => {
        const server = createServer((socket) => {
          callers++
          socket.end('+PONG\r\n')
        })
        server.listen(typeof at === 'number' ? { port: at, host: '127.0.0.1' } : { path: at })
        await once(server, 'listening')
        return server
      }
      const path = join(folder, 'socket')
      const redis = await listen(0)
      const servers: Server[] = [redis, await listen(path), await listen('\0telar-test-abstract')]
      await chmod(path, 0o777)
      const { port } = redis.address() as { port: number }
      const found = await inside(`
        import { connect } from 'node:net'
        import { createSocket } from 'node:dgram'
        import { networkInterfaces } from 'node:os'
        import { lookup } from 'node:dns/promises'
        const reach = (options) => new Promise((resolve) => {
          const socket = connect(options)
          socket.setTimeout(1500, () => resolve('timeout'))
          socket.on('connect', () => resolve('CONNECTED'))
          socket.on('error', (error) => resolve(error.code))
        })
        const reached = []
        for (const options of [
          { host: '127.0.0.1', port: ${port} }, { host: '::1', port: ${port} }, { host: '0.0.0.0', port: ${port} },
          { host: '127.0.0.1', port: ${host.port} },
          { path: ${JSON.stringify(path)} }, { path: '\\0telar-test-abstract' },
        ]) reached.push(await reach(options))
        const udp = createSocket('udp4')
        const sent = await new Promise((resolve) => udp.send('x', 53, '192.0.2.1', (error) => resolve(error ? error.code : 'SENT')))
        udp.close()
        console.log(JSON.stringify({
          connected: reached.filter((it) => it === 'CONNECTED').length,
          sent,
          cards: Object.keys(networkInterfaces()).filter((it) => it !== 'lo'),
          name: await lookup('example.com').then(() => 'RESOLVED', () => 'not resolved'),
        }))`)
      expect(found).toEqual({ connected: 0, sent: 'ENETUNREACH', cards: [], name: 'not resolved' })
      expect(callers).toBe(0)
      for (const server of servers) server.close()
    })

    test('a symlink planted at any path the host uses reaches nothing of the host', async () => {
      await page.run(`
        import { symlinkSync, mkdirSync } from 'node:fs'
        symlinkSync(${JSON.stringify(secret)}, 'file')
        symlinkSync(${JSON.stringify(folder)}, 'folder')
        symlinkSync('/', 'top')`)
      const refused = (promise: Promise<unknown>) =>
        promise.then(
          () => 'DONE',
          (error: Error) => error.message.split(':')[0],
        )
      const encoding = null
      expect({
        read: await refused(page.call({ method: 'readFile', path: 'file', encoding })),
        write: await refused(page.call({ method: 'writeFile', path: 'file', text: 'x', encoding })),
        list: await refused(page.call({ method: 'readdir', path: 'folder' })),
        make: await refused(page.call({ method: 'mkdir', path: 'folder/new', recursive: true })),
        below: await refused(
          page.call({ method: 'writeFile', path: 'folder/new.txt', text: 'x', encoding }),
        ),
        mount: await refused(
          page.call({ method: 'mount', at: 'folder' }, Buffer.from('{"d":{"a":{"f":{"c":"x"}}}}')),
        ),
        shadow: await refused(page.call({ method: 'readFile', path: 'top/etc/shadow', encoding })),
        climb: await refused(
          page.call({ method: 'readFile', path: '../../../etc/passwd', encoding }),
        ),
        watch: await refused(
          page.call({ method: 'watch', watch: 900, path: 'folder', recursive: true }),
        ),
      }).toEqual({
        read: 'ENOENT',
        write: 'ENOENT',
        list: 'ENOENT',
        make: 'ENOTDIR',
        below: 'ENOENT',
        mount: 'ENOENT',
        shadow: 'ENOENT',
        climb: 'EACCES',
        watch: 'ENOENT',
      })
      expect(await readFile(secret, 'utf8')).toBe('the secret of the host')
    })

    test('a project folder swapped for a symlink leads no host operation out', async () => {
      const other = await bootPage(host)
      await other.run(`
        import { renameSync, symlinkSync } from 'node:fs'
        process.chdir('/home/projects')
        renameSync('demo', 'away')
        symlinkSync(${JSON.stringify(folder)}, 'demo')`)
      await expect(other.write('planted.txt', 'x')).rejects.toThrow('ENOENT')
      await expect(
        other.call({ method: 'readFile', path: 'secret.txt', encoding: 'utf8' }),
      ).rejects.toThrow('ENOENT')
      other.close()
    })

    test('another container is out of reach: its port, its files, its processes', async () => {
      const other = await bootPage(host)
      await other.write('mine.txt', 'of the other')
      await other.write(
        'serve.mjs',
        `import { createServer } from 'node:http'
         createServer((_, response) => response.end('of the other')).listen(4000)`,
      )
      await other.node('serve.mjs')
      await other.port(4000)
      const found = await inside(`
        import { connect } from 'node:net'
        import { readdirSync, readFileSync } from 'node:fs'
        const seen = []
        for (const pid of readdirSync('/proc').filter((name) => /^\\d+$/.test(name))) {
          const line = readFileSync('/proc/' + pid + '/cmdline', 'utf8')
          if (line.includes('serve.mjs')) seen.push(line)
          try { seen.push(readFileSync('/proc/' + pid + '/root/home/projects/demo/mine.txt', 'utf8')) } catch {}
        }
        const signalled = []
        for (let pid = 20; pid < 70000; pid++) if (pid !== process.pid) try { process.kill(pid, 0); signalled.push(pid) } catch {}
        const port = await new Promise((resolve) => connect(4000, '127.0.0.1').on('connect', () => resolve('CONNECTED')).on('error', (error) => resolve(error.code)))
        const own = new Set(readdirSync('/proc/self/task').map(Number))
        console.log(JSON.stringify({ port, seen, signalled: signalled.filter((pid) => !own.has(pid)) }))`)
      expect(found).toMatchObject({ port: 'ECONNREFUSED', seen: [] })
      const { signalled } = found as { signalled: number[] }
      // Whatever answers a signal is a thread of this container's own few processes.
      expect(signalled.filter((pid) => pid > 2000)).toEqual([])
      other.close()
    })

    test('each container of a root host has a user of its own, and none is root', async () => {
      const other = await bootPage(host)
      const { pids } = useOfTree(await readProcessTable(), host.pid)
      const uids = await Promise.all(
        pids
          .filter((pid) => pid !== host.pid)
          .map(async (pid) =>
            Number(/^Uid:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]),
          ),
      )
      const distinct = new Set(uids)
      expect(distinct.has(0)).toBe(false)
      expect(distinct.size).toBe(name === 'root' ? 2 : 1)
      other.close()
    })
  })
}
