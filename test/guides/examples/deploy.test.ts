/** The steps of the deploy guide, in an empty folder: pack, build.sh, start what comes out, stop it, start it again. */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ensureClient } from '../../server/support/client-built.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 })

const root = fileURLToPath(new URL('../../..', import.meta.url))
const run = promisify(execFile)
const app = mkdtempSync(join(tmpdir(), 'telar-deploy-'))
const target = join(app, '../', `${app.split('/').at(-1)}-served`)
const started: ChildProcess[] = []

beforeAll(async () => {
  const { stdout } = await run(process.execPath, [join(root, 'scripts/pack.mjs')], { cwd: root })
  const archive = stdout.trim().split('\n').at(-1)!
  // The versions that this repository is tested with, of what Vitest brings along too.
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const pinned = ['esbuild', 'vitest', 'vite', 'jsdom', 'dom-accessibility-api']
  const about = {
    private: true,
    type: 'module',
    scripts: {
      test: 'vitest run',
      build:
        'esbuild server.ts --bundle --platform=node --format=esm --target=node20 --outfile=dist/server.js',
    },
    dependencies: { telar: `file:${archive}` },
    devDependencies: Object.fromEntries(
      pinned.map((name) => [name, lock.packages[`node_modules/${name}`].version]),
    ),
  }
  writeFileSync(join(app, 'package.json'), JSON.stringify(about))
  const examples = join(root, 'site/guides/examples')
  for (const file of ['deploy/server.ts', 'deploy/counter.ts', 'testing/counter.test.ts'])
    cpSync(join(examples, file), join(app, file.split('/')[1]!))
  cpSync(join(root, 'deploy'), join(app, 'deploy'), { recursive: true })
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--package-lock-only']
  await run('npm', ['install', ...quiet], { cwd: app })
  await run(join(app, 'deploy/build.sh'), [app, target], {
    env: { ...process.env, npm_config_prefer_offline: 'true' },
  })
})

afterAll(() => {
  for (const one of started) one.kill('SIGKILL')
  for (const folder of [app, target]) rmSync(folder, { recursive: true, force: true })
})

const environment = { SESSIONS: join(app, 'sessions'), TELAR_SECRET: 'x'.repeat(44), PORT: '0' }

/** Starts the program that was built; resolves to its address. */
function start(): Promise<{ address: string; program: ChildProcess }> {
  const program = spawn(process.execPath, ['server.js'], {
    cwd: target,
    env: { ...process.env, ...environment, NODE_ENV: 'production' },
  })
  started.push(program)
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (data: Buffer) => {
      said += data
      const [address] = /http:\S+/.exec(said) ?? []
      if (address) resolve({ address, program })
    }
    program.stdout.on('data', hear)
    program.stderr.on('data', hear)
    program.on('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)))
  })
}

test('build.sh leaves one program that needs nothing beside it', () => {
  expect(readdirSync(target)).toEqual(['server.js'])
})

test('the program serves, ends at SIGTERM, and starts again', async () => {
  for (let round = 0; round < 2; round += 1) {
    const { address, program } = await start()
    const answer = await fetch(address)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Clicked')
    const ended = new Promise((resolve) => program.on('exit', resolve))
    program.kill('SIGTERM')
    expect(await ended).toBe(0)
  }
})

test('the image is made by the same script, and sets what the program reads', () => {
  const file = readFileSync(join(root, 'deploy/Dockerfile'), 'utf8')
  expect(file).toContain('RUN deploy/build.sh /app /out')
  const program = readFileSync(join(root, 'site/guides/examples/deploy/server.ts'), 'utf8')
  const read = [...program.matchAll(/process\.env\.(\w+)/g)].map(([, name]) => name)
  expect(read.length).toBe(3)
  for (const name of read) expect(file).toMatch(new RegExp(`^ENV .*\\b${name}=`, 'm'))
})

test('the unit reads as systemd reads it, where it is there', () => {
  const unit = join(app, 'my-app.service')
  const text = readFileSync(join(root, 'deploy/my-app.service'), 'utf8')
  // Verifying asks for the program that a unit starts.
  writeFileSync(unit, text.replace('/usr/bin/node', process.execPath))
  if (!isThere('systemd-analyze')) return expect(text).toContain('[Service]')
  const said = execFileSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' })
  expect(said).toBe('')
})

test('nginx takes the configuration, where it is there; braces close in any case', () => {
  const text = readFileSync(join(root, 'deploy/nginx.conf'), 'utf8')
  expect(text.split('{').length).toBe(text.split('}').length)
  if (!isThere('nginx')) return
  const folder = join(app, 'nginx')
  mkdirSync(folder)
  // Certificates are the machine's, so the port goes without them here.
  const plain = text.replace('listen 443 ssl;', 'listen 8443;').replace(/^\s*ssl_cert.*$/gm, '')
  writeFileSync(join(folder, 'nginx.conf'), `pid ${folder}/pid;\nevents {}\nhttp {\n${plain}\n}\n`)
  execFileSync('nginx', [
    '-t',
    '-e',
    `${folder}/log`,
    '-p',
    folder,
    '-c',
    join(folder, 'nginx.conf'),
  ])
})

test('inside Express the live page is answered, and everything else is left to it', async () => {
  await ensureClient()
  const { live, server } = await import('../../../site/guides/examples/deploy/express.ts')
  expect(server).toBeInstanceOf(Server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const text = async (path: string) => (await fetch(`http://localhost:${port}${path}`)).text()
  expect(await text('/')).toContain('<a href="/counter">')
  expect(await text('/counter')).toContain('Clicked')
  await live.drain()
  server.closeAllConnections()
  server.close()
})

function isThere(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`])
    return true
  } catch {
    return false
  }
}
