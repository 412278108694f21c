/** Processes, ports, previews and endings through the real client library in Chromium. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from './support/stage.ts'

describe('the real client runs processes and sees their servers', () => {
  let stage: Stage
  let page: Page

  beforeAll(async () => {
    stage = await openStage()
    page = stage.page
    await page.evaluate(async () => {
      contract.container = await contract.library.WebContainer.boot({
        workdirName: 'demo',
        coep: 'credentialless',
      })
      await contract.container.mount({ folder: { directory: {} } })
    })
  })
  afterAll(() => stage?.close())

  test('spawns: output as text, exit code, arguments, folder, environment', async () => {
    const found = await page.evaluate(async () => {
      const { container } = contract
      const code =
        'console.log(JSON.stringify([process.argv.slice(1), process.cwd(), process.env.A])); console.error("ünd €"); process.exitCode = 3'
      const process = await container.spawn('node', ['-e', code, 'x y'], {
        cwd: 'folder',
        env: { A: 1 },
      })
      return { output: await contract.textOf(process), exit: await process.exit }
    })
    expect(found).toEqual({
      output: '[["x y"],"/home/projects/demo/folder","1"]\nünd €\n',
      exit: 3,
    })
  })

  test('output of many bytes arrives whole, no character cut in two', async () => {
    const found = await page.evaluate(async () => {
      const code = 'process.stdout.write("äöü€😀".repeat(60000))'
      const process = await contract.container.spawn('node', ['-e', code])
      const text = await contract.textOf(process)
      return text === 'äöü€😀'.repeat(60000)
    })
    expect(found).toBe(true)
  })

  test('feeds input, kills, and answers what it has not with a sentence', async () => {
    const found = await page.evaluate(async () => {
      const { container } = contract
      const echo = await container.spawn('node', [
        '-e',
        'process.stdin.once("data", (it) => { console.log(`got ${it}`); process.exit(0) })',
      ])
      const writer = echo.input.getWriter()
      await writer.write('a word')
      const endless = await container.spawn('node', ['-e', 'for (;;) {}'])
      endless.kill()
      endless.resize({ cols: 80, rows: 24 })
      const deaf = await container.spawn('node', [
        '-e',
        'process.on("SIGTERM", () => {}); console.log("deaf"); setInterval(() => {}, 1000)',
      ])
      const reader = deaf.output.getReader()
      await reader.read()
      deaf.kill()
      const quiet = await container.spawn('node', ['-e', 'console.log("x")'], { output: false })
      return {
        echo: await contract.textOf(echo),
        endless: await endless.exit,
        deaf: await deaf.exit,
        quiet: await quiet.exit,
        npm: await container.spawn('npm', ['install']).catch((it: Error) => it.message),
        zip: await container.export('.', { format: 'zip' }).catch((it: Error) => it.message),
      }
    })
    expect(found).toEqual({
      echo: 'got a word\n',
      endless: 143,
      deaf: 137,
      quiet: 0,
      npm: 'ENOENT: expected the command "node", received "npm"; this container has no other',
      zip: `Expected the format "json", received "zip". Pass { format: 'json' }.`,
    })
  })

  test('server-ready for an ordinary listen, a preview that answers, port closed', async () => {
    const found = await page.evaluate(async () => {
      const { container } = contract
      const events: unknown[] = []
      container.on('port', (port, type) => events.push([port, type]))
      const stop = container.on('server-ready', () => events.push('never again'))
      stop()
      const ready = new Promise<{ port: number; url: string }>((resolve) =>
        container.on('server-ready', (port, url) => resolve({ port, url })),
      )
      const closed = new Promise<void>((resolve) =>
        container.on('port', (_, type) => type === 'close' && resolve()),
      )
      const server = await container.spawn('node', [
        '-e',
        'require("http").createServer((_, r) => r.end("<p>hello</p>")).listen(3000)',
      ])
      const { port, url } = await ready
      const frame = document.createElement('iframe')
      frame.src = url
      frame.name = 'preview'
      await new Promise((resolve) => {
        frame.onload = resolve
        document.body.append(frame)
      })
      server.kill()
      await closed
      return { port, url, events }
    })
    expect(found).toMatchObject({
      port: 3000,
      events: [
        [3000, 'open'],
        [3000, 'close'],
      ],
    })
    const { port } = new URL(stage.host.origin)
    expect(found.url).toMatch(new RegExp(`^http://[0-9a-f]{32}--3000\\.localhost:${port}$`))
    expect(await page.frame('preview')?.textContent('p')).toBe('hello')
  })

  test('errors of a preview reach the page when it asked for them', async () => {
    const found = await page.evaluate(async () => {
      contract.container.teardown()
      contract.container = await contract.library.WebContainer.boot({
        forwardPreviewErrors: true,
        coep: 'credentialless',
      })
      const { container } = contract
      await container.setPreviewScript('globalThis.injected = 7')
      const ready = new Promise<string>((resolve) =>
        container.on('server-ready', (_, url) => resolve(url)),
      )
      const told: { type: string; message?: string; port: number }[] = []
      const heard = new Promise<void>((resolve) =>
        container.on('preview-message', (message) => {
          told.push(message)
          if (told.length === 3) resolve()
        }),
      )
      const html =
        '<head></head><script>console.error("in console");Promise.reject(new Error("rejected"));throw new Error("thrown " + injected)</script>'
      await container.spawn('node', [
        '-e',
        `require("http").createServer((_, r) => { r.setHeader("content-type", "text/html"); r.end(${JSON.stringify(html)}) }).listen(3000)`,
      ])
      const frame = document.createElement('iframe')
      frame.src = await ready
      document.body.append(frame)
      await heard
      return told.map(({ type, message, port }) => [type, message, port]).sort()
    })
    expect(found).toEqual([
      ['PREVIEW_CONSOLE_ERROR', undefined, 3000],
      ['PREVIEW_UNCAUGHT_EXCEPTION', 'Uncaught Error: thrown 7', 3000],
      ['PREVIEW_UNHANDLED_REJECTION', 'rejected', 3000],
    ])
  })

  test('a container that ends says so: an error event, a last line, an exit', async () => {
    const found = await page.evaluate(async () => {
      const { container } = contract
      const error = new Promise<string>((resolve) =>
        container.on('error', ({ message }) => resolve(message)),
      )
      const doomed = await container.spawn('node', [
        '-e',
        'console.log("before"); process.stdin.once("data", () => process.kill(process.ppid, "SIGKILL"))',
      ])
      const [seen, output] = doomed.output.tee()
      await seen.getReader().read()
      // What was said has come: only now.
      await doomed.input.getWriter().write('x')
      return {
        output: await contract.textOf({ ...doomed, output }),
        exit: await doomed.exit,
        error: await error,
        later: await container.fs.readdir('.').catch((it: Error) => it.message),
      }
    })
    const message = "The container's first process ended. Run again to go on."
    expect(found).toEqual({
      output: `before\n\ncontainer-ended:exit: ${message}\n`,
      exit: 137,
      error: `container-ended:exit: ${message}`,
      later: message,
    })
  })

  test('a host that stops says so as an error event', async () => {
    const message = page.evaluate(async () => {
      contract.container.teardown()
      const container = await contract.library.WebContainer.boot({ coep: 'credentialless' })
      const error = new Promise<string>((resolve) =>
        container.on('error', ({ message }) => resolve(message)),
      )
      await container.fs.readdir('.')
      document.title = 'booted'
      return error
    })
    await page.waitForFunction(() => document.title === 'booted')
    await stage.host.close()
    expect(await message).toBe(
      'container-ended:away: The container host was stopped. Run again to go on.',
    )
  })
})
