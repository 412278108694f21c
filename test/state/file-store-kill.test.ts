/** Kills and races real processes on one folder, and proves that no acknowledged write is lost. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileStore } from '../../engine/state/file-store.ts'
import { stateAfter } from './store-writes.ts'

const folder = mkdtempSync(join(tmpdir(), 'telar-kill-'))
const program = join(folder, 'writer.mjs')
const children: ChildProcess[] = []

beforeAll(() => {
  const entry = fileURLToPath(new URL('./store-writer.ts', import.meta.url))
  buildSync({
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
  })
})

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('a process killed at any point loses no acknowledged write, 60 times in a row', {
  tags: ['A13', 'durable'],
  timeout: 240_000,
}, async () => {
  const place = join(folder, 'kill')
  let total = 0
  let caughtInWrite = 0
  for (let round = 0; round < 60; round++) {
    // From the very first line to some hundred writes, and at no line's end in particular.
    const said = await run([place], { killAfter: (round * 37) % 150 })
    const written = said.filter(([word]) => word === 'wrote').map(([, , seq]) => Number(seq))
    const acknowledged = written.at(-1) ?? total
    const { record, lost } = fileStore(place).open('s', 'test')
    expect(lost).toBeUndefined()
    const seq = record?.seq ?? 0
    // One write may have reached the file without its acknowledgement reaching us.
    expect([acknowledged, acknowledged + 1]).toContain(seq)
    expect(record?.components ?? new Map()).toEqual(stateAfter(seq))
    if (seq > acknowledged) caughtInWrite++
    total = seq
  }
  console.log(
    `60 kills, ${total} writes, ${caughtInWrite} caught between write and acknowledgement`,
  )
  expect(total).toBeGreaterThan(1000)
  expect(readdirSync(place).filter((name) => name.endsWith('.unreadable'))).toEqual([])
})

test('three processes that take a session from each other lose nothing and never own it together', {
  tags: ['A13'],
  timeout: 240_000,
}, async () => {
  const place = join(folder, 'race')
  const said = (await Promise.all(Array.from('abc', () => run([place, '150', '20'])))).flat()
  const opens = said
    .filter(([word]) => word === 'open')
    .map(([, epoch, seq]) => ({ epoch: Number(epoch), seq: Number(seq) }))
    .sort((a, b) => a.epoch - b.epoch)
  const lastOf = new Map<number, number>()
  for (const [word, epoch, seq] of said) {
    if (word !== 'wrote') continue
    const before = lastOf.get(Number(epoch)) ?? opens.find((o) => o.epoch === Number(epoch))!.seq
    expect(Number(seq)).toBe(before + 1)
    lastOf.set(Number(epoch), Number(seq))
  }
  expect(new Set(opens.map(({ epoch }) => epoch)).size).toBe(opens.length)
  for (const [index, { epoch, seq }] of opens.entries()) {
    const previous = opens[index - 1]
    const acknowledged = previous ? (lastOf.get(previous.epoch) ?? previous.seq) : 0
    expect(seq, `at epoch ${epoch}`).toBe(acknowledged)
  }
  const record = fileStore(place).load('s')
  expect(record?.components).toEqual(stateAfter(record!.seq))
  const fencings = opens.filter(({ epoch, seq }) => (lastOf.get(epoch) ?? seq) - seq < 20).length
  console.log(`${opens.length} take-overs, ${record!.seq} writes, ${fencings} owners fenced`)
})

/** Runs the writer and gives the words of its lines; ends it by SIGKILL after so many lines. */
function run(args: string[], { killAfter = Infinity } = {}): Promise<string[][]> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  let text = ''
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.stdout.on('data', (chunk) => {
      text += chunk
      if (text.split('\n').length > killAfter) child.kill('SIGKILL')
    })
    child.on('close', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') reject(new Error(`The writer ended with ${code}`))
      // A line cut by the kill says nothing that is certain.
      else
        resolve(
          text
            .split('\n')
            .slice(0, -1)
            .map((line) => line.split(' ')),
        )
    })
  })
}
