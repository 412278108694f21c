/** Properties that only the client reads and writes, so that a build may shorten them; none belongs to the page or the wire. */
export const NAMES = `
  telarRow telarRaw telarDone telarGiven slots base markup placed acknowledge settle
  heard listen waits field alive rejoin deeds repainted inputs old components telarEdited telarKnown settled changed
  edit resend answered fields
  nodes names place texts row hashes sum problem
  gate held admit emit template insert order sendWaiting writeHeld writeProperty parted asked
  swap phase newest broken others arrived greet readPage page queue sheets about dress
  telarStandIns remember pulse numberedFrom tools ghost grab told
  fillChildSlot isInput moveNodes nodesOf parseMarkup refusal rowsIn takeOut
  watcher timer own reply pointer places
  encodeMessage fieldOf modifiersOf KEPT steps stays writes standing limits live valuesOf cause done marked isLocked telarPending
  note moved calls api firstNode lastNode hook wasm`
  .trim()
  .split(/\s+/)

/** The value for esbuild's `mangleProps`. */
export const INTERNAL = new RegExp(`^(${NAMES.join('|')})$`)
