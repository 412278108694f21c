/** Numbers of the wire, in a form that tsc and asc both read. */

export const SET_TEXT = 1
export const SET_ATTR = 2
export const DEL_ATTR = 3
export const SET_PROP = 4
export const CLASS = 5
export const SET_HTML = 6
export const TEMPLATE = 7
export const INSERT = 8
export const MOVE = 9
export const REMOVE = 10
export const ORDER = 11
export const EVENT = 12
export const RUN = 13
export const COMPONENT = 14
export const MOUNT = 15
export const UNMOUNT = 16
export const NAME = 17
export const DRIVE = 18
export const READ = 19
export const SIGNAL = 20

/** The kinds of a signal. */
export const SIGNAL_WELCOME = 1
export const SIGNAL_ERROR = 2
export const SIGNAL_TITLE = 3
export const SIGNAL_PATCH = 4
export const SIGNAL_NAVIGATE = 5
export const SIGNAL_FLASH = 6
export const SIGNAL_RELOAD = 7
export const SIGNAL_ANSWER = 8
export const SIGNAL_GAP = 9

/** The largest number in a varint of the wire. */
export const MAX_VARINT = 0x0fffffff

/** The slot of component 0 that stands for the page's address: its events carry one, and no handler can have it. */
export const ADDRESS_SLOT = MAX_VARINT

/** The most rows that one `order` may name: the other end allocates memory for them. */
export const MAX_ROWS = 0xfffff

/** Hash of a text: over its UTF-8 bytes, `hash = (hash ^ byte) * HASH_PRIME` from 0; an empty text has 0. */
export const HASH_PRIME = 0x01000193

export const FLAG_ASCII = 1
export const FLAG_ACKNOWLEDGES = 2
export const FLAG_HASH = 4
export const FLAG_REPAINT = 8
export const FLAG_BLOCK = 16

export const UP_EVENT = 1
export const UP_ACK = 2
export const UP_REPLY = 3
export const UP_HELLO = 4
export const UP_PING = 5
export const UP_PART = 6

// The rest never goes over the wire: it is between the decoder and its page.

/** Where a frame is written in the decoder's memory. */
export const FRAME_AT = 1024

/** Not an op: the decoder asks for a row's place while it computes an order. */
export const PLACE = 0

/** Why a frame is refused. */
export const TRUNCATED = 1
export const MALFORMED = 2
export const UNKNOWN = 3
export const DIVERGED = 4
