/** Runs the contract against the file store, and proves its journal under damage and sharing. */
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import { fileStore } from '../../engine/state/file-store.ts'
import { failure, storeContract } from './store-contract.ts'

storeContract('file store', () => {
  const folder = newFolder()
  return {
    make: (options) => fileStore(folder, options),
    clear: () => rmSync(folder, { recursive: true }),
  }
})

storeContract('file store that holds no file open and shortens at each write', () => {
  const folder = newFolder()
  return {
    make: (options) => fileStore(folder, { ...options, maxOpenFiles: 0, slackBytes: -100_000 }),
    clear: () => rmSync(folder, { recursive: true }),
  }
})

test('one change is one line appended to the session’s file', {
  tags: ['A13', 'store-contract'],
}, () => {
  const folder = newFolder()
  const store = fileStore(folder)
  const { epoch } = store.open('a', 'one')
  store.write('a', epoch, { page: '/', components: new Map([['', '1\n[{"count":1},0]']]) })
  const before = readFileSync(join(folder, 'a.session'), 'utf8')
  store.write('a', epoch, { seq: 1, components: new Map([['', '1\n[{"count":1},1]']]) })
  expect(readFileSync(join(folder, 'a.session'), 'utf8')).toBe(
    `${before}{"e":1,"seq":1,"c":{"":"1\\n[{\\"count\\":1},1]"}}\n`,
  )
})

test('another process of the same folder takes a session over and fences the first', {
  tags: ['A13'],
}, async () => {
  const folder = newFolder()
  const first = fileStore(folder)
  const second = fileStore(folder)
  const one = first.open('a', 'one')
  first.write('a', one.epoch, { page: '/', seq: 1 })
  const two = second.open('a', 'two')
  expect([two.epoch, two.record?.seq]).toEqual([2, 1])
  const error = await failure(() => first.write('a', one.epoch, { seq: 2 }))
  expect(error).toMatchObject({ code: 'session-fenced', message: /two has taken it over/ })
  second.write('a', two.epoch, { seq: 3 })
  expect(first.load('a')).toMatchObject({ seq: 3, epoch: 2 })
})

test('a session removed by another process is gone for its owner', {
  tags: ['A13', 'store-contract'],
}, async () => {
  const folder = newFolder()
  const first = fileStore(folder)
  const { epoch } = first.open('a', 'one')
  first.write('a', epoch, { page: '/' })
  fileStore(folder).remove('a')
  expect((await failure(() => first.write('a', epoch, { seq: 2 }))).code).toBe('session-gone')
})

test('every cut of a journal reads as one of its states, in order', { tags: ['A13'] }, () => {
  const folder = newFolder()
  const store = fileStore(folder)
  const { epoch } = store.open('whole', 'one')
  for (let seq = 1; seq <= 5; seq++) {
    store.write('whole', epoch, { page: '/', seq, components: new Map([['ü', `${seq}`]]) })
  }
  const bytes = readFileSync(join(folder, 'whole.session'))
  let last = 0
  for (let cut = 0; cut <= bytes.length; cut++) {
    const id = `cut${cut}`
    writeFileSync(join(folder, `${id}.session`), bytes.subarray(0, cut))
    const { record, lost, epoch } = store.open(id, 'two')
    expect(lost).toBeUndefined()
    const seq = record?.seq ?? 0
    expect([last, last + 1]).toContain(seq)
    expect(record?.components.get('ü')).toBe(seq === 0 ? undefined : `${seq}`)
    last = seq
    // It must also go on from there, and be read again.
    store.write(id, epoch, { page: '/', seq: 9 })
    expect(store.open(id, 'three').record?.seq).toBe(9)
  }
  expect(last).toBe(5)
})

test('a journal is written anew when it has grown, and says the same', { tags: ['A13'] }, () => {
  const folder = newFolder()
  const store = fileStore(folder, { slackBytes: 1000 })
  const { epoch } = store.open('a', 'one')
  for (let seq = 1; seq <= 1000; seq++) {
    store.write('a', epoch, { page: '/', seq, components: new Map([['', 'x'.repeat(50)]]) })
  }
  expect(statSync(join(folder, 'a.session')).size).toBeLessThan(2000)
  expect(readdirSync(folder)).toEqual(['a.session'])
  expect(fileStore(folder).load('a')).toMatchObject({ seq: 1000, epoch })
})

test('a continuation that its killed writer did not name is not taken for the session', {
  tags: ['A13'],
}, () => {
  const folder = newFolder()
  const { store, epoch } = grown(folder)
  writeFileSync(join(folder, `a.${UUID}.next`), 'half of a jour')
  expect(fileStore(folder).open('a', 'two').record?.seq).toBe(1)
  expect(() => store.write('a', epoch, { seq: 2 })).toThrow('has taken it over')
})

test('a continuation that was named but not moved is followed', { tags: ['A13'] }, () => {
  const folder = newFolder()
  grown(folder)
  const next = `a.${UUID}.next`
  const whole = readFileSync(join(folder, 'a.session'), 'utf8').replace('"seq":1', '"seq":7')
  writeFileSync(join(folder, next), whole)
  appendFileSync(join(folder, 'a.session'), `${JSON.stringify({ e: 1, moved: next })}\n`)
  expect(fileStore(folder).load('a')?.seq).toBe(7)
  expect(fileStore(folder).open('a', 'two').record?.seq).toBe(7)
  expect(existsSync(join(folder, next))).toBe(false)
})

test('a journal cannot name a file outside its folder', { tags: ['A17'] }, () => {
  const folder = newFolder()
  grown(folder)
  appendFileSync(join(folder, 'a.session'), `${JSON.stringify({ e: 1, moved: '../b.next' })}\n`)
  const { record, lost } = fileStore(folder).open('a', 'two')
  expect([record, lost?.code]).toEqual([undefined, 'session-unreadable'])
})

