/** Signing in and signing up: ordinary forms that the browser posts, since only an ordinary answer can set a cookie. */
import { each, html, LiveComponent } from 'telar'
import { to } from '../place.ts'
import { frame, type PageProps } from './frame.ts'

/** What came of a form that was posted and sent back. */
export interface SentBack {
  values: Readonly<Record<string, string>>
  /** By field; what belongs to none is under the empty name. */
  problems: Readonly<Record<string, string>>
}

interface SignInProps extends PageProps {
  /** Gives what was sent back under this name, once. */
  take: (name: string) => SentBack | undefined
}

export class SignIn extends LiveComponent<SignInProps> {
  back: SentBack = { values: {}, problems: {} }

  override start() {
    this.back = this.props.take(this.session.params.again ?? '') ?? this.back
  }

  getTemplate() {
    return frame(
      this.session,
      html`<section class="narrow auth-page">
        <h1>Sign in</h1>
        <p><a href=${to('register')}>Need an account?</a></p>
        ${problems(this.back)}
        <form method="post" action=${to('login')}>
          <input type="hidden" name="next" value=${this.session.params.next ?? ''} />
          ${field(this.back, { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username' })}
          ${field(this.back, { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
          <button type="submit">Sign in</button>
        </form>
      </section>`,
    )
  }
}

export class SignUpPage extends LiveComponent<SignInProps> {
  back: SentBack = { values: {}, problems: {} }

  override start() {
    this.back = this.props.take(this.session.params.again ?? '') ?? this.back
  }

  getTemplate() {
    return frame(
      this.session,
      html`<section class="narrow auth-page">
        <h1>Sign up</h1>
        <p><a href=${to('login')}>Have an account?</a></p>
        ${problems(this.back)}
        <form method="post" action=${to('register')}>
          ${field(this.back, { name: 'username', label: 'Name', type: 'text', autocomplete: 'nickname' })}
          ${field(this.back, { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email' })}
          ${field(this.back, { name: 'password', label: 'Password', type: 'password', autocomplete: 'new-password' })}
          <button type="submit">Sign up</button>
        </form>
      </section>`,
    )
  }
}

const problems = ({ problems }: SentBack) => {
  const all = Object.entries(problems)
  return all.length === 0
    ? ''
    : html`<ul class="error-messages" role="alert">
        ${each(
          all,
          ([name]) => name,
          ([name, text]) => html`<li id="problem-${name}">${text}</li>`,
        )}
      </ul>`
}

interface FieldOptions {
  name: string
  label: string
  type: string
  autocomplete: string
}

const field = (back: SentBack, { name, label, type, autocomplete }: FieldOptions) =>
  html`<label for=${name}>${label}</label>
    <input id=${name} name=${name} type=${type} autocomplete=${autocomplete} required value=${back.values[name] ?? ''} aria-invalid=${back.problems[name] ? 'true' : null} aria-describedby=${back.problems[name] ? `problem-${name}` : null} />`
