/** The protocol of @webcontainer/api 1.6.4 over Comlink 4.3.0, held by the real client in Chromium. An upgrade that changes it fails here. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PATIENT } from './support/patient.ts'
import { openStage, type Stage } from './support/stage.ts'

test('the pinned versions are the ones this contract was written for', async () => {
  const version = async (name: string) =>
    JSON.parse(
      await readFile(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
    ).version
  expect(await version('@webcontainer/api')).toBe('1.6.4')
  expect(await version('comlink')).toBe('4.3.0')
})

describe('the real client boots and has its files', () => {
  let stage: Stage
  let page: Page

  beforeAll(async () => {
    stage = await openStage()
    page = stage.page
  })
  afterAll(() => stage?.close())

  test('boots, and its first messages are these', async () => {
    const found = await page.evaluate(async () => {
      const messages = contract.recordMessages()
      contract.container = await contract.library.WebContainer.boot({
        workdirName: 'demo',
        coep: 'credentialless',
      })
      messages.stop()
      return {
        isolated: crossOriginIsolated,
        workdir: contract.container.workdir,
        path: contract.container.path,
        messages: messages.all,
      }
    })
    expect(found).toMatchObject({ isolated: true, workdir: '/home/projects/demo' })
    expect(found.path).toBe('/usr/bin')
    const raw = (value: unknown) => ({ type: 0, value })
    expect(found.messages).toEqual([
      {
        way: 'to host',
        id: 1,
        type: 2,
        path: ['build'],
        argumentList: [
          raw({
            host: new URL(stage.site.origin).host,
            version: '1.6.4',
            workdirName: 'demo',
            forwardPreviewErrors: undefined,
          }),
        ],
      },
      { way: 'from host', id: 1, type: 3, name: 'proxy', value: 'a port' },
      { way: 'to host', id: 2, type: 2, path: ['fs'], argumentList: [] },
      { way: 'to host', id: 3, type: 2, path: ['previewScript'], argumentList: [] },
      { way: 'to host', id: 4, type: 2, path: ['runtimeInfo'], argumentList: [] },
      { way: 'from host', id: 2, type: 3, name: 'proxy', value: 'a port' },
      { way: 'from host', id: 3, ...raw(null) },
      { way: 'from host', id: 4, ...raw({ path: '/usr/bin', cwd: '/home/projects/demo' }) },
    ])
  })

  test('mounts text, raw bytes, folders and links, below a mount point too', async () => {
    const found = await page.evaluate(async () => {
      const { container } = contract
      await container.mount({
        'text.txt': { file: { contents: 'häßlich ✓' } },
        'raw.bin': { file: { contents: new Uint8Array([0, 127, 128, 255]) } },
        link: { file: { symlink: 'text.txt' } },
        folder: {
          directory: { 'inner.txt': { file: { contents: '' } }, empty: { directory: {} } },
        },
      })
      await container.mount({ 'below.txt': { file: { contents: 'b' } } }, { mountPoint: 'folder' })
      return {
        text: await container.fs.readFile('text.txt', 'utf8'),
        raw: [...(await container.fs.readFile('raw.bin'))],
        link: await container.fs.readFile('/link', 'utf-8'),
        inner: await container.fs.readFile('folder/inner.txt', 'utf8'),
        below: await container.fs.readFile('/home/projects/demo/folder/below.txt', 'utf8'),
        nowhere: await container.mount({}, { mountPoint: 'none' }).catch((it: Error) => it.message),
        snapshot: await container.mount(new Uint8Array([1])).catch((it: Error) => it.message),
      }
    })
    expect(found).toEqual({
      text: 'häßlich ✓',
      raw: [0, 127, 128, 255],
      link: 'häßlich ✓',
      inner: '',
      below: 'b',
      nowhere: "ENOENT: no such file or directory, stat '/home/projects/demo/none'",
      snapshot:
        'Expected a tree of files to mount, received a binary snapshot. Pass the tree as an object.',
    })
  })

  test('does every file operation, with Node’s own errors', async () => {
    const found = await page.evaluate(async () => {
      const { fs } = contract.container
      const failing = (promise: Promise<unknown>) => promise.catch((it: Error) => it.message)
      await fs.mkdir('work')
      const made = await fs.mkdir('work/a/b', { recursive: true })
      await fs.writeFile('work/a/one.txt', 'one')
      await fs.writeFile('work/a/two.bin', new Uint8Array([1, 2, 3]).subarray(1))
      await fs.writeFile('work/a/hex.txt', '6869', 'hex')
      await fs.rename('work/a/one.txt', 'work/a/uno.txt')
      const entries = await fs.readdir('work/a', { withFileTypes: true })
      const found = {
        made,
        names: (await fs.readdir('work/a')).sort(),
        bytes: (await fs.readdir('work/a', 'buffer')).every((it) => it instanceof Uint8Array),
        kinds: entries.map((it) => [it.name, it.isFile(), it.isDirectory()]).sort(),
        two: [...(await fs.readFile('work/a/two.bin'))],
        hex: await fs.readFile('work/a/hex.txt', 'utf8'),
        base64: await fs.readFile('work/a/hex.txt', 'base64'),
        missing: await failing(fs.readFile('work/none.txt')),
        taken: await failing(fs.mkdir('work')),
        full: await failing(fs.rm('work')),
        outside: await failing(fs.readFile('../../../etc/passwd')),
      }
      await fs.rm('work', { recursive: true })
      await fs.rm('work', { force: true })
      return { ...found, gone: await failing(fs.readdir('work')) }
    })
    expect(found).toEqual({
      made: '/home/projects/demo/work/a',
      names: ['b', 'hex.txt', 'two.bin', 'uno.txt'],
      bytes: true,
      kinds: [
        ['b', false, true],
        ['hex.txt', true, false],
        ['two.bin', true, false],
        ['uno.txt', true, false],
      ],
      two: [2, 3],
      hex: 'hi',
      base64: 'aGk=',
      missing: "ENOENT: no such file or directory, open '/home/projects/demo/work/none.txt'",
      taken: "EEXIST: file already exists, mkdir '/home/projects/demo/work'",
      full: 'Path is a directory: rm returned EISDIR (is a directory) /home/projects/demo/work',
      outside:
        "EACCES: expected a path in the project's folder /home/projects/demo, received '../../../etc/passwd'",
      gone: "ENOENT: no such file or directory, scandir '/home/projects/demo/work'",
    })
  })

  test('watches files, and stops when told', async () => {
    const found = await page.evaluate(async () => {
      const { fs } = contract.container
      const heard: string[] = []
      await fs.writeFile('watched.txt', '1')
      const watcher = fs.watch('.', (event, filename) => heard.push(`${event} ${filename}`))
      const until = async (test: () => boolean, act: () => Promise<void>) => {
        while (!test()) await act()
      }
      await until(
        () => heard.includes('change watched.txt'),
        () => fs.writeFile('watched.txt', String(Math.random())),
      )
      await watcher.close()
      const count = heard.length
      await fs.writeFile('watched.txt', '3')
      await fs.readFile('watched.txt')
      return heard.length === count
    })
    expect(found).toBe(true)
  })

  test('exports what was mounted, without what is excluded', async () => {
    const found = await page.evaluate(() =>
      contract.container.export('folder', { excludes: ['empty', '*.bin'] }),
    )
    expect(found).toEqual({
      'below.txt': { file: { contents: 'b' } },
      'inner.txt': { file: { contents: '' } },
    })
  })

  test('teardown ends the container, and the page boots another', async () => {
    const found = await page.evaluate(async () => {
      contract.container.teardown()
      const next = await contract.library.WebContainer.boot({
        workdirName: 'next',
        coep: 'credentialless',
      })
      const files = await next.fs.readdir('.')
      next.teardown()
      return { workdir: next.workdir, files }
    })
    expect(found).toEqual({ workdir: '/home/projects/next', files: [] })
    await expect.poll(() => stage.host.stats().open, PATIENT).toBe(0)
  })
})
