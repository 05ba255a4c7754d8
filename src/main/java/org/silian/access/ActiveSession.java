package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.permission.Role;
import org.silian.problem.Refusal;

/**
 * A session with the appointments its person holds at this moment.
 *
 * @param chosen the post chosen to act in, which may have ended since
 * @param lastPost the post last chosen in any session
 * @param proofs what the person has proved
 * @param owed what is owed before the session opens anything; absent where nothing is
 */
record ActiveSession(
    Token token,
    UUID person,
    String name,
    @Nullable Role standing,
    @Nullable UUID community,
    @Nullable UUID chosen,
    @Nullable UUID lastPost,
    Instant startedAt,
    Instant lastAt,
    List<Post> posts,
    Proofs proofs,
    @Nullable Owed owed) {

  /** How long somebody may take to give a second factor. */
  private static final Duration HALF_IN = Duration.ofMinutes(10);

  private static final String ATTRIBUTE = ActiveSession.class.getName();

  /** The session of a request that the gate has let through as signed in. */
  static ActiveSession of(HttpServletRequest request) {
    return find(request).orElseThrow(() -> Refusal.signedOut("signed-out"));
  }

  static Optional<ActiveSession> find(HttpServletRequest request) {
    return Optional.ofNullable((ActiveSession) request.getAttribute(ATTRIBUTE));
  }

  void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /**
   * The post in use. Where the chosen one has ended, the only other one takes its place; where
   * there are several, nobody but the person can say which.
   */
  Optional<Post> post() {
    if (chosen == null) {
      return Optional.empty();
    }
    return posts.stream().filter(post -> post.id().equals(chosen)).findFirst().or(this::onlyPost);
  }

  /** The post to begin with: the only one, else the one last used, else the first. */
  Optional<Post> firstPost() {
    return posts.stream()
        .filter(Post::isStaff)
        .filter(post -> post.id().equals(lastPost))
        .findFirst()
        .or(() -> posts.stream().filter(Post::isStaff).findFirst());
  }

  private Optional<Post> onlyPost() {
    var staff = posts.stream().filter(Post::isStaff).toList();
    return staff.size() == 1 ? Optional.of(staff.getFirst()) : Optional.empty();
  }

  /** The role in use: of the post, else the standing. */
  Role role() {
    return post().map(Post::role).orElse(standing == null ? Role.RESIDENT : standing);
  }

  /** The person alone, without any post: all that a session is that is half in. */
  Actor self() {
    return new Actor(person, null, standing == null ? Role.RESIDENT : standing, community, null);
  }

  /** Who acts in this session. */
  Actor actor() {
    return post()
        .map(
            post ->
                new Actor(
                    person,
                    post.id(),
                    post.role(),
                    post.organisation(),
                    post.isStaff() ? post.path() : null))
        .orElseGet(() -> new Actor(person, null, role(), community, null));
  }

  /**
   * Whether it has lasted too long, or nobody has used it for too long. What counts is not the post
   * in use but every post that the session could choose.
   */
  boolean isOver(AccessProperties.SessionLimits limits, Instant now) {
    var idle = Duration.between(lastAt, now);
    var age = Duration.between(startedAt, now);
    return idle.compareTo(longestIdle(limits)) >= 0
        || age.compareTo(longest(limits)) >= 0
        || (owed == Owed.SECOND_FACTOR && age.compareTo(HALF_IN) >= 0);
  }

  private Duration longestIdle(AccessProperties.SessionLimits limits) {
    if (posts.stream().anyMatch(Post::isAdministrator)) {
      return limits.administratorIdle();
    }
    return isStaff() ? limits.staffIdle() : limits.residentIdle();
  }

  Duration longest(AccessProperties.SessionLimits limits) {
    return isStaff() ? limits.staffLongest() : limits.residentLongest();
  }

  boolean isStaff() {
    return posts.stream().anyMatch(Post::isStaff);
  }

  ActiveSession choosing(@Nullable UUID post) {
    return new ActiveSession(
        token,
        person,
        name,
        standing,
        community,
        post,
        post == null ? lastPost : post,
        startedAt,
        lastAt,
        posts,
        proofs,
        owed);
  }
}
