/** Puts first in a built page what its first paint needs: its styles are in it, and its scripts are asked for once it has been painted. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import Beasties from 'beasties'
import { transform } from 'esbuild'

/** Every page that Next has built, and the scripts that they name; 50 ms for each page, shared by all processors. Resolves with their number. */
export async function finishPages(root) {
  const app = join(root, 'site/.next/server/app')
  const files = await readdir(app, { recursive: true })
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => join(app, file))
  const threads = availableParallelism()
  const shares = Array.from({ length: threads }, (_, at) =>
    pages.filter((_, index) => index % threads === at),
  )
  const scripts = await Promise.all(shares.map((share) => runWorker({ root, pages: share })))
  for (const src of new Set(scripts.flat())) await compileEarly(join(root, 'site/.next', src))
  await takeOutFonts(join(root, 'site/.next/static/chunks'))
  return pages.length
}

// Resolves with the scripts of its pages.
function runWorker(data) {
  return new Promise((resolve, reject) => {
    new Worker(fileURLToPath(import.meta.url), { workerData: data })
      .on('message', resolve)
      .on('error', reject)
  })
}

const ALL_CALLED = '//# allFunctionsCalledOnLoad\n'
/** Smaller scripts Chromium compiles on the main thread all the same. */
const STREAMED = 30 * 1024

/**
 * Chromium compiles such a script while it arrives, beside the main thread; else each function as it is first called, on it.
 * What every page runs at once is meant, never what is loaded later. https://v8.dev/blog/explicit-compile-hints
 */
async function compileEarly(path) {
  const code = await readFile(path, 'utf8')
  if (code.length >= STREAMED && !code.startsWith(ALL_CALLED))
    await writeFile(path, ALL_CALLED + code)
}

const FACE = /@font-face\s*\{[^}]*\}/g

/** Each page has them. Said again by a style sheet that comes later, every text of the page would be laid out anew. */
async function takeOutFonts(chunks) {
  for (const name of await readdir(chunks)) {
    if (!name.endsWith('.css')) continue
    const path = join(chunks, name)
    const css = await readFile(path, 'utf8')
    await writeFile(path, css.replace(FACE, ''))
  }
}

async function finish({ root, pages }) {
  const beasties = new Beasties({
    path: join(root, 'site/.next'),
    publicPath: '/_next/',
    // The policy allows no handler in an attribute, and a page without script needs all its styles too.
    preload: 'body',
    reduceInlineStyles: false,
    // It reads these selectors wrong, and what scripts say before the first paint stands in no page.
    allowRules: [/:(not|where|is|has)\(/, /\[data-(answered|theme)/],
    logLevel: 'warn',
  })
  const fonts = await readFonts(join(root, 'site/app/fonts.css'))
  const all = new Set()
  for (const page of pages) {
    const html = await beasties.process(await readFile(page, 'utf8'))
    for (const src of scriptsIn(html)) all.add(src.replace('/_next/', ''))
    await writeFile(page, paintFirst(html.replace('<style>', () => `<style>${fonts}`)))
  }
  return [...all]
}

const SCRIPT = /<script src="(\/_next\/[^"]+)" async><\/script>/g
const EARLY_SCRIPT = /<link rel="preload" as="script"[^>]*>/g
const scriptsIn = (html) => [...html.matchAll(SCRIPT)].map(([, src]) => src)
const STYLES = /<link rel="stylesheet" href="([^"]+)" data-precedence="next">/g

/** On a slow network scripts and whole style sheets would share the line with the page, and a slow processor would read them before it paints. */
function paintFirst(html) {
  const scripts = scriptsIn(html)
  if (scripts.length === 0) return html
  const styles = [...html.matchAll(STYLES)]
  const page = html.replaceAll(SCRIPT, '').replaceAll(EARLY_SCRIPT, '').replaceAll(STYLES, '')
  const late = loader(
    styles.map(([, href]) => href),
    scripts,
  )
  const plain = `<noscript>${styles.map(([link]) => link).join('')}</noscript>`
  return page.replace('</body>', () => `<script>${late}</script>${plain}</body>`)
}

// Next notes the address as it starts and writes it again once the page is live: a heading that a reader went to in between would be lost.
const KEPT_ADDRESS =
  'history.replaceState=function(state,title,url){delete history.replaceState;const bare=url=>new URL(url,location).href.replace(/#.*/,"");history.replaceState(state,title,bare(url)===bare(location)?undefined:url)}'

// A hidden page is not painted, and must not wait for it. Each script in a task of its own: to ask for one takes a slow processor long.
const loader = (styles, scripts) =>
  `${KEPT_ADDRESS};{const add=(tag,told)=>document.head.appendChild(Object.assign(document.createElement(tag),told)),go=()=>{for(const href of ${JSON.stringify(styles)})add("link",{rel:"stylesheet",href}).dataset.precedence="next";for(const src of ${JSON.stringify(scripts)})setTimeout(add,0,"script",{src,async:true})};document.hidden?go():new PerformanceObserver((_,seen)=>{seen.disconnect();go()}).observe({type:"paint",buffered:true})}`

const readFonts = async (path) =>
  (await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true })).code.trim()

if (!isMainThread) parentPort.postMessage(await finish(workerData))
