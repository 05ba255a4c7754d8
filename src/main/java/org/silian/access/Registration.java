package org.silian.access;

import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Residents, students and volunteers register themselves with a phone and a code. */
@Component
class Registration {

  private final Codes codes;
  private final PrivacyNotice notice;
  private final PersonManagement persons;
  private final AccountManagement accounts;
  private final Consents consents;
  private final TransactionTemplate transaction;

  Registration(
      Codes codes,
      PrivacyNotice notice,
      PersonManagement persons,
      AccountManagement accounts,
      Consents consents,
      TransactionTemplate transaction) {
    this.codes = codes;
    this.notice = notice;
    this.persons = persons;
    this.accounts = accounts;
    this.consents = consents;
    this.transaction = transaction;
  }

  /** What a person tells of herself; she has read the notice of that version. */
  record Registering(
      PhoneNumber phone,
      String code,
      String name,
      UUID community,
      Role standing,
      String noticeVersion) {}

  /**
   * Registers a person, or opens an account for one whom a worker has already written down under
   * this phone, whose name then stays. Who had taken her consent back gives it again and comes back
   * to the account she had.
   *
   * @throws Refusal {@code access.code}, {@code access.notice-changed}, {@code
   *     access.already-registered} to whoever has proved the phone
   */
  UUID register(Registering wanted) {
    notice.refuseUnlessCurrent(wanted.noticeVersion());
    if (!codes.isRight(wanted.phone(), CodePurpose.REGISTER, wanted.code())) {
      throw Codes.wrong();
    }
    return transaction.execute(status -> registerProved(wanted));
  }

  private UUID registerProved(Registering wanted) {
    codes.use(wanted.phone(), CodePurpose.REGISTER);
    var digits = wanted.phone().digits();
    var person = persons.byPhone(digits).orElseGet(() -> persons.register(wanted.name(), digits));
    boolean returns = accounts.find(person).isPresent() && consents.isWithdrawn(person);
    if (!returns) {
      new Actor(person, null, wanted.standing(), wanted.community(), null)
          .run(() -> accounts.openHashed(person, null, wanted.standing(), wanted.community()));
    }
    consents.give(person, wanted.noticeVersion());
    return person;
  }
}
