package org.silian.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.territory.Divisions;
import org.silian.territory.GridHomes;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads organisations and who holds their posts, for other modules. */
@Component
public class OrganisationDirectory implements GridHomes {

  private static final String SELECT =
      "select o.id, o.kind, o.name, o.parent_id as parent, o.path, o.division from organisation o ";

  private final JdbcClient jdbc;
  private final Divisions divisions;

  OrganisationDirectory(JdbcClient jdbc, Divisions divisions) {
    this.jdbc = jdbc;
    this.divisions = divisions;
  }

  /**
   * A person in a post.
   *
   * @param name of the person
   * @param since the first day
   */
  public record Holder(UUID appointment, UUID person, String name, Role role, LocalDate since) {}

  /** An organisation, also one that is dissolved. */
  public Optional<OrganisationSummary> find(UUID id) {
    return one("where o.id = :value", id);
  }

  /**
   * As {@link #find}.
   *
   * @throws Refusal {@code organisation.not-found}
   */
  public OrganisationSummary get(UUID id) {
    return find(id).orElseThrow(() -> Refusal.notFound("organisation.not-found"));
  }

  /** Whether there is such an organisation, and it is not dissolved on a day. */
  public boolean stands(UUID organisation, LocalDate on) {
    return jdbc.sql(
            """
            select exists (select from organisation
              where id = ? and (dissolved_on is null or dissolved_on > ?))""")
        .params(organisation, on)
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  /** What an organisation was called on a day, as a paper of that day shows it. */
  public Optional<String> nameOn(UUID organisation, LocalDate day) {
    return jdbc.sql(
            """
            select coalesce(
              (select f.name from organisation_former_name f
               where f.organisation_id = o.id and f.to_day >= :day order by f.to_day limit 1),
              o.name) from organisation o where o.id = :id""")
        .param("id", organisation)
        .param("day", day)
        .query((row, n) -> row.getString(1))
        .optional();
  }

  /** The standing organisation that governs a division. */
  public Optional<OrganisationSummary> byDivision(String code) {
    return one("where o.division = :value and o.dissolved_on is null", code);
  }

  /** The root; absent until the district is set up. */
  public Optional<OrganisationSummary> district() {
    return one("where o.path = :value", Path.ROOT.text());
  }

  /** All standing communities and villages, by the code of their street and then by name. */
  public List<OrganisationSummary> communities() {
    return jdbc.sql(
            SELECT
                + """
                left join organisation s on s.id = o.parent_id
                where o.kind in ('COMMUNITY', 'VILLAGE') and o.dissolved_on is null
                order by s.division nulls last, s.name, s.id, o.name, o.id""")
        .query(new SimplePropertyRowMapper<>(OrganisationSummary.class))
        .list();
  }

  /**
   * The community or village in which an organisation stands, or itself.
   *
   * @throws Refusal {@code organisation.in-no-community}
   */
  public OrganisationSummary communityOf(UUID organisation) {
    var found = get(organisation);
    return (isCommunity(found) ? Optional.of(found) : nearestCommunity(new Path(found.path())))
        .orElseThrow(() -> Refusal.ruleBroken("organisation.in-no-community"));
  }

  /** Who holds any of the roles in this very organisation on a day, by name. */
  public List<Holder> holders(UUID organisation, Set<Role> roles, LocalDate on) {
    if (roles.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select a.id as appointment, p.id as person, p.name, a.role, a.from_day as since
            from organisation_appointment a join organisation_person p on p.id = a.person_id
            where a.organisation_id = :organisation and a.role in (:roles)
              and a.from_day <= :on and (a.to_day is null or a.to_day >= :on)
            order by p.name, p.id, a.id""")
        .param("organisation", organisation)
        .param("roles", roles.stream().map(Role::name).toList())
        .param("on", on)
        .query(new SimplePropertyRowMapper<>(Holder.class))
        .list();
  }

  /** Whether the organisation lies in the subtree of this path. */
  public boolean isWithin(UUID organisation, String reach) {
    return find(organisation).filter(o -> o.path().startsWith(reach)).isPresent();
  }

  /**
   * Kilometres, with one decimal, from a community to each, itself included, on the schematic plan
   * (示意): no true positions are known. Empty where the community has no division.
   */
  public Map<UUID, Double> kilometresFrom(UUID community) {
    var code = get(community).division();
    if (code == null) {
      return Map.of();
    }
    var byCode = divisions.schematicKilometresFrom(code);
    var kilometres = new HashMap<UUID, Double>();
    for (var other : communities()) {
      var distance = other.division() == null ? null : byCode.get(other.division());
      if (distance != null) {
        kilometres.put(other.id(), distance);
      }
    }
    return kilometres;
  }

  @Override
  public Optional<Home> home(UUID organisation) {
    return find(organisation)
        .flatMap(o -> nearestCommunity(new Path(o.path())))
        .map(o -> new Home(o.id(), o.division()));
  }

  @Override
  public int posts(UUID grid, LocalDate on) {
    return jdbc.sql(
            """
            select count(*) from organisation_appointment
            where grid_id = :grid and from_day <= :on and (to_day is null or to_day >= :on)""")
        .param("grid", grid)
        .param("on", on)
        .query((row, n) -> row.getInt(1))
        .single();
  }

  private static boolean isCommunity(OrganisationSummary organisation) {
    return organisation.kind() == OrganisationKind.COMMUNITY
        || organisation.kind() == OrganisationKind.VILLAGE;
  }

  private Optional<OrganisationSummary> nearestCommunity(Path path) {
    return jdbc.sql(
            SELECT
                + """
                where o.path in (:above) and o.kind in ('COMMUNITY', 'VILLAGE')
                order by length(o.path) desc limit 1""")
        .param("above", path.upwards())
        .query(new SimplePropertyRowMapper<>(OrganisationSummary.class))
        .optional();
  }

  private Optional<OrganisationSummary> one(String where, Object value) {
    return jdbc.sql(SELECT + where)
        .param("value", value)
        .query(new SimplePropertyRowMapper<>(OrganisationSummary.class))
        .optional();
  }
}
