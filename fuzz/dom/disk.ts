/** A store that answers late and fails now and then, as a disk does that is busy or full. */
import type { Clock } from '../../engine/session/clock.ts'
import { StoreError } from '../../engine/state/errors.ts'
import type { PromptStore, StateStore } from '../../engine/state/store.ts'

export class Disk {
  /** A turn is done and not stored: it is lost with its process. */
  unsaved = false
  private late = 0
  private fails = 0
  private readonly kept: PromptStore
  private readonly saved: () => void

  constructor(kept: PromptStore, saved: () => void) {
    this.kept = kept
    this.saved = saved
  }

  /** From now on a write takes `late` milliseconds, and the next `fails` ones fail. */
  set(late: number, fails: number): void {
    this.late = late
    this.fails = fails
  }

  /** What must not fail, or nobody gets a page. */
  async whole(act: () => Promise<unknown>): Promise<void> {
    const { late, fails } = this
    this.set(0, 0)
    await act()
    this.set(late, fails)
  }

  /** As one process sees it: what it has not got round to writing is gone with its clock. */
  store(clock: Clock): StateStore {
    const { kept } = this
    const write: StateStore['write'] = (id, epoch, change) => {
      this.unsaved = true
      const act = () => {
        if (this.fails > 0) {
          this.fails--
          throw new StoreError(
            'store-unwritable',
            'Expected free space on the disk, received none.',
          )
        }
        kept.write(id, epoch, change)
        this.unsaved = false
        this.saved()
      }
      if (this.late === 0) return act()
      return new Promise((resolve, reject) => {
        clock.timer(this.late, () => {
          try {
            resolve(act())
          } catch (error) {
            reject(error)
          }
        })
      })
    }
    return {
      promises: kept.promises,
      load: (id) => kept.load(id),
      open: (id, owner) => kept.open(id, owner),
      write,
      remove: (id, epoch) => kept.remove(id, epoch),
      sweep: (idleMs) => kept.sweep(idleMs),
      close: () => kept.close(),
    }
  }
}
