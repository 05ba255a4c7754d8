package org.silian.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.exchange.ImportRow;
import org.silian.journal.Actor;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what the rows of a file speak of, each thing once for all rows. */
@Component
class ImportLookups {

  private final JdbcClient jdbc;
  private final Organisations organisations;
  private final PersonManagement persons;

  ImportLookups(JdbcClient jdbc, Organisations organisations, PersonManagement persons) {
    this.jdbc = jdbc;
    this.organisations = organisations;
    this.persons = persons;
  }

  /** Organisations within reach by the names in a file. */
  static final class Places {

    private final Map<String, Set<UUID>> byName = new HashMap<>();
    private final Map<UUID, Organisation> byId = new HashMap<>();

    /** All that any row may mean. */
    Set<UUID> ids() {
      return byId.keySet();
    }

    /**
     * The organisation of a row: the one that it names, or the actor's own.
     *
     * @throws Refusal {@code organisation.not-found}, {@code organisation.name-of-several}
     */
    Organisation of(@Nullable String name, String field) {
      var found =
          name == null
              ? Set.of(Objects.requireNonNull(Actor.current().organisation()))
              : byName.getOrDefault(name, Set.of());
      if (found.size() > 1) {
        throw Refusal.ruleBroken("organisation.name-of-several").at(field);
      }
      return found.stream()
          .map(byId::get)
          .filter(Objects::nonNull)
          .findFirst()
          .orElseThrow(() -> Refusal.notFound("organisation.not-found").at(field));
    }
  }

  private record Named(UUID id, String name) {}

  Places places(List<ImportRow> rows, String field) {
    var names = rows.stream().map(row -> row.text(field)).filter(Objects::nonNull).distinct();
    var places = new Places();
    jdbc.sql(
            """
            select id, name from organisation
            where path like :reach and dissolved_on is null
              and (name = any(:names) or id = :own)""")
        .param("reach", Reach.of(Actor.current()) + "%")
        .param("names", names.toArray(String[]::new))
        .param("own", Actor.current().organisation())
        .query(new SimplePropertyRowMapper<>(Named.class))
        .list()
        .forEach(
            named ->
                places.byName.computeIfAbsent(named.name(), _ -> new HashSet<>()).add(named.id()));
    var ids = places.byName.values().stream().flatMap(Set::stream).toList();
    organisations.findAllById(ids).forEach(o -> places.byId.put(o.id(), o));
    return places;
  }

  /** A post that somebody holds, or will. */
  record Holding(
      UUID id, UUID person, String name, Role role, UUID organisation, @Nullable UUID grid) {}

  /** Who holds any of these roles in any of these organisations, today or later. */
  List<Holding> holdings(
      Collection<UUID> within, Collection<Role> roles, java.time.LocalDate today) {
    return within.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select a.id, p.id as person, p.name, a.role, a.organisation_id as organisation,
                  a.grid_id as grid
                from organisation_appointment a join organisation_person p on p.id = a.person_id
                where a.organisation_id in (:within) and a.role in (:roles)
                  and (a.to_day is null or (a.to_day >= :today and a.to_day >= a.from_day))
                order by a.id""")
            .param("within", within)
            .param("roles", roles.stream().map(Role::name).toList())
            .param("today", today)
            .query(new SimplePropertyRowMapper<>(Holding.class))
            .list();
  }

  /** Who is known by the phone numbers of the rows; numbers that are none are left out. */
  Map<PhoneNumber, PersonManagement.Known> known(List<ImportRow> rows) {
    return persons.byPhones(
        rows.stream()
            .map(row -> row.text("phone"))
            .filter(phone -> phone != null && PhoneNumber.isPhone(phone))
            .map(PhoneNumber::parse)
            .distinct()
            .toList());
  }

  /**
   * The person whom a row means by its phone number, if anybody is known by it.
   *
   * @throws Refusal {@code organisation.phone-of-other-name}
   */
  static PersonManagement.@Nullable Known person(
      Map<PhoneNumber, PersonManagement.Known> known,
      PersonName name,
      @Nullable PhoneNumber phone) {
    var person = phone == null ? null : known.get(phone);
    if (person != null && !person.name().equals(name.text())) {
      throw Refusal.conflict("organisation.phone-of-other-name").at("phone");
    }
    return person;
  }
}
