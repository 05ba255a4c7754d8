package org.silian.alliance;

import java.time.LocalDate;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationKind;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives bodies that were founded before bodies had rules their first one, once. */
@Component
class EarlierBodies {

  private record Earlier(UUID id, OrganisationKind kind, UUID parent, LocalDate founded) {}

  private final BodyManagement bodies;
  private final Districts districts;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  EarlierBodies(
      BodyManagement bodies,
      Districts districts,
      TransactionTemplate transaction,
      JdbcClient jdbc) {
    this.bodies = bodies;
    this.districts = districts;
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  @EventListener(ApplicationReadyEvent.class)
  void establishEverywhere() {
    districts
        .all()
        .forEach(
            district ->
                district.run(
                    () ->
                        Actor.SYSTEM.run(
                            () -> transaction.executeWithoutResult(status -> establish()))));
  }

  /** One node does it: the others wait for the row and find it there. */
  void establish() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext(current_schema || ' alliance'))")
        .query((row, n) -> true)
        .list();
    jdbc.sql(
            """
            select o.id, o.kind, o.parent_id, o.founded_on from organisation o
            where o.kind in ('STREET_COMMITTEE', 'COMMUNITY_COMMITTEE') and o.dissolved_on is null
              and not exists (select from alliance_body b where b.organisation_id = o.id)""")
        .query(
            (row, n) ->
                new Earlier(
                    row.getObject("id", UUID.class),
                    OrganisationKind.valueOf(row.getString("kind")),
                    row.getObject("parent_id", UUID.class),
                    row.getObject("founded_on", LocalDate.class)))
        .list()
        .forEach(
            body ->
                bodies.establish(
                    body.id(), body.kind(), body.parent(), District.start(body.founded())));
  }
}
