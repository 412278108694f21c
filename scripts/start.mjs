/** `npm start`: installs, builds once, starts the site and the container host. `--dev` reloads the site as files change. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { isBuilt } from './built.mjs'
import { buildOnce, checkNode, installPackages, prepareSandbox, root } from './prepare.mjs'

const dev = process.argv.includes('--dev')

checkNode()
installPackages({ omitDev: !dev && isBuilt() })
prepareSandbox()
buildOnce()

const server = spawn(
  process.execPath,
  ['--enable-source-maps', join(root, 'dist/server/site.js'), ...(dev ? ['--dev'] : [])],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: dev ? 'development' : 'production' },
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 1))
