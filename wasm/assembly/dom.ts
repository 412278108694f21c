/** What the decoder can ask of the page; `client/dom.ts` answers name for name. Texts are (offset, length) in UTF-16 units of the frame's block. */

/** A frame begins; the block stands at `from`..`to`. Returns the block's length in UTF-16 units. */
export declare function begin(flags: i32, acknowledged: i32, from: i32, to: i32): i32
export declare function setText(slot: i32, at: i32, length: i32): void
export declare function setAttr(slot: i32, name: i32, at: i32, length: i32): void
export declare function delAttr(slot: i32, name: i32): void
export declare function setProp(slot: i32, name: i32, at: i32, length: i32): void
export declare function setClass(slot: i32, on: i32, at: i32, length: i32): void
export declare function setHTML(slot: i32, at: i32, length: i32): void
export declare function template(number: i32, at: i32, length: i32): void
/** Makes an instance; `count` calls of `fill` follow, the last of which puts it into the page. */
export declare function insert(
  list: i32,
  tpl: i32,
  base: i32,
  before: i32,
  at: i32,
  length: i32,
  count: i32,
): void
export declare function fill(at: i32, length: i32): void
export declare function move(base: i32, before: i32): void
export declare function remove(base: i32): void
export declare function event(name: i32, at: i32, length: i32): void
export declare function component(id: i32): void
export declare function mount(slot: i32, id: i32): void
export declare function unmount(id: i32): void
export declare function name(number: i32, at: i32, length: i32): void
/** Three texts one behind the other: target, name, value. */
export declare function drive(kind: i32, at: i32, target: i32, name: i32, value: i32): void
/** Two texts one behind the other: target, name. */
export declare function read(kind: i32, id: i32, at: i32, target: i32, name: i32): void
export declare function signal(kind: i32, at: i32, length: i32): void
