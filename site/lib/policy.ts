/** The security headers of every answer of the site: which scripts run, what it may frame, who may frame it. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HostKind, Settings } from './settings.ts'

export type Headers = Readonly<Record<string, string>>

export interface Policy {
  /** The headers for one path of the site. */
  headersFor(path: string): Headers
}

type PolicySettings = Pick<Settings, 'hostKind' | 'hostOrigin' | 'previewHost'>

/** What is written into a page itself, as policy sources, each once. */
export interface Inline {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

/** A policy for built pages: `inline` has what each path may run and wear. */
export function createPolicy(
  settings: PolicySettings,
  inline: ReadonlyMap<string, Inline>,
): Policy {
  const isolated = settings.hostKind !== 'self'
  const lost = inline.get('/_not-found') ?? { scripts: [], styles: [] }
  return {
    headersFor(path) {
      const plain = path.length > 1 ? path.replace(/\/$/, '') : path
      if (plain.startsWith('/_next/')) return isolated ? ISOLATED_FILE : FILE
      const own = inline.get(plain) ?? lost
      const play = isPlay(plain)
      return {
        ...COMMON,
        ...(play && isolated ? ISOLATED_PAGE : {}),
        'Content-Security-Policy': contentPolicy(own, play ? settings : undefined),
      }
    },
  }
}

/** The inline scripts and styles of every page that Next has built into `folder`, by path. */
export function readInline(folder: string): Map<string, Inline> {
  const inline = new Map<string, Inline>()
  if (!existsSync(folder)) return inline
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue
    const name = file.replaceAll('\\', '/').replace(/\.html$/, '')
    const path = name === 'index' ? '/' : `/${name}`
    inline.set(path, hashInline(readFileSync(join(folder, file), 'utf8')))
  }
  return inline
}

/** `'sha256-…'` for each inline script and style of a page. */
export function hashInline(html: string): Inline {
  return {
    scripts: hashes(html, /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g),
    styles: hashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g),
  }
}

function hashes(html: string, elements: RegExp): string[] {
  const sources = [...html.matchAll(elements)].map(([, text = '']) => {
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  })
  return [...new Set(sources)]
}

// Pages with a workspace; only they connect to a container host, and only they may need isolation.
const isPlay = (path: string) => /^(\/es)?\/(playground(\/[^/]+)?|learn\/(?!all$)[^/]+)$/.test(path)

const COMMON: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

const FILE: Headers = { 'X-Content-Type-Options': 'nosniff' }

// Workers of an isolated page load only when their own headers allow it too.
const ISOLATED_FILE: Headers = {
  ...FILE,
  'Cross-Origin-Embedder-Policy': 'credentialless',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

const ISOLATED_PAGE: Headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'credentialless',
}

function contentPolicy({ scripts, styles }: Inline, play: PolicySettings | undefined): string {
  const hosts = play ? hostSources(play) : { frames: [], requests: [] }
  return [
    "default-src 'none'",
    ["script-src 'self'", ...(play ? ["'wasm-unsafe-eval'"] : []), ...scripts].join(' '),
    // The editor adds its own style elements, which no hash can name; beside a hash the word for them would be void.
    ["style-src 'self'", ...(play ? ["'unsafe-inline'"] : styles)].join(' '),
    "img-src 'self' data:",
    "font-src 'self' data:",
    ["connect-src 'self'", ...hosts.requests].join(' '),
    ["frame-src 'self'", ...hosts.frames].join(' '),
    `worker-src 'self'${play ? ' blob:' : ''}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function hostSources({ hostKind, hostOrigin, previewHost }: PolicySettings) {
  const { protocol, port } = new URL(hostOrigin)
  const previews = `${protocol}//*.${previewHost}${port ? `:${port}` : ''}`
  const own = { frames: [hostOrigin, previews], requests: [hostOrigin] }
  const stackblitz = {
    frames: ['https://stackblitz.com', 'https://*.staticblitz.com', 'https://*.webcontainer.io'],
    requests: ['https://stackblitz.com'],
  }
  const used: Record<HostKind, (typeof own)[]> = {
    self: [own],
    stackblitz: [stackblitz],
    auto: [own, stackblitz],
  }
  return {
    frames: used[hostKind].flatMap(({ frames }) => frames),
    requests: used[hostKind].flatMap(({ requests }) => requests),
  }
}
