/** Notes which elements of the page change. */
import { type ChangeRecord, changedElements, isMark, tagsOf } from '../changes.ts'

export interface Recorder {
  start(): void
  /** Tag names of what has changed since the start. */
  read(): string
}

export function recorder(isOwn: (node: Node) => boolean): Recorder {
  let records: ChangeRecord[] = []
  // A page may write what is there already.
  const isChange = (one: MutationRecord) =>
    !isOwn(one.target) &&
    !isMark(one.attributeName) &&
    (one.type === 'childList' ||
      one.oldValue !==
        (one.type === 'attributes'
          ? (one.target as Element).getAttribute(one.attributeName!)
          : one.target.textContent))
  const take = (more: MutationRecord[]) => {
    records.push(...more.filter(isChange))
  }
  const observer = new MutationObserver(take)
  return {
    start() {
      records = []
      observer.takeRecords()
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        characterDataOldValue: true,
        attributes: true,
        attributeOldValue: true,
      })
    },
    read() {
      take(observer.takeRecords())
      observer.disconnect()
      return tagsOf(changedElements(records).filter((one) => !one.matches(NOT_SEEN)))
    },
  }
}

const NOT_SEEN = 'script,style,link,head,head *'
