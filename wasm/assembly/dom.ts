/** What the decoder can call in the page; `client/imports.ts` explains the numbers of each op. */

/** A frame starts; its block is at `from`..`to`. Returns the block's length in UTF-16 units. */
export declare function begin(flags: i32, acknowledged: i32, from: i32, to: i32): i32
/** The most frequent op has its own import: one function less to load. */
export declare function text(slot: i32, length: i32, hash: i32): void
/**
 * Any other op: its fields in the order of the wire, of a text its length; fields that it lacks keep the value of an earlier op. Op 0 asks for a
 * row's place.
 */
export declare function op(
  code: i32,
  first: i32,
  second: i32,
  third: i32,
  fourth: i32,
  fifth: i32,
  count: i32,
): i32
/** The next value of the instance that was inserted last. */
export declare function fill(length: i32, hash: i32): void
/** Refuses the frame for one of the reasons numbered in opcodes.ts. It throws. */
export declare function fail(reason: i32): void
