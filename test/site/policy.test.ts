/** A17, B11: what the site's pages allow the browser. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createPolicy, hashInline, readInline } from '../../site/lib/policy.ts'

const SELF = {
  hostKind: 'self',
  hostOrigin: 'http://localhost:3001',
  previewHost: 'localhost',
} as const
const INLINE = new Map([
  ['/', { scripts: ["'sha256-home'"], styles: ["'sha256-look'"] }],
  ['/_not-found', { scripts: ["'sha256-lost'"], styles: [] }],
  ['/learn/counter', { scripts: ["'sha256-counter'"], styles: ["'sha256-look'"] }],
])

const folder = mkdtempSync(join(tmpdir(), 'telar-policy-'))
afterAll(() => rmSync(folder, { recursive: true }))

const csp = (path: string, settings: Parameters<typeof createPolicy>[0] = SELF) =>
  createPolicy(settings, INLINE).headersFor(path)['Content-Security-Policy']

test('the hash of an inline script or style is the one that browsers compute', () => {
  const hash = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
  expect(
    hashInline("<script>alert('Hello, world.');</script><script src='/a.js'></script>"),
  ).toEqual({ scripts: [hash], styles: [] })
  expect(hashInline("<style>alert('Hello, world.');</style>")).toEqual({
    scripts: [],
    styles: [hash],
  })
})

test('built pages are found by their address', () => {
  mkdirSync(join(folder, 'learn'))
  writeFileSync(
    join(folder, 'index.html'),
    '<script>a</script><script>a</script><script>b</script>',
  )
  writeFileSync(join(folder, 'learn', 'counter.html'), '<p>no script</p>')
  const inline = readInline(folder)
  expect([...inline.keys()].sort()).toEqual(['/', '/learn/counter'])
  expect(inline.get('/')?.scripts).toHaveLength(2)
  expect(inline.get('/learn/counter')?.scripts).toEqual([])
})

test('a folder that is not built yet has no pages', () => {
  expect(readInline(join(folder, 'none')).size).toBe(0)
})

test('a page one reads runs its own scripts and wears its own styles alone', {
  tags: ['A17'],
}, () => {
  expect(csp('/')).toBe(
    "default-src 'none'; script-src 'self' 'sha256-home'; style-src 'self' 'sha256-look'; img-src 'self' data:; " +
      "font-src 'self' data:; connect-src 'self'; frame-src 'self'; worker-src 'self'; " +
      "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  )
})

test('a page with a workspace may compile wasm, never evaluate text, and frames its host alone', {
  tags: ['A17'],
}, () => {
  const policy = csp('/learn/counter')
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-counter';")
  expect(policy).not.toContain("'unsafe-eval'")
  expect(policy).toContain("frame-src 'self' http://localhost:3001 http://*.localhost:3001;")
  expect(policy).toContain("connect-src 'self' http://localhost:3001;")
})

test('a preview domain of its own is the one that may be framed', { tags: ['A17'] }, () => {
  const settings = {
    ...SELF,
    hostOrigin: 'https://run.telar.example',
    previewHost: 'telar-preview.example',
  }
  expect(csp('/playground', settings)).toContain(
    "frame-src 'self' https://run.telar.example https://*.telar-preview.example;",
  )
})

test('a page that is not there has the policy of the page for lost readers', () => {
  expect(csp('/nowhere')).toContain("script-src 'self' 'sha256-lost';")
})

test('a slash at the end names the same page', () => {
  expect(csp('/learn/counter/')).toBe(csp('/learn/counter'))
})

test('only pages with a workspace are isolated, and only for a host that needs it', () => {
  const isolated = createPolicy({ ...SELF, hostKind: 'auto' }, INLINE)
  const own = createPolicy(SELF, INLINE)
  const opener = 'Cross-Origin-Opener-Policy'
  expect(isolated.headersFor('/playground')[opener]).toBe('same-origin')
  expect(isolated.headersFor('/learn/counter')[opener]).toBe('same-origin')
  expect(isolated.headersFor('/learn')[opener]).toBeUndefined()
  expect(own.headersFor('/playground')[opener]).toBeUndefined()
  expect(isolated.headersFor('/_next/static/a.js')['Cross-Origin-Embedder-Policy']).toBe(
    'credentialless',
  )
  expect(own.headersFor('/_next/static/a.js')['Cross-Origin-Embedder-Policy']).toBeUndefined()
})
