/** The blocks of a page of the reference as elements. */
import type { Block, Term } from '../../reference/blocks.ts'
import type { Lang } from '../../words/words.ts'
import { Code } from '../code.tsx'
import style from './blocks.module.css'
import { Inline, Markdown } from './markdown.tsx'

interface BlockContext {
  lang: Lang
  /** The address of the page. */
  here: string
}

export function Blocks({ blocks, ...place }: BlockContext & { blocks: readonly Block[] }) {
  return blocks.map((block, at) => <OneBlock key={at} block={block} {...place} />)
}

function OneBlock({ block, ...place }: BlockContext & { block: Block }) {
  switch (block.kind) {
    case 'text':
      return (
        <div className={style.text} lang={otherThan(place.lang, block.lang)}>
          <Markdown text={block.text} {...place} />
        </div>
      )
    case 'heading': {
      const Name = `h${block.level}` as const
      return (
        <Name id={block.id} className={style.heading} lang={otherThan(place.lang, block.lang)}>
          <a href={`#${block.id}`}>
            <Inline text={block.text} lang={place.lang} />
          </a>
        </Name>
      )
    }
    case 'code':
      return (
        <figure className={style.code}>
          {block.label && <figcaption>{block.label}</figcaption>}
          <Code text={block.code} language={block.language} />
          {block.open && (
            <p className={style.open}>
              <a href={block.open.href}>{block.open.name}</a>
            </p>
          )}
        </figure>
      )
    case 'terms':
      return (
        <dl className={style.terms}>
          {block.terms.map((term) => (
            <OneTerm key={term.name} term={term} {...place} />
          ))}
        </dl>
      )
    case 'links':
      return (
        <dl className={style.links}>
          {block.links.map(({ href, name, isName, text, lang }) => (
            <div key={href}>
              <dt>
                <a href={href}>{isName ? <code>{name}</code> : name}</a>
              </dt>
              <dd lang={otherThan(place.lang, lang)}>
                <Inline text={text} lang={place.lang} />
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return (
        // A reader without a mouse must be able to scroll a wide table into view.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <div className={style.table} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody lang={otherThan(place.lang, block.lang)}>
              {block.rows.map((row) => (
                <tr key={row.join()}>
                  {row.map((cell, at) => (
                    <td key={at}>
                      <Inline text={cell} lang={place.lang} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    default:
      return block satisfies never
  }
}

function OneTerm({ term, ...place }: BlockContext & { term: Term }) {
  const { id, name, note, isType, text } = term
  return (
    <div id={id}>
      <dt>
        {id ? (
          <a href={`#${id}`}>
            <code>{name}</code>
          </a>
        ) : (
          <code>{name}</code>
        )}
        {note && (isType ? <code className={style.type}>{note}</code> : <small>{note}</small>)}
      </dt>
      {text.map((part, at) => (
        <dd key={at} lang={otherThan(place.lang, part.lang)}>
          {part.label && (
            <span className={style.label} lang={place.lang}>
              {part.label}
            </span>
          )}
          <Markdown text={part.text} {...place} />
        </dd>
      ))}
    </div>
  )
}

/** The language of a text, where it is not the page's. */
export const otherThan = (page: Lang, text: Lang | undefined) =>
  text === undefined || text === page ? undefined : text
