/** Bundles server.ts and all that it imports into dist/server.js. With --start it runs it; with --dev it builds and starts it again after each change. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { build, context, formatMessages, stop } from 'esbuild'

const options = {
  entryPoints: ['server.ts'],
  outfile: 'dist/server.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  // Next can't stand in one file.
  packages: process.argv.includes('--packages-outside') ? 'external' : 'bundle',
  loader: { '.css': 'text' },
  banner: {
    js: `// Built from server.ts. Change the sources: each build writes this file again.
// CommonJS packages in the bundle ask for Node's own modules by require.
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)`,
  },
  logLevel: 'silent',
  plugins: [files(), report()],
}

if (process.argv.includes('--dev')) {
  options.plugins.push(restart())
  await (await context(options)).watch()
} else if (!(await built())) process.exitCode = 1
else if (process.argv.includes('--start')) {
  await stop()
  process.env.TELAR_SECRET ??= localSecret()
  process.setSourceMapsEnabled(true)
  await import('./dist/server.js')
}

/** Whether it could be built; what is wrong is printed by then. */
async function built() {
  try {
    await build(options)
    return true
  } catch (failure) {
    if (!failure.errors) throw failure
    return false
  }
}

/** What is read while the server runs, such as the HTML of a layout, is copied next to it. */
function files() {
  const filter = (path) => !/\.(ts|css)$/.test(path)
  return {
    name: 'files',
    setup: ({ onStart }) => onStart(() => cp('src', 'dist', { recursive: true, filter })),
  }
}

/** Prints what is wrong, and for a package that is missing how to get it. */
function report() {
  const advised = (message) => {
    const [name] = /(?<=^Could not resolve ")(@[^/"]+\/)?[^./"][^/"]*/.exec(message.text) ?? []
    return name ? { ...message, notes: [{ text: `Run: npm install ${name}` }] } : message
  }
  return {
    name: 'report',
    setup: ({ onEnd }) =>
      onEnd(async ({ errors, warnings }) => {
        const color = process.stderr.isTTY
        const texts = await Promise.all([
          formatMessages(errors.map(advised), { kind: 'error', color }),
          formatMessages(warnings, { kind: 'warning', color }),
        ])
        process.stderr.write(texts.flat().join(''))
      }),
  }
}

/** Starts the newest build. Open pages come back by themselves: their state is in .telar/, and the secret stays the same. */
function restart() {
  const env = { NODE_ENV: 'development', TELAR_SECRET: localSecret(), ...process.env }
  let server
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      server?.kill()
      process.exit()
    })
  return {
    name: 'restart',
    setup: ({ onEnd }) =>
      onEnd(async ({ errors }) => {
        // The last code that could be built goes on.
        if (errors.length > 0) return
        const last = server
        server = undefined
        if (last && last.exitCode === null && last.signalCode === null) {
          last.kill()
          await once(last, 'exit')
        }
        const next = spawn(process.execPath, ['--enable-source-maps', options.outfile], {
          env,
          stdio: 'inherit',
        })
        server = next
        next.once('exit', (code) => {
          if (next === server)
            console.error(
              `Expected the server to go on, received its end with code ${code}. Correct the error above and save the file: it starts again.`,
            )
        })
      }),
  }
}

/** Signs pages on this machine. It is kept, so open pages go on after a restart. Elsewhere TELAR_SECRET in the environment does this. */
function localSecret() {
  const file = '.telar/secret'
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const secret = randomBytes(32).toString('base64url')
    mkdirSync('.telar', { recursive: true })
    writeFileSync(file, secret, { mode: 0o600 })
    return secret
  }
}
