/** `npm run lesson:dev -- 08`: the site with this lesson, and the lesson's proof after each change of its files. */
import { spawn } from 'node:child_process'
import { readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [wanted = ''] = process.argv.slice(2)
const name = readdirSync(join(root, 'lessons')).find(
  (one) => one === wanted || (/^\d\d$/.test(wanted) && one.startsWith(`${wanted}-`)),
)
if (!name) {
  console.error(
    `Expected the number of a lesson, received “${wanted}”. Write it like 08, or make one: npm run lesson:new.`,
  )
  process.exit(1)
}
const slug = name.replace(/^\d\d-/, '')
const port = process.env.PORT ?? '3000'
// What one save may write: an editor replaces a file in several steps.
const PAUSE = 150

const site = (await isThere())
  ? undefined
  : spawn(process.execPath, [join(root, 'scripts/start.mjs'), '--dev'], {
      cwd: root,
      stdio: 'inherit',
    })
site?.on('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    site?.kill(signal)
    process.exit(0)
  })

let timer
let isProving = false
let again = false
watch(join(root, 'lessons', name), { recursive: true }, () => {
  clearTimeout(timer)
  timer = setTimeout(prove, PAUSE)
})
await prove()

/** One proof at a time: a change during one asks for another behind it. */
async function prove() {
  again = isProving
  if (isProving) return
  isProving = true
  const code = await new Promise((done) => {
    spawn(process.execPath, [join(root, 'scripts/lessons.mjs'), name.slice(0, 2)], {
      cwd: root,
      stdio: 'inherit',
    }).on('exit', done)
  })
  console.log(
    `${new Date().toLocaleTimeString('en-GB')}  ${name} ${code === 0 ? 'holds' : 'does not hold yet'}. Reload http://localhost:${port}/learn/${slug} or /es/learn/${slug}\n`,
  )
  isProving = false
  if (again) await prove()
}

async function isThere() {
  try {
    return (await fetch(`http://localhost:${port}/learn`)).ok
  } catch {
    return false
  }
}
