package org.silian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.silian.territory.Divisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Founds and dissolves organisations. */
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
    refuseWrongDivision(founding);
    refuseTaken("division", founding.division());
    if (founding.uscc() != null) {
      refuseTaken("uscc", Uscc.parse(founding.uscc()).code());
    }
    return organisations.save(place(founding)).id();
  }

  /**
   * Dissolves an organisation in which no other stands any more; its appointments end with it.
   *
   * @param on the first day on which it is no more, today at the latest
   * @throws Refusal {@code organisation.has-parts}
   */
  public void dissolve(UUID id, LocalDate on) {
    lock(id);
    var organisation = get(id);
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
    lock(parent);
    int number =
        jdbc.sql("select coalesce(max(number), 0) + 1 from organisation where parent_id = ?")
            .param(parent)
            .query((row, n) -> row.getInt(1))
            .single();
    return Organisation.founded(founding, get(parent), number, now);
  }

  private Organisation get(UUID id) {
    return organisations.findById(id).orElseThrow(() -> Refusal.notFound("organisation.not-found"));
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

  private void refuseWrongDivision(Founding founding) {
    var code = founding.division();
    if (code != null) {
      var division =
          divisions
              .find(code)
              .orElseThrow(() -> Refusal.invalid("organisation.division", "division"));
      if (division.level() != founding.kind().division()) {
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
