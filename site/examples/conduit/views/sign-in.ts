/** Signing in and signing up. Whoever is let in is led to an address that sets the cookie, since only an answer can set one. */
import { form, html, LiveComponent, redirect } from 'telar'
import { TakenError } from '../data/accounts.ts'
import { LogIn, SignUp, type SignUpValues } from '../data/rules.ts'
import { to, withQuery } from '../place.ts'
import { frame, type PageProps } from './frame.ts'

export class SignInPage extends LiveComponent<PageProps> {
  signIn = form(LogIn, { initial: { email: '' } })

  async send(values: { email: string; password: string }) {
    const ticket = await this.props.conduit.logIn(values)
    if (ticket !== undefined) throw redirect(entrance(ticket, this.session.params.next))
    this.signIn.setError('', 'There is no account with that address and password.')
  }

  getTemplate() {
    const { signIn } = this
    return frame(
      this.session,
      html`<section class="narrow form">
        <h1>Sign in</h1>
        <p><a lv-link href=${to('register')}>Need an account?</a></p>
        <form lv-submit=${signIn.submit(this.send)} novalidate>
          ${signIn.error()}
          <label class="field-label" for=${signIn.id('email')}>E-mail</label>
          <input type="email" autocomplete="username" ${signIn.field('email')} />
          ${signIn.error('email')}
          <label class="field-label" for=${signIn.id('password')}>Password</label>
          <input type="password" autocomplete="current-password" ${signIn.field('password')} />
          ${signIn.error('password')}
          <button class="submit" lv-busy="Signing in…">Sign in</button>
        </form>
      </section>`,
    )
  }
}

export class SignUpPage extends LiveComponent<PageProps> {
  signUp = form(SignUp, { initial: { username: '', email: '' } })

  async send(values: SignUpValues) {
    const ticket = await this.props.conduit.signUp(values).catch((error: unknown) => {
      if (!(error instanceof TakenError)) throw error
      this.signUp.setError(error.field, error.message)
    })
    if (ticket !== undefined) throw redirect(entrance(ticket, this.session.params.next))
  }

  getTemplate() {
    const { signUp } = this
    return frame(
      this.session,
      html`<section class="narrow form">
        <h1>Sign up</h1>
        <p><a lv-link href=${to('login')}>Have an account?</a></p>
        <form lv-submit=${signUp.submit(this.send)} novalidate>
          <label class="field-label" for=${signUp.id('username')}>Name</label>
          <input autocomplete="nickname" ${signUp.field('username')} />
          ${signUp.error('username')}
          <label class="field-label" for=${signUp.id('email')}>E-mail</label>
          <input type="email" autocomplete="email" ${signUp.field('email')} />
          ${signUp.error('email')}
          <label class="field-label" for=${signUp.id('password')}>Password</label>
          <input type="password" autocomplete="new-password" ${signUp.field('password')} />
          ${signUp.error('password')}
          <button class="submit" lv-busy="Signing up…">Sign up</button>
        </form>
      </section>`,
    )
  }
}

const entrance = (ticket: string, next = '') => withQuery(to('session'), { ticket, next })
