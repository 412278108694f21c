/** A page of the reference as Markdown. */
import type { Block, ReferencePage, Term } from '../reference/blocks.ts'

export function referenceMarkdown(page: ReferencePage): string {
  const title = page.isName ? `\`${page.title}\`` : page.title
  return [`# ${title}`, page.kind, page.lead, ...page.blocks.map(blockMarkdown)]
    .filter((part) => part)
    .map((part) => `${part}\n`)
    .join('\n')
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`
    case 'code':
      return [
        block.label ? `${block.label}:\n` : '',
        `\`\`\`${block.language}\n${block.code.trimEnd()}\n\`\`\``,
        block.open ? `\n[${block.open.name}](${block.open.href})` : '',
      ]
        .filter((part) => part)
        .join('\n')
    case 'terms':
      return block.terms.map(termMarkdown).join('\n')
    case 'links':
      return block.links
        .map(
          ({ href, name, text, isName }) =>
            `- [${isName ? `\`${name}\`` : name}](${href}): ${text}`,
        )
        .join('\n')
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n')
    default:
      return block satisfies never
  }
}

function termMarkdown({ name, note, isType, text }: Term): string {
  const about = note ? (isType ? ` \`${note}\`` : ` (${note})`) : ''
  const said = text.map((part) => (part.label ? `${part.label}: ${part.text}` : part.text))
  return `- **\`${name}\`**${about}${said.length > 0 ? `: ${said.join(' ').replace(/\n+/g, ' ')}` : ''}`
}
