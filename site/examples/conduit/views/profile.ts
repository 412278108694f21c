/** Somebody's profile: who they are, what they wrote, what they like. */
import { classes, html, LiveComponent, mount, notFound } from 'telar'
import type { Profile } from '../data/people.ts'
import { to } from '../place.ts'
import { ArticleList, pageOf } from './article-list.ts'
import { avatar, frame, type PageProps, signedIn, userOf } from './frame.ts'

interface ProfileProps extends PageProps {
  shows: 'author' | 'favorites'
}

export class ProfilePage extends LiveComponent<ProfileProps> {
  profile!: Profile

  override async start() {
    const { username = '' } = this.session.params
    const profile = await this.props.conduit.profile(username, userOf(this.session)?.id ?? 0)
    if (!profile) throw notFound('There is no such person.')
    this.profile = profile
    this.title(`${profile.username} · Conduit`)
  }

  async follow() {
    const [user, profile] = [signedIn(this.session), this.profile]
    await this.props.conduit.follow(user.id, profile.id, !profile.following)
    profile.following = !profile.following
  }

  getTemplate() {
    const { profile } = this
    return frame(
      this.session,
      html`<section class="user-info banner">
        ${avatar(profile, 'large')}
        <h1>${profile.username}</h1>
        <p>${profile.bio}</p>
        ${this.action(profile)}
      </section>
      <div class="narrow">${this.tabs(profile)} ${this.list(profile)}</div>`,
    )
  }

  action(profile: Profile) {
    const user = userOf(this.session)
    if (!user)
      return html`<a lv-link class="button" href=${to('login')}>Follow ${profile.username}</a>`
    if (user.id === profile.id) {
      return html`<a lv-link class="button" href=${to('settings')}>Edit profile settings</a>`
    }
    return html`<button class=${classes({ on: profile.following })} lv-click=${this.follow}>${profile.following ? 'Unfollow' : 'Follow'} ${profile.username}</button>`
  }

  tabs({ username }: Profile) {
    const tab = (text: string, address: string, chosen: boolean) =>
      html`<li><a lv-link class="nav-link" href=${address} aria-current=${chosen ? 'page' : null}>${text}</a></li>`
    const { shows } = this.props
    return html`<nav class="feed-toggle" aria-label="Articles of ${username}">
      <ul>
        ${tab('Articles', to('profile', username), shows === 'author')}
        ${tab('Favorited articles', to('profile', username, 'favorites'), shows === 'favorites')}
      </ul>
    </nav>`
  }

  list({ username }: Profile) {
    const { shows, conduit } = this.props
    const page = pageOf(this.session.params.page)
    return mount(ArticleList, {
      key: 'list',
      conduit,
      feed: { of: shows, username },
      page,
      address: to('profile', username, ...(shows === 'favorites' ? ['favorites'] : [])),
      empty:
        shows === 'author' ? `${username} has not published anything yet.` : 'No favorites yet.',
    })
  }
}
