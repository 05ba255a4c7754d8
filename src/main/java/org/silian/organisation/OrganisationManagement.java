package org.silian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.problem.Refusal;
import org.silian.territory.Divisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Founds organisations, names, moves and dissolves them. Whoever acts in a post does it within its
 * reach.
 */
@Component
@Transactional
public class OrganisationManagement {

  private final Organisations organisations;
  private final AppointmentManagement appointments;
  private final Divisions divisions;
  private final JdbcClient jdbc;
  private final Clock clock;

  OrganisationManagement(
      Organisations organisations,
      AppointmentManagement appointments,
      Divisions divisions,
      JdbcClient jdbc,
      Clock clock) {
    this.organisations = organisations;
    this.appointments = appointments;
    this.divisions = divisions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * An organisation to be founded.
   *
   * @param parent absent for the district alone
   * @param division the code of the division it governs, of the level that its kind demands
   * @param uscc unified social credit code (R-COD-05)
   * @param on its first day
   */
  public record Founding(
      OrganisationKind kind,
      String name,
      @Nullable UUID parent,
      @Nullable String division,
      @Nullable String uscc,
      LocalDate on) {}

  /**
   * Founds an organisation.
   *
   * @throws Refusal {@code organisation.kind-not-under-parent}, {@code organisation.division},
   *     {@code organisation.uscc}, {@code organisation.district-exists} and others, each with its
   *     field
   */
  public UUID found(Founding founding) {
    refuseWrongDivision(founding.kind(), founding.division());
    refuseTaken("division", founding.division());
    if (founding.uscc() != null) {
      refuseTaken("uscc", Uscc.parse(founding.uscc()).code());
    }
    return organisations.save(place(founding)).id();
  }

  /**
   * Renames an organisation. What it was called before stays known by date, so that an old paper
   * shows the old name.
   *
   * @param on the first day of the new name, today at the latest
   * @param document the number of the paper
   */
  public void rename(
      UUID id, Revision revision, String name, LocalDate on, @Nullable String document) {
    var organisation = within(id, "organisation");
    revision.expect(organisation.version());
    organisation
        .rename(name, on, document, clock.instant())
        .ifPresent(
            former ->
                jdbc.sql(
                        """
                        insert into organisation_former_name
                          (organisation_id, name, from_day, to_day)
                        values (?, ?, ?, ?)""")
                    .params(id, former.name(), former.from(), former.to())
                    .update());
    organisations.save(organisation);
  }

  /**
   * Moves an organisation with all that stands in it. Reach follows at once, because it is read
   * from the tree with each request; roll-ups follow in the same transaction.
   *
   * @throws Refusal {@code organisation.move-circle}, {@code organisation.kind-not-under-parent}
   */
  public void move(UUID id, Revision revision, UUID parent, @Nullable String document) {
    holdTree(true);
    var organisation = within(id, "organisation");
    revision.expect(organisation.version());
    var before = organisation.path();
    organisation.moveUnder(within(parent, "parent"), next(parent), document, clock.instant());
    jdbc.sql(
            """
            update organisation set path = :after || substr(path, length(:before) + 1)
            where path like :before || '%' and id <> :id""")
        .param("after", organisation.path())
        .param("before", before)
        .param("id", id)
        .update();
    organisations.save(organisation);
  }

  /** Enters the credit code (R-COD-05) and the division of an organisation, or puts them right. */
  public void identify(
      UUID id, Revision revision, @Nullable String division, @Nullable String uscc) {
    var organisation = within(id, "organisation");
    revision.expect(organisation.version());
    refuseWrongDivision(organisation.kind(), division);
    if (!Objects.equals(division, organisation.division())) {
      refuseTaken("division", division);
    }
    var credit = uscc == null ? null : Uscc.parse(uscc).code();
    if (!Objects.equals(credit, organisation.uscc())) {
      refuseTaken("uscc", credit);
    }
    organisation.identify(division, uscc, clock.instant());
    organisations.save(organisation);
  }

  /**
   * Dissolves an organisation in which no other stands any more.
   *
   * @param endAppointments whether its appointments end with it; else they are in the way
   * @throws Refusal {@code organisation.has-parts}, {@code organisation.has-holders}
   */
  public void dissolve(UUID id, Revision revision, LocalDate on, boolean endAppointments) {
    revision.expect(within(id, "organisation").version());
    if (!endAppointments && appointments.areHeldIn(id)) {
      throw Refusal.ruleBroken("organisation.has-holders");
    }
    dissolve(id, on);
  }

  /**
   * Dissolves an organisation in which no other stands any more; its appointments end with it.
   *
   * @param on the first day on which it is no more, today at the latest
   * @throws Refusal {@code organisation.has-parts}
   */
  public void dissolve(UUID id, LocalDate on) {
    holdTree(false);
    lock(id);
    var organisation = within(id, "organisation");
    boolean hasParts =
        jdbc.sql(
                """
                select exists (
                  select from organisation where parent_id = ? and dissolved_on is null)""")
            .param(id)
            .query((row, n) -> row.getBoolean(1))
            .single();
    if (hasParts) {
      throw Refusal.ruleBroken("organisation.has-parts");
    }
    organisation.dissolve(on, clock.instant());
    organisations.save(organisation);
    appointments.endAll(id, on);
  }

  private Organisation place(Founding founding) {
    var parent = founding.parent();
    var now = clock.instant();
    if (parent == null) {
      var district = Organisation.founded(founding, now);
      if (organisations.count() > 0) {
        throw Refusal.conflict("organisation.district-exists");
      }
      return district;
    }
    holdTree(false);
    lock(parent);
    return Organisation.founded(founding, within(parent, "parent"), next(parent), now);
  }

  private int next(UUID parent) {
    return jdbc.sql("select coalesce(max(number), 0) + 1 from organisation where parent_id = ?")
        .param(parent)
        .query((row, n) -> row.getInt(1))
        .single();
  }

  /** What lies outside the reach of the post in use is not there. */
  private Organisation within(UUID id, String field) {
    var actor = Actor.current();
    return organisations
        .findById(id)
        .filter(o -> actor.role() == null || actor.reaches(o.path()))
        .orElseThrow(() -> Refusal.notFound("organisation.not-found").at(field));
  }

  /**
   * A move waits until nobody founds or dissolves, and they wait for it: it changes their paths.
   */
  private void holdTree(boolean alone) {
    jdbc.sql(
            "select pg_advisory_xact_lock%s(hashtextextended(current_schema || ' tree', 0))"
                .formatted(alone ? "" : "_shared"))
        .query((row, n) -> true)
        .single();
  }

  /** Whoever founds or dissolves under the same organisation waits for the other. */
  private void lock(UUID id) {
    boolean there =
        jdbc.sql("select id from organisation where id = ? for update")
            .param(id)
            .query((row, n) -> true)
            .optional()
            .isPresent();
    if (!there) {
      throw Refusal.notFound("organisation.not-found");
    }
  }

  private void refuseWrongDivision(OrganisationKind kind, @Nullable String code) {
    if (code != null) {
      var division =
          divisions
              .find(code)
              .orElseThrow(() -> Refusal.invalid("organisation.division", "division"));
      if (division.level() != kind.division()) {
        throw Refusal.invalid("organisation.division", "division");
      }
    }
  }

  private void refuseTaken(String column, @Nullable String value) {
    if (value == null) {
      return;
    }
    boolean taken =
        jdbc.sql(
                """
                select exists (
                  select from organisation where %s = ? and dissolved_on is null)"""
                    .formatted(column))
            .param(value)
            .query((row, n) -> row.getBoolean(1))
            .single();
    if (taken) {
      throw Refusal.conflict("organisation." + column + "-taken").at(column);
    }
  }
}
