/** Before all tests: builds the client that the testing kit runs, when its sources have changed. */
export { writeWholeClient as setup } from '../../wasm/whole.mjs'