test.each([
  ['foreign text', 'hello\nworld\n'],
  ['bytes', Buffer.from([0, 255, 254, 10, 0])],
  ['an older format', '\n{"telar":0,"open":"x","owner":"old"}\n{"e":1,"seq":4}\n'],
  ['a line that nobody opened', '{"e":1,"seq":4}\n'],
  [
    'a broken line in the middle',
    '\n{"telar":1,"open":"x","owner":"a"}\n{"e":1,"s\n{"e":1,"seq":2}\n',
  ],
])('a file of %s gives a new session and a sentence', { tags: ['A13'] }, (_, content) => {
  const folder = newFolder()
  writeFileSync(join(folder, 'a.session'), content)
  const store = fileStore(folder)
  const { epoch, record, lost } = store.open('a', 'one')
  expect(record).toBeUndefined()
  expect(lost?.code).toBe('session-unreadable')
  expect(lost?.message).toContain('The session starts from its initial state.')
  expect(existsSync(join(folder, 'a.session.unreadable'))).toBe(true)
  store.write('a', epoch, { page: '/', seq: 1 })
  expect(store.load('a')).toMatchObject({ seq: 1 })
})

test('a folder that cannot be made is refused with a sentence', { tags: ['A13'] }, () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  expect(() => fileStore(file)).toThrow(/^Expected to read and write .*received: .*EEXIST.* Choose/)
  expect(() => fileStore(join(file, 'under'))).toThrow(
    expect.objectContaining({ code: 'store-unwritable' }),
  )
})

test('an ordinary user without the right to a folder is told so', { tags: ['A13'] }, () => {
  const folder = newFolder()
  chmodSync(folder, 0o500)
  const { outputFiles } = buildSync({
    stdin: { contents: REFUSED, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  })
  // Root may write everywhere, so the question is asked by a user who may not.
  const uid = process.getuid?.() === 0 ? 65_534 : undefined
  const said = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', outputFiles[0]!.text, folder],
    { uid, cwd: '/', encoding: 'utf8' },
  )
  expect(said).toMatch(/^store-unwritable: Expected to read and write .*EACCES.* Choose a folder/)
})

test('a folder that goes away is refused by code and the store stays usable', {
  tags: ['A13'],
}, async () => {
  const folder = newFolder()
  const store = fileStore(folder, { maxOpenFiles: 0 })
  const { epoch } = store.open('a', 'one')
  store.write('a', epoch, { page: '/' })
  rmSync(folder, { recursive: true })
  expect((await failure(() => store.write('a', epoch, { seq: 1 }))).code).toBe('session-gone')
  expect((await failure(() => store.open('a', 'one'))).code).toBe('store-unwritable')
})

test('many sessions hold few files open', { tags: ['A16'] }, () => {
  const folder = newFolder()
  const store = fileStore(folder, { maxOpenFiles: 8 })
  const before = readdirSync('/proc/self/fd').length
  const epochs = new Map<string, number>()
  for (let n = 0; n < 200; n++) epochs.set(`s${n}`, store.open(`s${n}`, 'one').epoch)
  for (const [id, epoch] of epochs) store.write(id, epoch, { page: '/', seq: 1 })
  expect(readdirSync('/proc/self/fd').length - before).toBeLessThanOrEqual(8)
  for (const id of epochs.keys()) expect(store.load(id)).toMatchObject({ seq: 1 })
})

test('a closed store says so', { tags: ['A13'] }, async () => {
  const store = fileStore(newFolder())
  store.close()
  expect((await failure(() => store.open('a', 'one'))).code).toBe('store-closed')
})

const REFUSED = `
  import { fileStore } from '../../engine/state/file-store.ts'
  try { fileStore(process.argv[1]) } catch (error) { console.log(error.code + ': ' + error.message) }
`
const UUID = '00000000-0000-4000-8000-000000000000'
const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'telar-store-'))
  folders.push(folder)
  return folder
}

function grown(folder: string) {
  const store = fileStore(folder)
  const { epoch } = store.open('a', 'one')
  store.write('a', epoch, { page: '/', seq: 1 })
  return { store, epoch }
}

test('a process that has opened a session since keeps it, whoever removes it with an older epoch', () => {
  const folder = newFolder()
  const [one, other] = [fileStore(folder), fileStore(folder)]
  const first = one.open('a', 'one')
  one.write('a', first.epoch, { page: '/', version: 1, seq: 1, meta: '' })
  const second = other.open('a', 'other')
  one.remove('a', first.epoch)
  other.write('a', second.epoch, { seq: 2 })
  expect(other.load('a')?.seq).toBe(2)
})

test('halves of lines that a full disk left, one behind the other, cost nothing that was kept', () => {
  const folder = newFolder()
  const { epoch } = fileStore(folder).open('a', 'one')
  const store = fileStore(folder)
  const opened = store.open('a', 'two')
  expect(opened.epoch).toBe(epoch + 1)
  store.write('a', opened.epoch, { page: '/', version: 1, seq: 7, meta: '' })
  const path = join(folder, 'a.session')
  for (const half of [
    '{"e":2,"seq":8,"c":{"":"1',
    '\n{"tel',
    '\n{"telar":1,"open":"12',
    '\n{"removed":tr',
  ]) {
    appendFileSync(path, half)
    expect(fileStore(folder).load('a')?.seq).toBe(7)
  }
  expect(fileStore(folder).open('a', 'three')).toMatchObject({
    record: { seq: 7 },
    lost: undefined,
  })
})
