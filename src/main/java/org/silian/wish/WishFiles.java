package org.silian.wish;

import java.util.Set;
import java.util.UUID;
import org.silian.file.FileDoor;
import org.silian.file.Files;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.permission.Permissions;
import org.silian.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Papers of a wish, such as the scan of a signed consent. They tell who wishes, so they are for
 * those of the community who may know it, and are erased together with the contact.
 */
@Component
class WishFiles implements FileDoor {

  private final Files files;
  private final Permissions permissions;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  WishFiles(
      Files files, Permissions permissions, JdbcClient jdbc, TransactionTemplate transaction) {
    this.files = files;
    this.permissions = permissions;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public String type() {
    return WishSubject.NAME;
  }

  @Override
  public boolean opens(UUID wish, Actor actor) {
    var role = actor.role();
    return role != null
        && permissions.allows(role, WishPermission.FILES.id())
        && jdbc.sql(
                """
                select o.path from wish w join organisation o on o.id = w.organisation_id
                where w.id = ?""")
            .param(wish)
            .query((row, n) -> row.getString(1))
            .optional()
            .filter(actor::reaches)
            .isPresent();
  }

  @Override
  public Set<UUID> persons(UUID wish) {
    return Set.copyOf(
        jdbc.sql("select wisher_id from wish where id = ? and wisher_id is not null")
            .param(wish)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list());
  }

  /** Attaches an upload of the current actor. */
  void attach(UUID wish, UUID upload) {
    refuseUnlessOpen(wish);
    var received = files.receive(upload);
    transaction.executeWithoutResult(
        status -> files.attach(received, subject(wish), communityWhileRemembered(wish)));
  }

  /** Nothing is added to a wish whose contact has been erased: nothing would erase it again. */
  private UUID communityWhileRemembered(UUID wish) {
    return jdbc.sql(
            """
            select w.organisation_id from wish w
            join wish_contact c on c.wish_id = w.id where w.id = ? for update of w""")
        .param(wish)
        .query((row, n) -> row.getObject(1, UUID.class))
        .optional()
        .orElseThrow(() -> Refusal.conflict("wish.forgotten"));
  }

  void remove(UUID wish, UUID file, String reason) {
    refuseUnlessOpen(wish);
    files.remove(subject(wish), file, reason);
  }

  private void refuseUnlessOpen(UUID wish) {
    if (!opens(wish, Actor.current())) {
      throw Refusal.notFound("not-found");
    }
  }

  private static Subject subject(UUID wish) {
    return new Subject(WishSubject.NAME, wish);
  }
}
