/** A PostgreSQL server for tests: a new cluster on a free port, gone afterwards. `node scripts/postgres.mjs COMMAND …` runs a command with its DATABASE_URL. */
import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Starts one; `stop` ends it and removes its files. Where there is none, and it can't be installed, the result says why.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | { reason: string }>}
 */
export async function startPostgres() {
  const programs = (await findPrograms()) ?? (await install())
  if (typeof programs !== 'string') return programs
  const owner = await ownerOf()
  if ('reason' in owner) return owner
  const folder = await mkdtemp(join(tmpdir(), 'telar-postgres-'))
  const password = randomBytes(16).toString('hex')
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (owner.uid !== undefined) {
    await chown(folder, owner.uid, owner.gid)
    await chown(passwordFile, owner.uid, owner.gid)
  }
  const as = { ...owner, cwd: folder }
  const data = join(folder, 'data')
  const port = await freePort()
  await run(
    join(programs, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'conduit',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--no-sync',
    ],
    as,
  )
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`
  const control = join(programs, 'pg_ctl')
  // Its output goes to a file: a server that holds our pipe would keep the command from ending.
  await run(control, ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'], as)
  return {
    url: `postgres://conduit:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      await run(control, ['-D', data, '-m', 'immediate', 'stop'], as)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

// Debian keeps every version in a folder of its own.
async function findPrograms() {
  const versions = await readdir(DEBIAN).catch(() => [])
  for (const version of versions.sort((a, b) => Number(b) - Number(a))) {
    const programs = join(DEBIAN, version, 'bin')
    // A client alone has such a folder too.
    if (existsSync(join(programs, 'initdb'))) return programs
  }
  const found = await run('sh', ['-c', 'command -v initdb']).catch(() => undefined)
  return found && join(found.stdout.trim(), '..')
}

const DEBIAN = '/usr/lib/postgresql'

async function install() {
  const can =
    process.getuid?.() === 0 &&
    (await run('sh', ['-c', 'command -v apt-get']).catch(() => undefined))
  if (!can)
    return {
      reason:
        'Expected initdb of PostgreSQL on this machine, received none. Install it, or run this as root on Debian.',
    }
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { env })
    return (
      (await findPrograms()) ?? {
        reason: `Expected ${DEBIAN} once postgresql is installed, received no such folder.`,
      }
    )
  } catch (error) {
    return {
      reason: `Expected apt-get to install postgresql, received: ${String(error.stderr ?? error).trim()}`,
    }
  }
}

// PostgreSQL refuses to run as root.
async function ownerOf() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const found = await run('id', ['-u', name]).catch(() => undefined)
    const group = found && (await run('id', ['-g', name]))
    if (group) return { uid: Number(found.stdout), gid: Number(group.stdout) }
  }
  return {
    reason:
      'Expected a user other than root to run PostgreSQL, received neither postgres nor nobody.',
  }
}

function freePort() {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

const [, file, command, ...given] = process.argv
if (file === fileURLToPath(import.meta.url)) {
  if (!command) {
    console.error('Expected a command, received none. Write node scripts/postgres.mjs npm start.')
    process.exit(1)
  }
  const postgres = await startPostgres()
  if ('reason' in postgres) {
    console.error(postgres.reason)
    process.exit(1)
  }
  const env = { ...process.env, DATABASE_URL: postgres.url }
  const child = spawn(command, given, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('error', async (error) => {
    console.error(error.message)
    await postgres.stop()
    process.exit(1)
  })
  child.on('exit', async (code) => {
    await postgres.stop()
    process.exit(code ?? 1)
  })
}
