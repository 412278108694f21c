/** Who somebody is to others, how they log in, and the way out. */
import { form, html, LiveComponent, redirect } from 'telar'
import { TakenError } from '../data/accounts.ts'
import { Settings, type SettingsValues } from '../data/rules.ts'
import { to } from '../place.ts'
import { frame, type PageProps, signedIn } from './frame.ts'

export interface SettingsProps extends PageProps {
  /** Ends what is open under these logins. */
  endLogins: (logins: readonly string[]) => Promise<void>
}

export class SettingsPage extends LiveComponent<SettingsProps> {
  settings = form(Settings, { initial: { image: '', username: '', bio: '', email: '' } })

  override start() {
    const { image, username, bio, email } = signedIn(this.session)
    this.settings.reset({ image, username, bio, email })
  }

  async save(values: SettingsValues) {
    const ended = await this.props.conduit
      .saveSettings(signedIn(this.session), values)
      .catch((error: unknown) => {
        if (!(error instanceof TakenError)) throw error
        this.settings.setError(error.field, error.message)
      })
    if (!ended) return
    await this.props.endLogins(ended)
    throw redirect(to('profile', values.username))
  }

  getTemplate() {
    const { settings } = this
    return frame(
      this.session,
      html`<section class="narrow form">
        <h1>Your settings</h1>
        <form lv-submit=${settings.submit(this.save)} novalidate>
          <label class="field-label" for=${settings.id('image')}>Address of your picture</label>
          <input type="url" autocomplete="off" ${settings.field('image')} />
          ${settings.error('image')}
          <label class="field-label" for=${settings.id('username')}>Name</label>
          <input autocomplete="nickname" ${settings.field('username')} />
          ${settings.error('username')}
          <label class="field-label" for=${settings.id('bio')}>About you</label>
          <textarea rows="5" ${settings.field('bio')}></textarea>
          ${settings.error('bio')}
          <label class="field-label" for=${settings.id('email')}>E-mail</label>
          <input type="email" autocomplete="email" ${settings.field('email')} />
          ${settings.error('email')}
          <label class="field-label" for=${settings.id('password')}>New password</label>
          <input type="password" autocomplete="new-password" ${settings.field('password')} />
          ${settings.error('password')}
          <button class="submit" lv-busy="Saving…">Save settings</button>
        </form>
        <hr />
        <form method="post" action=${to('logout')}>
          <button class="danger">Log out</button>
        </form>
      </section>`,
    )
  }
}
