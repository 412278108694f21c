/** A block of code, coloured when the site is built. */
import { highlight, type Word } from '../lib/highlight.ts'
import style from './code.module.css'

export async function Code({ text, language }: { text: string; language: string }) {
  const lines = await highlight(text, language)
  return (
    // A reader without a mouse must be able to scroll a long line into view.
    <pre
      className={style.code}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
      tabIndex={0}
    >
      <code>
        {lines.map((line, at) => (
          <Line key={at} words={line} />
        ))}
      </code>
    </pre>
  )
}

function Line({ words }: { words: Word[] }) {
  return (
    <span className={style.line}>
      {words.map(({ text, role }, at) => (
        <span key={at} className={style[role]}>
          {text}
        </span>
      ))}
      {'\n'}
    </span>
  )
}
