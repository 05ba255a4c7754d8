package org.silian.alliance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.PostDirectory;
import org.silian.permission.Role;
import org.silian.tenancy.District;
import org.springframework.stereotype.Component;

/**
 * Posts by virtue of which somebody could sit in a body. Whoever looks after seats finds those of
 * the whole district, since members come from outside.
 */
@Component
class PostBoard {

  private static final int MOST = 60;

  private static final Set<Role> JUSTIFYING =
      Arrays.stream(Role.values())
          .filter(Post::justifies)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));

  private final PostDirectory posts;
  private final OrganisationDirectory organisations;
  private final Texts texts;
  private final Clock clock;

  PostBoard(PostDirectory posts, OrganisationDirectory organisations, Texts texts, Clock clock) {
    this.posts = posts;
    this.organisations = organisations;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * A post with those who hold it, the longest first.
   *
   * @param place the organisation in which the unit stands; absent where that is the district
   */
  record SeatPost(
      BodyLink unit,
      @Nullable String place,
      Role role,
      String roleName,
      List<SeatPostHolder> holders) {}

  /** Somebody who holds it, since a day. */
  record SeatPostHolder(UUID appointment, String name, LocalDate since) {}

  /**
   * Posts that somebody holds.
   *
   * @param words as in {@link PostDirectory#find}
   */
  List<SeatPost> find(String words) {
    var found = new LinkedHashMap<Post, SeatPost>();
    for (var held : posts.find(words, JUSTIFYING, today(), MOST)) {
      found
          .computeIfAbsent(
              new Post(held.unit(), held.role()),
              post -> view(post, held.unitName(), held.place(), new ArrayList<>()))
          .holders()
          .add(new SeatPostHolder(held.appointment(), held.name(), held.since()));
    }
    return List.copyOf(found.values());
  }

  /** One post with those who hold it now. */
  SeatPost of(Post post) {
    var unit = organisations.get(post.unitId());
    var above = unit.parent() == null ? null : organisations.get(unit.parent());
    return view(
        post,
        unit.name(),
        above == null || above.parent() == null ? null : above.name(),
        organisations.holders(unit.id(), EnumSet.of(post.role()), today()).stream()
            .map(held -> new SeatPostHolder(held.appointment(), held.name(), held.since()))
            .toList());
  }

  private SeatPost view(
      Post post, String unit, @Nullable String place, List<SeatPostHolder> holders) {
    return new SeatPost(
        new BodyLink(post.unitId(), unit),
        place,
        post.role(),
        texts.text("role." + post.role()),
        holders);
  }

  private LocalDate today() {
    return District.day(clock.instant());
  }
}
