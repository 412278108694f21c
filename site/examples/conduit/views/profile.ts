/** Somebody's profile: who they are, what they wrote, what they like. */
import { classes, html, LiveComponent, mount } from 'telar'
import type { Profile } from '../data/people.ts'
import { to } from '../place.ts'
import { ArticleList, pageOf } from './article-list.ts'
import { avatar, frame, missing, type PageProps, userOf } from './frame.ts'

interface ProfileProps extends PageProps {
  shows: 'author' | 'favorites'
}

export class ProfilePage extends LiveComponent<ProfileProps> {
  profile: Profile | undefined

  override async start() {
    const { username = '' } = this.session.params
    this.profile = await this.props.conduit.profile(username, userOf(this.session)?.id ?? 0)
    this.title(`${this.profile?.username ?? 'Nobody of that name'} · Conduit`)
  }

  async follow() {
    const [user, profile] = [userOf(this.session), this.profile]
    if (!user || !profile) return
    await this.props.conduit.follow(user.id, profile.id, !profile.following)
    profile.following = !profile.following
  }

  getTemplate() {
    const { profile } = this
    if (!profile) return frame(this.session, missing('person'))
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
    if (!user) return html`<a class="button" href=${to('login')}>Follow ${profile.username}</a>`
    if (user.id === profile.id) {
      return html`<a class="button" href=${to('settings')}>Edit profile settings</a>`
    }
    return html`<button class=${classes({ on: profile.following })} lv-click=${this.follow}>${profile.following ? 'Unfollow' : 'Follow'} ${profile.username}</button>`
  }

  tabs({ username }: Profile) {
    const tab = (text: string, address: string, chosen: boolean) =>
      html`<li><a class="nav-link" href=${address} aria-current=${chosen ? 'page' : null}>${text}</a></li>`
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
      key: `${shows} ${page}`,
      conduit,
      feed: { of: shows, username },
      page,
      address: to('profile', username, ...(shows === 'favorites' ? ['favorites'] : [])),
      empty:
        shows === 'author' ? `${username} has not published anything yet.` : 'No favorites yet.',
    })
  }
}
