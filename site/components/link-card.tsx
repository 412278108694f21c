/** What stands on the picture of a link: the page's title, what it says, and whose it is. Drawn by Satori, so with styles alone. */
import type { SitePage } from '../lib/site-pages.ts'
import { wordsOf } from '../words/of.ts'
import type { Lang } from '../words/words.ts'

const INK = '#1d1b18'
const MUTED = '#46423b'
const ACCENT = '#2c4390'

export function LinkCard({ lang, page }: { lang: Lang; page: SitePage }) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: '72px 80px',
        background: '#f8f7f3',
        color: INK,
        borderBottom: `16px solid ${ACCENT}`,
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div
          style={{
            fontFamily: 'source-serif-4',
            fontWeight: 500,
            fontSize: page.title.length > 48 ? 58 : 72,
            lineHeight: 1.12,
          }}
        >
          {page.title}
        </div>
        <div
          style={{
            marginTop: 28,
            color: MUTED,
            fontFamily: 'figtree',
            fontSize: 32,
            lineHeight: 1.4,
          }}
        >
          {shortened(page.description)}
        </div>
      </div>
      <div style={{ display: 'flex', alignItems: 'center', fontFamily: 'figtree', fontSize: 32 }}>
        <svg viewBox="0 0 24 24" width="56" height="56" aria-hidden="true">
          <path
            d="M5 2v5.5M5 16.5V22M12 2v20M19 2v5.5M19 16.5V22"
            stroke={INK}
            strokeWidth="2.5"
            fill="none"
          />
          <path d="M0.5 12H9M15 12h8.5" stroke={ACCENT} strokeWidth="4.5" fill="none" />
        </svg>
        <div style={{ marginLeft: 20, fontFamily: 'source-serif-4' }}>Telar</div>
        <div style={{ marginLeft: 20, color: MUTED }}>{wordsOf(lang).tagline}</div>
      </div>
    </div>
  )
}

const LONGEST = 170

/** At the end of a word. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST)).replace(/[.,;:]$/, '')} …`
}
