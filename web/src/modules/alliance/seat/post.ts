import type { AlliancePost } from '@/api'

export type ChosenPost = AlliancePost & { appointment?: string }

/** Each holder of each post is one choice: the person and what justifies her. */
export function choices(posts: AlliancePost[], since: (day: string) => string) {
  return posts.flatMap((post) =>
    post.holders.map((holder) => ({
      value: `${post.unit.id} ${holder.appointment}`,
      label: `${holder.name}　${post.unit.name} · ${post.roleName}`,
      note: [post.place, since(holder.since)].filter(Boolean).join('　'),
      post: { ...post, appointment: holder.appointment } as ChosenPost,
    })),
  )
}
