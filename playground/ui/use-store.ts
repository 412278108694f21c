'use client'
/** Lets a React component subscribe to one of the playground's stores. */
import { useSyncExternalStore } from 'react'

interface Store<State> {
  getState(): State
  subscribe(listener: () => void): () => void
}

/** The store's state, and again whenever it changes. */
export const useStore = <State>(store: Store<State>): State =>
  useSyncExternalStore(store.subscribe, store.getState, store.getState)

const NOTHING: Store<undefined> = { getState: () => undefined, subscribe: () => () => {} }

/** The same for a store that may not exist yet. */
export const useStoreOf = <State>(store: Store<State> | undefined): State | undefined =>
  useStore<State | undefined>(store ?? NOTHING)
