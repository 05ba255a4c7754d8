package org.silian.organisation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.organisation.Person.Known;
import org.silian.privacy.References;
import org.silian.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Merges two records of one person, and undoes it exactly as long as it can be undone. Everything
 * that refers to the one then refers to the other; the journal and the access log stay as they are
 * and are read under both ids.
 */
@Component
@Transactional
class PersonMerging {

  /** How long a merging can be undone. */
  static final Duration UNDOABLE = Duration.ofDays(30);

  private final Persons persons;
  private final MergeRules rules;
  private final References references;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PersonMerging(
      Persons persons,
      MergeRules rules,
      References references,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.persons = persons;
    this.rules = rules;
    this.references = references;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Two records that are of one person.
   *
   * @param kept the one that stays
   * @param merged the one that goes into it
   * @param nameOf whose name is right, of the two
   * @param phoneOf whose phone is right
   */
  record Merging(UUID kept, UUID merged, UUID nameOf, UUID phoneOf) {}

  /**
   * @param version of the record
   * @param keptId who stayed
   * @param moved the references that moved, by column, as keys of rows
   */
  record Merge(
      UUID id,
      long version,
      UUID keptId,
      UUID mergedId,
      Instant at,
      Instant undoUntil,
      @Nullable Instant undoneAt,
      @Nullable String moved,
      @Nullable Known kept,
      @Nullable Known merged) {}

  /**
   * Merges the one into the other.
   *
   * @return the id of the merging
   * @throws Refusal {@code organisation.merge-…}, by {@link MergeRules}
   */
  UUID merge(Merging merging) {
    var both = List.of(merging.kept(), merging.merged());
    if (!both.contains(merging.nameOf()) || !both.contains(merging.phoneOf())) {
      throw Refusal.invalid("organisation.merge-choice", "nameOf");
    }
    lock(merging.kept(), merging.merged());
    rules.refuseUnlessMergeable(merging.kept(), merging.merged(), Actor.current());
    var now = clock.instant();
    var kept = standing(merging.kept());
    var merged = standing(merging.merged());
    var name = (merging.nameOf().equals(kept.id()) ? kept : merged).known();
    var phone = (merging.phoneOf().equals(kept.id()) ? kept : merged).known();
    var before = List.of(kept.known(), merged.known());
    persons.save(merged.mergeInto(kept.id()));
    persons.save(kept.be(new Known(name.name(), phone.phoneCipher(), phone.phoneIndex())));
    var moved = references.move(merged.id(), kept.id());
    var id = keep(kept.id(), merged.id(), now, moved, before.getFirst(), before.getLast());
    events.publishEvent(new PersonsMerged(id, kept.id(), merged.id(), where(), now));
    return id;
  }

  /**
   * Takes it back: what moved moves back, as far as it is still there, and each has the name and
   * the phone of before.
   */
  void undo(UUID id, Revision revision) {
    var merge = get(id);
    revision.expect(merge.version());
    var now = clock.instant();
    if (merge.undoneAt() != null
        || !now.isBefore(merge.undoUntil())
        || merge.moved() == null
        || merge.kept() == null
        || merge.merged() == null) {
      throw Refusal.ruleBroken("organisation.merge-settled");
    }
    lock(merge.keptId(), merge.mergedId());
    var kept = standing(merge.keptId());
    rules.refuseUnlessReached(List.of(kept.id()), Actor.current());
    var merged = persons.findById(merge.mergedId()).orElseThrow(PersonMerging::notFound);
    persons.save(kept.be(merge.kept()));
    persons.save(merged.part().be(merge.merged()));
    references.moveBack(rows(merge.moved()), merged.id(), kept.id());
    jdbc.sql(
            "update organisation_merge set undone_at = ?, version = version + 1, moved = null,"
                + FORGOTTEN
                + " where id = ?")
        .params(now.atOffset(ZoneOffset.UTC), id)
        .update();
    events.publishEvent(new PersonsParted(id, kept.id(), merged.id(), where(), now));
  }

  static final String FORGOTTEN =
      " kept_name = null, kept_phone_cipher = null, kept_phone_index = null,"
          + " merged_name = null, merged_phone_cipher = null, merged_phone_index = null";

  /** Remembers that two are not the same. */
  void keepApart(UUID one, UUID other) {
    rules.refuseUnlessReached(List.of(one, other), Actor.current());
    jdbc.sql(
            """
            insert into organisation_distinct (one_id, other_id, at)
            values (least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), ?)
            on conflict do nothing""")
        .params(one, other, one, other, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  Merge get(UUID id) {
    return jdbc.sql("select * from organisation_merge where id = ?")
        .param(id)
        .query(PersonMerging::merge)
        .optional()
        .orElseThrow(() -> Refusal.notFound("organisation.merge-not-found"));
  }

  private UUID keep(
      UUID kept,
      UUID merged,
      Instant now,
      Map<String, List<String>> moved,
      Known ofKept,
      Known ofMerged) {
    var id = UuidCreator.getTimeOrderedEpoch();
    jdbc.sql(
            """
            insert into organisation_merge (id, version, kept_id, merged_id, at, undo_until, moved,
              kept_name, kept_phone_cipher, kept_phone_index,
              merged_name, merged_phone_cipher, merged_phone_index)
            values (:id, 0, :kept, :merged, :at, :until, :moved::jsonb,
              :keptName, :keptCipher, :keptIndex, :mergedName, :mergedCipher, :mergedIndex)""")
        .param("id", id)
        .param("kept", kept)
        .param("merged", merged)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("until", now.plus(UNDOABLE).atOffset(ZoneOffset.UTC))
        .param("moved", JsonMapper.shared().writeValueAsString(moved))
        .param("keptName", ofKept.name())
        .param("keptCipher", ofKept.phoneCipher(), Types.BINARY)
        .param("keptIndex", ofKept.phoneIndex(), Types.BINARY)
        .param("mergedName", ofMerged.name())
        .param("mergedCipher", ofMerged.phoneCipher(), Types.BINARY)
        .param("mergedIndex", ofMerged.phoneIndex(), Types.BINARY)
        .update();
    return id;
  }

  /** Both rows, always in the same order, so that two mergings do not wait for each other. */
  private void lock(UUID one, UUID other) {
    jdbc.sql("select id from organisation_person where id in (?, ?) order by id for update")
        .params(one, other)
        .query((row, n) -> 1)
        .list();
  }

  private Person standing(UUID person) {
    return persons.findById(person).filter(Person::stands).orElseThrow(PersonMerging::notFound);
  }

  private UUID where() {
    var organisation = Actor.current().organisation();
    if (organisation == null) {
      throw Refusal.forbidden("forbidden");
    }
    return organisation;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> rows(String json) {
    return JsonMapper.shared().readValue(json, Map.class);
  }

  private static Merge merge(ResultSet row, int n) throws SQLException {
    var undone = row.getObject("undone_at", OffsetDateTime.class);
    return new Merge(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        row.getObject("kept_id", UUID.class),
        row.getObject("merged_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("undo_until", OffsetDateTime.class).toInstant(),
        undone == null ? null : undone.toInstant(),
        row.getString("moved"),
        known(row, "kept"),
        known(row, "merged"));
  }

  private static @Nullable Known known(ResultSet row, String who) throws SQLException {
    var name = row.getString(who + "_name");
    return name == null
        ? null
        : new Known(name, row.getBytes(who + "_phone_cipher"), row.getBytes(who + "_phone_index"));
  }

  private static Refusal notFound() {
    return Refusal.notFound("organisation.person-not-found");
  }
}
