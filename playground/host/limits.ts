/** What one container may use, and what the host may use in total. README.md explains each figure. */
export interface Limits {
  /** Containers at the same time, including those kept ready. */
  containers: number
  /** Containers of one visitor at the same time. */
  perVisitor: number
  /** Processes and threads together (a Node process has about eleven). */
  tasks: number
  memoryMB: number
  /** The workspace, a tmpfs; `/tmp` and `/dev/shm` have `scratchMB` each. */
  diskMB: number
  scratchMB: number
  /** Files and folders in the workspace. */
  files: number
  /** Seconds of CPU within any `cpuWindowSeconds`; more than the playground's own watchdog needs. */
  cpuSeconds: number
  cpuWindowSeconds: number
  lifetimeSeconds: number
  /** Without activity of the page or a visitor of the preview. */
  idleSeconds: number
  /** An agent that does not answer a greeting for this long is stopped; it is greeted after half of this time in silence. */
  silenceSeconds: number
  /** The rate of output over time, and how much may come at once. */
  outputKBPerSecond: number
  outputBurstKB: number
  /** Connections into the container at the same time. */
  tunnels: number
}

export const DEFAULT_LIMITS: Limits = {
  containers: 24,
  perVisitor: 2,
  tasks: 128,
  memoryMB: 512,
  diskMB: 64,
  scratchMB: 16,
  files: 20_000,
  cpuSeconds: 20,
  cpuWindowSeconds: 30,
  lifetimeSeconds: 4 * 3600,
  idleSeconds: 30 * 60,
  silenceSeconds: 15,
  outputKBPerSecond: 512,
  outputBurstKB: 4096,
  tunnels: 128,
}
