package org.silian.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.permission.Role;

/**
 * The demo district as a chapter finds it: its communities, its people, and a clock that travels.
 */
public final class DemoScene {

  /**
   * A community with the people who act in it.
   *
   * @param home whether it is the one in which most demo sign-ins are at home
   */
  public record Community(
      UUID id,
      String name,
      boolean home,
      Actor secretary,
      Actor worker,
      List<Actor> residents,
      List<Actor> helpers) {}

  private final LocalDate today;
  private final List<Community> communities;
  private final List<Actor> liaisons;
  private final List<Actor> posts;
  private final DemoNames names;
  private final DemoClock clock;

  DemoScene(
      LocalDate today,
      List<Community> communities,
      List<Actor> liaisons,
      List<Actor> posts,
      DemoNames names,
      DemoClock clock) {
    this.today = today;
    this.communities = communities;
    this.liaisons = liaisons;
    this.posts = posts;
    this.names = names;
    this.clock = clock;
  }

  /** The day on which everything told ends. */
  public LocalDate today() {
    return today;
  }

  /** A source of chance that gives each chapter the same every time. */
  public Random random(String chapter) {
    return new Random(chapter.hashCode());
  }

  /** The communities of the alliance. */
  public List<Community> communities() {
    return communities;
  }

  /** Those who act for units of the alliance. */
  public List<Actor> liaisons() {
    return liaisons;
  }

  /** The name of somebody who is not there yet. */
  public String name() {
    return names.name();
  }

  /** Somebody in a post of the district. */
  public Actor holder(Role role) {
    return posts.stream().filter(post -> post.role() == role).findFirst().orElseThrow();
  }

  /** The rows of a file in {@code resources/demo}, by column name. */
  public List<DemoRow> content(String file) {
    return DemoContent.rows(file);
  }

  /** Does a deed as somebody, at some moment. */
  public <T extends @Nullable Object> T at(
      Instant when, Actor who, ScopedValue.CallableOp<T, RuntimeException> deed) {
    return clock.at(when, () -> who.call(deed));
  }
}
