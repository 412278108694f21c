/** Markdown of doc comments as elements; code that has a page of its own is a link to it. */
import { type MarkedToken, marked, type Token, type Tokens } from 'marked'
import { Fragment, type ReactNode } from 'react'
import { linkOf } from '../../reference/links.ts'
import type { Lang } from '../../words/words.ts'
import { Code } from '../code.tsx'
import style from './blocks.module.css'

interface MarkdownProps {
  text: string
  lang: Lang
  /** The address of this page, to which no code links. */
  here?: string
}

/** Paragraphs, lists, code. */
export function Markdown(props: MarkdownProps) {
  return <>{marked.lexer(props.text).map((token, at) => block(token, props, at))}</>
}

/** One line, without a paragraph around it. */
export function Inline(props: MarkdownProps) {
  return <>{inline(marked.Lexer.lexInline(props.text), props)}</>
}

function block(given: Token, props: MarkdownProps, key: number): ReactNode {
  const token = given as MarkedToken
  switch (token.type) {
    case 'space':
      return null
    case 'paragraph':
      return <p key={key}>{inline(token.tokens, props)}</p>
    case 'list': {
      const Name = token.ordered ? 'ol' : 'ul'
      return <Name key={key}>{token.items.map((item, at) => listItem(item, props, at))}</Name>
    }
    case 'code':
      return (
        <div key={key} className={style.code}>
          <Code text={token.text} language={token.lang || 'ts'} />
        </div>
      )
    default:
      return <Fragment key={key}>{inline([token], props)}</Fragment>
  }
}

const listItem = (item: Tokens.ListItem, props: MarkdownProps, key: number) => (
  <li key={key}>{item.tokens.map((token, at) => block(token, props, at))}</li>
)

function inline(tokens: readonly Token[] | undefined, props: MarkdownProps): ReactNode {
  return tokens?.map((given, at) => {
    const token = given as MarkedToken
    switch (token.type) {
      case 'codespan':
        return <CodeWord key={at} {...props} text={token.text} />
      case 'strong':
        return <strong key={at}>{inline(token.tokens, props)}</strong>
      case 'em':
        return <em key={at}>{inline(token.tokens, props)}</em>
      case 'link':
        return (
          <a key={at} href={token.href}>
            {inline(token.tokens, { ...props, here: undefined })}
          </a>
        )
      case 'text':
        return token.tokens ? (
          <Fragment key={at}>{inline(token.tokens, props)}</Fragment>
        ) : (
          <Fragment key={at}>{token.text}</Fragment>
        )
      default:
        return <Fragment key={at}>{'text' in token ? String(token.text) : token.raw}</Fragment>
    }
  })
}

function CodeWord({ text, lang, here }: MarkdownProps) {
  const address = here === undefined ? undefined : linkOf(text, lang)
  const code = <code>{text}</code>
  return address && address !== here ? <a href={address}>{code}</a> : code
}
