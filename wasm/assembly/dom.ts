/** What the decoder can ask of the page; `client/imports.ts` says what each op's numbers mean. */

/** A frame begins; the block stands at `from`..`to`. Returns the block's length in UTF-16 units. */
export declare function begin(flags: i32, acknowledged: i32, from: i32, to: i32): i32
/** The commonest op by itself: one function less to be fetched. */
export declare function text(slot: i32, length: i32, hash: i32): void
/** Any other op: its fields in the order of the wire, of a text its length; what it does not have is left from an earlier op. Op 0 asks for a row's place. */
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
/** Refuses the frame for one of the reasons that opcodes.ts numbers. It throws. */
export declare function fail(reason: i32): void
