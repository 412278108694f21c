'use client'
/** The full-width playground: the reader's own workspace, or the copy that a link opens. */
import { useEffect, useState } from 'react'
import type { Project } from '../container/types.ts'
import { isLink, openLink, pageOfLink } from '../share/link.ts'
import { NEWEST_TEMPLATE, TEMPLATES } from '../share/templates.ts'
import bench from './bench.module.css'
import style from './playground.module.css'
import { useWords } from './use-words.ts'
import { Waiting } from './waiting.tsx'
import { Workspace } from './workspace.tsx'

export interface PlaygroundProps {
  /** What one's own playground starts with, if not the newest template. */
  template?: Project
  /** The template is an example: it has saved work of its own. */
  example?: { name: string; title: string }
}

type Opened =
  | { kind: 'own' }
  | { kind: 'link'; page: string; project: Project }
  | { kind: 'bad'; sentence: string }

export function Playground({ template = TEMPLATES[NEWEST_TEMPLATE]!, example }: PlaygroundProps) {
  const words = useWords().playground
  const opened = useOpened()
  const waiting = <Waiting project={template} />
  if (!opened) return waiting
  if (opened.kind === 'bad') return <BadLink sentence={opened.sentence} />
  if (opened.kind === 'own' && example)
    return (
      <div className={style.linked}>
        <p className={style.copy}>
          {words.example(example.title)} <a href={words.path}>{words.own}</a>
        </p>
        <Workspace
          key={example.name}
          pageKey={`playground/${example.name}`}
          template={template}
          waiting={waiting}
        />
      </div>
    )
  if (opened.kind === 'own')
    return <Workspace key="own" pageKey="playground" template={template} waiting={waiting} early />
  return (
    <div className={style.linked}>
      <p className={style.copy}>
        {words.copy}{' '}
        <a href={words.path} onClick={openOwn}>
          {words.back}
        </a>
        .
      </p>
      <Workspace key={opened.page} pageKey={opened.page} template={opened.project} code="link" />
    </div>
  )
}

/** Read only in the browser: the hash never travels to the server. */
function useOpened(): Opened | undefined {
  const [opened, setOpened] = useState<Opened>()
  useEffect(() => {
    const open = () => setOpened(openedBy(location.hash))
    open()
    addEventListener('hashchange', open)
    return () => removeEventListener('hashchange', open)
  }, [])
  return opened
}

function openedBy(hash: string): Opened {
  if (!isLink(hash)) return { kind: 'own' }
  try {
    const { hash: made, shared } = openLink(hash)
    const { files, entry } = shared
    return { kind: 'link', page: pageOfLink(made), project: { files, entry } }
  } catch (cause) {
    return { kind: 'bad', sentence: cause instanceof Error ? cause.message : String(cause) }
  }
}

function BadLink({ sentence }: { sentence: string }) {
  const words = useWords().playground
  return (
    <div className={style.bad} role="alert">
      <h1>{words.bad}</h1>
      <p lang="en">{sentence}</p>
      <a className={bench.primary} href={words.path} onClick={openOwn}>
        {words.own}
      </a>
    </div>
  )
}

// The same page without its hash: the browser alone would only scroll.
function openOwn(event: { preventDefault(): void }) {
  event.preventDefault()
  history.pushState(null, '', location.pathname)
  dispatchEvent(new HashChangeEvent('hashchange'))
}
