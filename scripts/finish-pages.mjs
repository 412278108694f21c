/** Puts first in a built page what its first paint needs: its styles are in it, and its scripts are asked for once it has been painted. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import Beasties from 'beasties'
import { transform } from 'esbuild'

/** Every page that Next has built; 50 ms for each, shared by all processors. Resolves with their number. */
export async function finishPages(root) {
  const app = join(root, 'site/.next/server/app')
  const files = await readdir(app, { recursive: true })
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => join(app, file))
  const threads = availableParallelism()
  const shares = Array.from({ length: threads }, (_, at) =>
    pages.filter((_, index) => index % threads === at),
  )
  await Promise.all(shares.map((share) => runWorker({ root, pages: share })))
  return pages.length
}

function runWorker(data) {
  return new Promise((resolve, reject) => {
    new Worker(fileURLToPath(import.meta.url), { workerData: data })
      .on('error', reject)
      .on('exit', resolve)
  })
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
  for (const page of pages) {
    const html = await beasties.process(await readFile(page, 'utf8'))
    await writeFile(page, paintFirst(withFonts(html, fonts), fonts))
  }
}

const EARLY_FONT = /<link rel="preload" href="(\/fonts\/[^"]+)" as="font"[^>]*>/g

/**
 * The letters of a first visit come with the whole style sheets: on a slow network they would share the line with the page.
 * Whoever has them already sees them from the start, so that no later visit moves.
 */
function withFonts(html, { faces, fallbacks, version }) {
  const first = [...html.matchAll(EARLY_FONT)].map(([, href]) => href)
  const early = `<style media="not all">${faces}</style><script>${keptFonts(version, first)}</script>`
  return html.replaceAll(EARLY_FONT, '').replace('<style>', () => `${early}<style>${fallbacks}`)
}

const keptFonts = (version, first) =>
  `try{if(localStorage.getItem("telar.fonts")==="${version}"){document.currentScript.previousElementSibling.media="all";for(const href of ${JSON.stringify(first)})document.head.append(Object.assign(document.createElement("link"),{rel:"preload",as:"font",type:"font/woff2",crossOrigin:"",href}))}}catch{}`

// Two frames after all has come the page is laid out with them, so they are loading or there.
const keepFonts = (version) =>
  `addEventListener("load",()=>requestAnimationFrame(()=>requestAnimationFrame(()=>document.fonts.ready.then(()=>{try{localStorage.setItem("telar.fonts","${version}")}catch{}}))))`

const SCRIPT = /<script src="(\/_next\/[^"]+)" async><\/script>/g
const EARLY_SCRIPT = /<link rel="preload" as="script"[^>]*>/g
const STYLES = /<link rel="stylesheet" href="([^"]+)" data-precedence="next">/g

/** On a slow network scripts and whole style sheets would share the line with the page, and a slow processor would read them before it paints. */
function paintFirst(html, { version }) {
  const scripts = [...html.matchAll(SCRIPT)].map(([, src]) => src)
  if (scripts.length === 0) return html
  const styles = [...html.matchAll(STYLES)]
  const page = html.replaceAll(SCRIPT, '').replaceAll(EARLY_SCRIPT, '').replaceAll(STYLES, '')
  const late = loader(
    styles.map(([, href]) => href),
    scripts,
  )
  const plain = `<noscript>${styles.map(([link]) => link).join('')}</noscript>`
  return page.replace(
    '</body>',
    () => `<script>${late};${keepFonts(version)}</script>${plain}</body>`,
  )
}

// Next notes the address as it starts and writes it again once the page is live: a heading that a reader went to in between would be lost.
const KEPT_ADDRESS =
  'history.replaceState=function(state,title,url){delete history.replaceState;const bare=url=>new URL(url,location).href.replace(/#.*/,"");history.replaceState(state,title,bare(url)===bare(location)?undefined:url)}'

// A hidden page is not painted, and must not wait for it. Each script in a task of its own: to ask for one takes a slow processor long.
const loader = (styles, scripts) =>
  `${KEPT_ADDRESS};{const add=(tag,told)=>document.head.appendChild(Object.assign(document.createElement(tag),told)),go=()=>{for(const href of ${JSON.stringify(styles)})add("link",{rel:"stylesheet",href}).dataset.precedence="next";for(const src of ${JSON.stringify(scripts)})setTimeout(add,0,"script",{src,async:true})};document.hidden?go():new PerformanceObserver((_,seen)=>{seen.disconnect();go()}).observe({type:"paint",buffered:true})}`

/** The faces of Western text (the others come with the whole style sheet), and apart from them those that stand in for them. */
async function readFonts(path) {
  const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true })
  const all = code.trim().split(/(?=@font-face)/)
  const faces = all.filter((face) => face.includes('url(') && !face.includes('latin-ext')).join('')
  const fallbacks = all.filter((face) => !face.includes('url(')).join('')
  return { faces, fallbacks, version: createHash('sha256').update(faces).digest('hex').slice(0, 8) }
}

if (!isMainThread) await finish(workerData)
