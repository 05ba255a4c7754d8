package org.silian.organisation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may merge whom. Merging gives one account the posts of two, so it needs a post that reaches
 * every post that either still holds, and is done by a third person.
 */
@Component
class MergeRules {

  private final PersonBoard board;
  private final PartyLine partyLine;
  private final JdbcClient jdbc;
  private final Clock clock;

  MergeRules(PersonBoard board, PartyLine partyLine, JdbcClient jdbc, Clock clock) {
    this.board = board;
    this.partyLine = partyLine;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Refuses as not found whom the post does not see. */
  void refuseUnlessReached(Collection<UUID> persons, Actor actor) {
    var viewer = new PersonBoard.Viewer(Reach.of(actor), partyLine.includes(actor));
    for (var person : persons) {
      if (board.find(viewer, person).isEmpty()) {
        throw Refusal.notFound("organisation.person-not-found");
      }
    }
  }

  /**
   * @throws Refusal {@code organisation.merge-one} for one person twice, {@code
   *     organisation.merge-oneself}, {@code organisation.merge-out-of-reach} where either holds a
   *     post that only a higher post or the party's line may touch, {@code
   *     organisation.merge-same-post} where both hold the same one, and {@code
   *     organisation.administrators-apart}
   */
  void refuseUnlessMergeable(UUID kept, UUID merged, Actor actor) {
    if (kept.equals(merged)) {
      throw Refusal.invalid("organisation.merge-one", "merged");
    }
    var both = List.of(kept, merged);
    if (actor.person() != null && both.contains(actor.person())) {
      throw Refusal.ruleBroken("organisation.merge-oneself");
    }
    refuseUnlessReached(both, actor);
    refuseIf(
        """
        exists (
          select from organisation_appointment a join organisation o on o.id = a.organisation_id
          where a.person_id in (:both) and (a.to_day is null or a.to_day >= :today)
            and (not starts_with(o.path, :reach)
              or (a.role = 'PARTY_MEMBER' and not :line and exists (
                select from organisation_appointment b
                where b.person_id in (:both) and b.person_id <> a.person_id
                  and b.role = 'PARTY_MEMBER' and b.organisation_id = a.organisation_id
                  and b.to_day is null and a.to_day is null))))""",
        kept,
        merged,
        actor,
        "organisation.merge-out-of-reach");
    refuseIf(
        """
        exists (
          select from organisation_appointment a join organisation_appointment b
            on b.role = a.role and b.organisation_id = a.organisation_id
          where a.person_id = :kept and b.person_id = :merged
            and a.to_day is null and b.to_day is null)""",
        kept,
        merged,
        actor,
        "organisation.merge-same-post");
    refuseIf(
        """
        (select count(distinct role) > 1 from organisation_appointment
          where person_id in (:both) and (to_day is null or to_day >= :today)
            and role in ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'))""",
        kept,
        merged,
        actor,
        "organisation.administrators-apart");
  }

  private void refuseIf(String condition, UUID kept, UUID merged, Actor actor, String code) {
    if (jdbc.sql("select " + condition)
        .param("both", List.of(kept, merged))
        .param("kept", kept)
        .param("merged", merged)
        .param("today", District.day(clock.instant()))
        .param("reach", Reach.of(actor))
        .param("line", partyLine.includes(actor))
        .query((row, n) -> row.getBoolean(1))
        .single()) {
      throw Refusal.ruleBroken(code);
    }
  }
}
