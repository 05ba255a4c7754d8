package org.silian.organisation;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.territory.GridLayer;
import org.silian.territory.Grids;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an appointment must satisfy beside its own terms. */
@Component
class AppointmentRules {

  /** No person holds two of these (GB/T 22239: 三员分立). */
  private static final Set<Role> ADMINISTRATORS =
      EnumSet.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

  /** Roles that one person alone may not give, where grants need approval. */
  private static final Set<Role> SENSITIVE =
      EnumSet.of(
          Role.SYSTEM_ADMINISTRATOR,
          Role.SECURITY_ADMINISTRATOR,
          Role.AUDIT_ADMINISTRATOR,
          Role.DISTRICT_LEADER,
          Role.ORGANISATION_DEPARTMENT,
          Role.POLICE_OFFICER);

  private final Grids grids;
  private final JdbcClient jdbc;
  private final Environment environment;

  AppointmentRules(Grids grids, JdbcClient jdbc, Environment environment) {
    this.grids = grids;
    this.jdbc = jdbc;
    this.environment = environment;
  }

  /**
   * Whether the role waits for the security administrator. While there is none, the first one is
   * appointed without.
   */
  boolean needsApproval(Role role) {
    return SENSITIVE.contains(role)
        && isAsked()
        && Actor.current().role() != null
        && (role != Role.SECURITY_ADMINISTRATOR || isHeld(Role.SECURITY_ADMINISTRATOR));
  }

  private boolean isAsked() {
    return environment.getProperty(
            "silian.organisation.grants-approval", Boolean.class, Boolean.FALSE)
        || "level3".equalsIgnoreCase(environment.getProperty("silian.security.profile"));
  }

  private boolean isHeld(Role role) {
    return jdbc.sql(
            "select exists (select from organisation_appointment where role = ? and not ended)")
        .param(role.name())
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  /** Two appointments of one person are made one after the other. */
  void lock(UUID person) {
    boolean there =
        jdbc.sql("select id from organisation_person where id = ? for update")
            .param(person)
            .query((row, n) -> true)
            .optional()
            .isPresent();
    if (!there) {
      throw Refusal.notFound("organisation.person-not-found").at("person");
    }
  }

  void refuseOtherGrid(Appointing a) {
    if (a.grid() != null) {
      var layer =
          grids
              .layer(a.grid(), a.from())
              .orElseThrow(() -> Refusal.notFound("organisation.grid-not-found").at("grid"));
      if (a.role() == Role.PARTY_MEMBER && layer != GridLayer.PARTY) {
        throw Refusal.ruleBroken("organisation.grid-layer").at("grid");
      }
    }
  }

  void refuseOverlap(Appointing a) {
    if (holds(a, Set.of(a.role()), a.organisation())) {
      throw Refusal.conflict("organisation.already-appointed").at("role");
    }
    if (ADMINISTRATORS.contains(a.role())) {
      var others = EnumSet.copyOf(ADMINISTRATORS);
      others.remove(a.role());
      if (holds(a, others, null)) {
        throw Refusal.ruleBroken("organisation.administrators-apart").at("role");
      }
    }
  }

  /** Whether the person holds any of the roles at any time of the appointment to be made. */
  private boolean holds(Appointing a, Set<Role> roles, @Nullable UUID organisation) {
    return jdbc.sql(
            """
            select exists (
              select from organisation_appointment
              where person_id = :person and role in (:roles)
                and (:organisation::uuid is null or organisation_id = :organisation)
                and (to_day is null or (to_day >= :from and to_day >= from_day))
                and (:to::date is null or from_day <= :to))""")
        .param("person", a.person())
        .param("roles", roles.stream().map(Role::name).toList())
        .param("organisation", organisation)
        .param("from", a.from())
        .param("to", a.to())
        .query((row, n) -> row.getBoolean(1))
        .single();
  }
}
