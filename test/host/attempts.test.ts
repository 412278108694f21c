/** More ways out of the sandbox, each tried from inside, as root and as an ordinary user. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HostProcess, startHostProcess, UNTRIED, USERS } from './support/host-process.ts'
import { bootPage, get, type Page } from './support/page.ts'

for (const { name, reason } of UNTRIED)
  test.skip(`attempts as ${name}: not run: ${reason}`, () => {})

for (const user of USERS) {
  const host = await startHostProcess(user)
  if (host.sandbox.kind === 'bubblewrap') attempts(user.name, host)
  else {
    await host.close()
    test.skip(`attempts as ${user.name}: not run: ${host.sandbox.reason}`, () => {})
  }
}

function attempts(name: string, host: HostProcess) {
  describe(`attempts, the host running as ${name}`, () => {
    let page: Page
    beforeAll(async () => {
      page = await bootPage(host)
    })
    afterAll(async () => {
      page.close()
      await host.close()
    })

    /** What each of these expressions gives: DONE, or the code of its error. */
    const tried = async (attempt: Record<string, string>) => {
      const { output, code } = await page.run(`
        import * as fs from 'node:fs'
        import * as os from 'node:os'
        import * as net from 'node:net'
        import * as udp from 'node:dgram'
        import { spawnSync } from 'node:child_process'
        const codes = {}
        const tell = async (name, act) => { try { await act(); codes[name] = 'DONE' } catch (error) { codes[name] = error.code } }
        const write = (path, text = 'x') => fs.writeFileSync(path, text)
        const reach = (options) => new Promise((resolve, reject) => {
          const socket = net.connect(options, resolve).on('error', reject)
          socket.setTimeout(2000, () => reject({ code: 'ETIMEDOUT' }))
        })
        ${Object.entries(attempt)
          .map(([what, act]) => `await tell(${JSON.stringify(what)}, async () => { ${act} })`)
          .join('\n')}
        console.log(JSON.stringify(codes))
        process.exit()`)
      expect({ code, output }).toMatchObject({ code: 0 })
      return JSON.parse(output) as Record<string, string>
    }
    const called = (promise: Promise<unknown>) =>
      promise.then(
        () => 'DONE',
        (error: Error) => error.message.split(':')[0]!,
      )
    const none = (codes: Record<string, string>) =>
      Object.entries(codes).filter(([, code]) => code === 'DONE')

    test('another user, group or list of groups is not to be had', async () => {
      const codes = await tried({
        user: 'process.setuid(0)',
        effective: 'process.seteuid(0)',
        group: 'process.setgid(0)',
        effectiveGroup: 'process.setegid(0)',
        groups: 'process.setgroups([0, 27, 999])',
        other: 'process.setuid(60706)',
      })
      expect(none(codes)).toEqual([])
    })

    test('users of the namespace are mapped once, and not again', async () => {
      const codes = await tried({
        users: "write('/proc/self/uid_map', '0 0 4294967295')",
        groups: "write('/proc/self/gid_map', '0 0 4294967295')",
        allow: "write('/proc/self/setgroups', 'allow')",
      })
      expect(none(codes)).toEqual([])
    })

    test('priority and safety from the memory killer are not raised', async () => {
      const codes = await tried({
        priority: 'os.setPriority(-10)',
        spared: "write('/proc/self/oom_score_adj', '-1000')",
      })
      expect(none(codes)).toEqual([])
    })

    test('the first process is of no use: it holds nothing more, and outlives its killing', async () => {
      const { output } = await page.run(`
        import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
        const field = (pid, name) => new RegExp('^' + name + ':\\\\s*(.*)$', 'm').exec(readFileSync('/proc/' + pid + '/status', 'utf8'))[1]
        const same = ['user', 'mnt', 'pid', 'net', 'ipc', 'uts'].filter((it) => readlinkSync('/proc/1/ns/' + it) !== readlinkSync('/proc/self/ns/' + it))
        const held = readdirSync('/proc/1/fd').map((fd) => readlinkSync('/proc/1/fd/' + fd))
        process.kill(1, 'SIGKILL')
        console.log(JSON.stringify({
          more: ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'].filter((it) => field(1, it) !== '0000000000000000'),
          newPrivileges: field(1, 'NoNewPrivs'),
          other: same,
          files: held.filter((link) => !/^(socket|pipe|anon_inode):|^\\/dev\\/null$/.test(link)),
        }))`)
      expect(JSON.parse(output)).toEqual({ more: [], newPrivileges: '1', other: [], files: [] })
      expect((await page.run("console.log('still here')")).output).toBe('still here\n')
    })

    test('Node, the agent and the small /etc stay as they are', async () => {
      const codes = await tried({
        node: "fs.openSync('/usr/bin/node', 'r+')",
        agent: "write('/opt/telar/agent.cjs')",
        names: "fs.appendFileSync('/etc/hosts', 'x')",
        remove: "fs.rmSync('/opt/telar/agent.cjs')",
        rename: "fs.renameSync('/opt/telar', '/opt/other')",
        mode: "fs.chmodSync('/usr/bin/node', 0o777)",
        owner: "fs.chownSync('/usr/bin/node', 1000, 1000)",
        times: "fs.utimesSync('/usr/bin/node', 0, 0)",
        link: "fs.linkSync('/usr/bin/node', 'node')",
        beside: "fs.symlinkSync('/tmp', '/usr/lib/x')",
      })
      expect(none(codes)).toEqual([])
    })

    test('no device of the machine is there', async () => {
      const codes = await tried(
        Object.fromEntries(
          [
            'mem',
            'kmem',
            'port',
            'kmsg',
            'sda',
            'vda',
            'nvme0n1',
            'loop0',
            'loop-control',
            'fuse',
            'kvm',
            'net/tun',
            'vsock',
            'uinput',
            'mapper/control',
            'console',
            'tty0',
          ].map((device) => [device, `fs.openSync('/dev/${device}', 'r')`]),
        ),
      )
      expect(none(codes)).toEqual([])
    })

    test('no control group, no kernel setting, no module is in sight', async () => {
      const codes = await tried({
        system: "fs.readdirSync('/sys/kernel')",
        groups: "fs.readdirSync('/sys/fs/cgroup')",
        agent: "write('/sys/fs/cgroup/release_agent', '/tmp/x')",
        debug: "fs.readdirSync('/sys/kernel/debug')",
        firmware: "fs.readdirSync('/sys/firmware')",
        modules: "fs.readdirSync('/lib/modules')",
        trigger: "write('/proc/sysrq-trigger', 'b')",
        core: "write('/proc/sys/kernel/core_pattern', '|/tmp/x')",
        modprobe: "write('/proc/sys/kernel/modprobe', '/tmp/x')",
        format: "write('/proc/sys/fs/binfmt_misc/register', 'x')",
      })
      expect(none(codes)).toEqual([])
    })

    test('no address beyond its own loopback is reached: neighbours, metadata, multicast, IPv6', async () => {
      const outside = createServer()
      outside.listen(0, '0.0.0.0')
      await once(outside, 'listening')
      let callers = 0
      outside.on('connection', () => callers++)
      const { port } = outside.address() as { port: number }
      const addresses = [
        '169.254.169.254',
        '10.0.0.1',
        '172.17.0.1',
        '192.168.1.1',
        '8.8.8.8',
        'fe80::1',
        'fd00::1',
        '2001:4860:4860::8888',
        '::ffff:127.0.0.1',
        '127.1.2.3',
        '0.0.0.0',
        '::',
      ]
      const codes = await tried({
        ...Object.fromEntries(
          addresses.map((address) => [
            address,
            `await reach({ host: '${address}', port: ${port} })`,
          ]),
        ),
        broadcast:
          "await new Promise((done, fail) => { const s = udp.createSocket('udp4'); s.bind(0, () => { s.setBroadcast(true); s.send('x', 9, '255.255.255.255', (error) => error ? fail(error) : done()) }) })",
      })
      expect(none(codes)).toEqual([])
      expect(callers).toBe(0)
      outside.close()
    })

    test('what other containers share in /dev/shm, /tmp or by name is not seen', async () => {
      const other = await bootPage(host)
      await other.run(`
        import { writeFileSync } from 'node:fs'
        writeFileSync('/dev/shm/mine', 'x'); writeFileSync('/tmp/mine', 'x'); writeFileSync('/home/projects/mine', 'x')`)
      await other.write(
        'serve.mjs',
        "import { createServer } from 'node:net'; createServer().listen('\\0mine'); createServer().listen('/tmp/mine.sock', () => console.log('up'))",
      )
      await (await other.node('serve.mjs')).says('up')
      const codes = await tried({
        memory: "fs.readFileSync('/dev/shm/mine')",
        scratch: "fs.readFileSync('/tmp/mine')",
        beside: "fs.readFileSync('/home/projects/mine')",
        name: "await reach({ path: '\\0mine' })",
        socket: "await reach({ path: '/tmp/mine.sock' })",
      })
      expect(none(codes)).toEqual([])
      other.close()
    })

    test('a signal to everything reaches nobody outside of the container', async () => {
      const other = await bootPage(host)
      const killer = await bootPage(host)
      await killer.node('-e', "process.kill(-1, 'SIGKILL')").catch(() => {})
      await killer.ended
      expect((await other.run("console.log('untouched')")).output).toBe('untouched\n')
      expect((await get(host.port, '/api/health')).status).toBe(200)
      other.close()
      killer.close()
    })

    test('a watch through a planted link is refused; one inside the project is kept', async () => {
      await page.run(`
        import { mkdirSync, symlinkSync } from 'node:fs'
        mkdirSync('in'); symlinkSync('/etc', 'out'); symlinkSync('in', 'near'); symlinkSync('/nowhere', 'void')
        symlinkSync('..', 'above'); symlinkSync('/home/projects', 'all'); symlinkSync('void', 'in/twice')`)
      let number = 900
      const watch = (path: string, recursive: boolean) =>
        called(page.call({ method: 'watch', watch: ++number, path, recursive }))
      for (const recursive of [false, true])
        expect({
          out: await watch('out', recursive),
          file: await watch('out/hosts', recursive),
          above: await watch('above', recursive),
          all: await watch('all', recursive),
          nowhere: await watch('void', recursive),
          twice: await watch('in/twice', recursive),
          climb: await watch('in/../../..', recursive),
          near: await watch('near', recursive),
          own: await watch('.', recursive),
        }).toEqual({
          out: 'EACCES',
          file: 'EACCES',
          above: 'EACCES',
          all: 'EACCES',
          nowhere: 'ENOENT',
          twice: 'ENOENT',
          climb: 'EACCES',
          near: 'DONE',
          own: 'DONE',
        })
    })

    test('no call of the page climbs out of the project', async () => {
      await page.write('here.txt', 'x')
      const encoding = null
      const spawned = { process: 990, args: [], env: {}, quiet: true }
      const codes = {
        rename: await called(
          page.call({ method: 'rename', from: 'here.txt', to: '../../there.txt' }),
        ),
        fetch: await called(
          page.call({ method: 'rename', from: '../../../etc/hosts', to: 'hosts' }),
        ),
        remove: await called(page.call({ method: 'rm', path: '..', force: true, recursive: true })),
        list: await called(page.call({ method: 'readdir', path: 'a/../../..' })),
        make: await called(page.call({ method: 'mkdir', path: '../new', recursive: true })),
        write: await called(page.call({ method: 'writeFile', path: '../x', text: 'x', encoding })),
        zero: await called(page.call({ method: 'readFile', path: 'here.txt\0.png', encoding })),
        export: await called(
          page.call({ method: 'export', path: '../..', includes: [], excludes: [] }),
        ),
        mount: await called(
          page.call(
            { method: 'mount', at: null },
            Buffer.from('{"d":{"..":{"d":{"x":{"f":{"c":"x"}}}}}}'),
          ),
        ),
        slash: await called(
          page.call(
            { method: 'mount', at: null },
            Buffer.from('{"d":{"../../x":{"f":{"c":"x"}}}}'),
          ),
        ),
        folder: await called(
          page.call({ method: 'spawn', command: 'node', cwd: '../../..', ...spawned }),
        ),
        shell: await called(
          page.call({ method: 'spawn', command: '/bin/sh', cwd: null, ...spawned }),
        ),
        path: await called(
          page.call({ method: 'spawn', command: '../../../usr/bin/node', cwd: null, ...spawned }),
        ),
      }
      expect(none(codes)).toEqual([])
    })

    test('a program that crashes leaves no image of its memory', async () => {
      const { output } = await page.run(`
        import { spawnSync } from 'node:child_process'
        import { readdirSync } from 'node:fs'
        const { signal } = spawnSync(process.execPath, ['-e', 'process.abort()'])
        console.log(signal, readdirSync('.').filter((name) => /^core/.test(name)).length)`)
      expect(output).toBe('SIGABRT 0\n')
    })

    test('a low port and a bit that lends rights give nothing', async () => {
      const codes = await tried({
        port: "await new Promise((done, fail) => net.createServer().listen(80, done).on('error', fail))",
      })
      expect(codes.port).toBe('EACCES')
      const { output } = await page.run(`
        import { chmodSync, writeFileSync } from 'node:fs'
        import { spawnSync } from 'node:child_process'
        writeFileSync('lent.mjs', '#!/usr/bin/node\\nconsole.log(process.geteuid() === process.getuid())')
        try { chmodSync('lent.mjs', 0o6755) } catch {}
        console.log(spawnSync('./lent.mjs').stdout.toString().trim(), process.geteuid())`)
      expect(output).toBe('true 1000\n')
    })

    test('libraries of its own choice reach no process of the host', async () => {
      const codes = await tried({
        preload: "write('/etc/ld.so.preload', '/tmp/x.so')",
        cache: "write('/etc/ld.so.cache')",
        library: "write('/lib/x86_64-linux-gnu/libc.so.6')",
        loader: "write('/lib64/ld-linux-x86-64.so.2')",
      })
      expect(none(codes)).toEqual([])
      await page.call({
        method: 'spawn',
        process: 991,
        command: 'node',
        args: ['--version'],
        cwd: null,
        env: { LD_PRELOAD: '/home/projects/demo/here.txt', NODE_OPTIONS: '--require=/none.cjs' },
        quiet: true,
      })
      expect((await page.run('console.log(process.env.LD_PRELOAD)')).output).toBe('undefined\n')
    })
  })
}
