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

/** A policy for built pages: `hashes` has the inline scripts of each path. */
export function createPolicy(
  settings: PolicySettings,
  hashes: ReadonlyMap<string, readonly string[]>,
): Policy {
  const isolated = settings.hostKind !== 'self'
  const lost = hashes.get('/_not-found') ?? []
  return {
    headersFor(path) {
      const plain = path.length > 1 ? path.replace(/\/$/, '') : path
      if (plain.startsWith('/_next/')) return isolated ? ISOLATED_FILE : FILE
      const scripts = hashes.get(plain) ?? lost
      const play = isPlay(plain)
      return {
        ...COMMON,
        ...(play && isolated ? ISOLATED_PAGE : {}),
        'Content-Security-Policy': contentPolicy(scripts, play ? settings : undefined),
      }
    },
  }
}

/** The inline scripts of every page that Next has built into `folder`, by path, as policy sources. */
export function readHashes(folder: string): Map<string, string[]> {
  const hashes = new Map<string, string[]>()
  if (!existsSync(folder)) return hashes
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue
    const name = file.replaceAll('\\', '/').replace(/\.html$/, '')
    const path = name === 'index' ? '/' : `/${name}`
    hashes.set(path, hashScripts(readFileSync(join(folder, file), 'utf8')))
  }
  return hashes
}

/** `'sha256-…'` for each inline script of a page, each once. */
export function hashScripts(html: string): string[] {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  const sources = scripts.map(([, text = '']) => {
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  })
  return [...new Set(sources)]
}

// Pages with a workspace; only they connect to a container host, and only they may need isolation.
const isPlay = (path: string) => path === '/playground' || /^\/learn\/[^/]+$/.test(path)

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

function contentPolicy(scripts: readonly string[], play: PolicySettings | undefined): string {
  const hosts = play ? hostSources(play) : { frames: [], requests: [] }
  return [
    "default-src 'none'",
    ["script-src 'self'", ...(play ? ["'wasm-unsafe-eval'"] : []), ...scripts].join(' '),
    // The editor adds its own style elements.
    `style-src 'self'${play ? " 'unsafe-inline'" : ''}`,
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
