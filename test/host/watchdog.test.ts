/** The watchdog's judgements: readings in, an ending or none out. */
import { describe, expect, test } from 'vitest'
import { endingLine } from '../../playground/host/ending.ts'
import { DEFAULT_LIMITS } from '../../playground/host/limits.ts'
import { parseStat, useOfTree } from '../../playground/host/sandbox/process-table.ts'
import { createWatchdog, type Reading } from '../../playground/host/watchdog.ts'

const calm: Reading = {
  at: 1000,
  tasks: 22,
  privateBytes: 60 << 20,
  cpuSeconds: 0.2,
  memoryKills: null,
  refusedForks: null,
}
const reasonAfter = (...readings: Partial<Reading>[]) => {
  const watchdog = createWatchdog(DEFAULT_LIMITS, 0)
  return readings.map((reading) => watchdog.judge({ ...calm, ...reading })?.reason ?? 'goes on')
}

describe('the watchdog', () => {
  test('lets a calm container go on', () => {
    expect(reasonAfter({}, { at: 2000 }, { at: 60_000, cpuSeconds: 5 })).toEqual([
      'goes on',
      'goes on',
      'goes on',
    ])
  })

  test('ends for memory: by the kernel’s word or, without it, by what is in use', () => {
    expect(reasonAfter({ memoryKills: 1, privateBytes: null })).toEqual(['memory'])
    expect(reasonAfter({ privateBytes: 513 << 20 })).toEqual(['memory'])
    expect(reasonAfter({ privateBytes: 512 << 20 })).toEqual(['goes on'])
  })

  test('ends for processes: by a refused fork or by standing at the limit', () => {
    expect(reasonAfter({ refusedForks: 1 })).toEqual(['processes'])
    expect(reasonAfter({ tasks: 128 })).toEqual(['processes'])
    expect(reasonAfter({ tasks: 127 })).toEqual(['goes on'])
  })

  test('ends for processor time within the window, not for the same time spread out', () => {
    expect(reasonAfter({ at: 0, cpuSeconds: 0 }, { at: 21_000, cpuSeconds: 20.1 })).toEqual([
      'goes on',
      'cpu',
    ])
    const spread = Array.from({ length: 100 }, (_, i) => ({ at: i * 5000, cpuSeconds: i * 3 }))
    expect(new Set(reasonAfter(...spread))).toEqual(new Set(['goes on']))
  })

  test('ends when idle, unless touched, and at its longest life', () => {
    const half = 1800_000
    expect(reasonAfter({ at: half }, { at: half + 1 })).toEqual(['goes on', 'idle'])
    const watchdog = createWatchdog(DEFAULT_LIMITS, 0)
    for (let at = 0; at <= 4 * 3600_000; at += 600_000) {
      watchdog.touch(at)
      expect(watchdog.judge({ ...calm, at })).toBe(null)
    }
    expect(watchdog.judge({ ...calm, at: 4 * 3600_000 + 1 })?.reason).toBe('lifetime')
  })

  test('lets a burst of output pass, ends a stream of it', () => {
    const watchdog = createWatchdog(DEFAULT_LIMITS, 0)
    expect(watchdog.judgeOutput(4 << 20, 0)).toBe(null)
    expect(watchdog.judgeOutput(512 << 10, 1000)).toBe(null)
    expect(watchdog.judgeOutput(600 << 10, 2000)?.reason).toBe('output')
  })

  test('ends for a full disk or for too many files', () => {
    const watchdog = createWatchdog(DEFAULT_LIMITS, 0)
    const disk = { usedBytes: 1 << 20, files: 100, full: false }
    expect(watchdog.judgeDisk(disk)).toBe(null)
    expect(watchdog.judgeDisk({ ...disk, full: true })?.reason).toBe('disk')
    expect(watchdog.judgeDisk({ ...disk, usedBytes: 64 << 20 })?.reason).toBe('disk')
    expect(watchdog.judgeDisk({ ...disk, files: 20_001 })?.reason).toBe('disk')
  })

  test('an ending reads as a code and a sentence', () => {
    const ending = createWatchdog(DEFAULT_LIMITS, 0).judge({ ...calm, memoryKills: 1 })
    expect(ending && endingLine(ending)).toBe(
      'container-ended:memory: The container used more than its 512 MB of memory and was ended. Keep less in memory, then run again.',
    )
  })
})

describe('the process table', () => {
  const line = (pid: number, parent: number, threads: number, name = 'node') =>
    `${pid} (${name}) S ${parent} 1 1 0 -1 4194304 0 0 0 0 100 50 20 10 20 0 ${threads} 0 5 1000 2000 0`

  test('reads a line, whatever the program calls itself', () => {
    const row = { pid: 42, parent: 7, isStopped: false, threads: 11, cpuSeconds: 1.8 }
    expect(parseStat(line(42, 7, 11))).toEqual(row)
    expect(parseStat(line(42, 7, 11, 'a) R 1 (b'))).toEqual(row)
    const stopped = { ...row, isStopped: true }
    expect(parseStat(line(42, 7, 11).replace(') S ', ') T '))).toEqual(stopped)
    expect(parseStat('')).toBe(null)
  })

  test('sums a tree and leaves its neighbours out', () => {
    const rows = [line(1, 0, 1), line(10, 1, 2), line(11, 10, 3), line(12, 11, 4), line(20, 1, 5)]
    expect(
      useOfTree(
        rows.map((it) => parseStat(it)!),
        10,
      ),
    ).toEqual({
      pids: [10, 11, 12],
      tasks: 9,
      cpuSeconds: expect.closeTo(5.4),
    })
  })
})
