/** Compares what a container has used with its limits. Pure: clock and readings are arguments. */
import { type Ending, endingFor } from './ending.ts'
import type { Limits } from './limits.ts'

/** The readings of one check. Counters of the kernel are null if it keeps none for us. */
export interface Reading {
  at: number
  tasks: number
  /** Private memory; null if the kernel enforces the limit. */
  privateBytes: number | null
  cpuSeconds: number
  /** Kills for memory and refused forks that the kernel has counted so far. */
  memoryKills: number | null
  refusedForks: number | null
}

/** What the agent reports of the workspace. */
export interface DiskReading {
  usedBytes: number
  files: number
  full: boolean
}

export interface Watchdog {
  /** An ending if the reading exceeds a limit, otherwise null. */
  judge(reading: Reading): Ending | null
  judgeDisk(disk: DiskReading): Ending | null
  /** Counts bytes that leave the container for the page. */
  judgeOutput(bytes: number, at: number): Ending | null
  /** The page or a visitor was active. */
  touch(at: number): void
}

export function createWatchdog(limits: Limits, startedAt: number): Watchdog {
  let touchedAt = startedAt
  const cpu: { at: number; seconds: number }[] = []
  let allowance = limits.outputBurstKB * 1024
  let refilledAt = startedAt

  return {
    judge(reading) {
      const over = judgeUse(reading, limits)
      if (over) return over
      if (cpuWithin(cpu, reading, limits.cpuWindowSeconds) > limits.cpuSeconds)
        return endingFor('cpu', limits)
      if (reading.at - touchedAt > limits.idleSeconds * 1000) return endingFor('idle', limits)
      if (reading.at - startedAt > limits.lifetimeSeconds * 1000)
        return endingFor('lifetime', limits)
      return null
    },
    judgeDisk: (disk) =>
      disk.full || disk.usedBytes >= limits.diskMB * MEGABYTE || disk.files > limits.files
        ? endingFor('disk', limits)
        : null,
    judgeOutput(bytes, at) {
      const refill = Math.max(0, at - refilledAt) * (limits.outputKBPerSecond * 1.024)
      allowance = Math.min(limits.outputBurstKB * 1024, allowance + refill) - bytes
      refilledAt = at
      return allowance < 0 ? endingFor('output', limits) : null
    },
    touch(at) {
      touchedAt = at
    },
  }
}

function judgeUse(reading: Reading, limits: Limits): Ending | null {
  // A refused fork counts as too many; if the kernel counts none, reaching the limit does.
  if ((reading.refusedForks ?? 0) > 0 || reading.tasks >= limits.tasks)
    return endingFor('processes', limits)
  if ((reading.memoryKills ?? 0) > 0 || (reading.privateBytes ?? 0) > limits.memoryMB * MEGABYTE)
    return endingFor('memory', limits)
  return null
}

/** Adds a reading to the window and returns the seconds of CPU used within it. */
function cpuWithin(
  window: { at: number; seconds: number }[],
  reading: Reading,
  windowSeconds: number,
): number {
  window.push({ at: reading.at, seconds: reading.cpuSeconds })
  while (window.length > 1 && window[1]!.at <= reading.at - windowSeconds * 1000) window.shift()
  return reading.cpuSeconds - window[0]!.seconds
}

const MEGABYTE = 1024 * 1024
