package org.silian.access;

import java.util.Optional;
import java.util.UUID;
import org.silian.access.SecurityEvents.Outcome;
import org.silian.journal.Actor;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves who somebody is. A phone that nobody has takes the same steps and gets the same answers as
 * one that somebody has.
 */
@Component
class SignIn {

  /** Looked up for a phone that nobody has, so that it takes as long. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final PersonManagement persons;
  private final AccountManagement accounts;
  private final PasswordPolicy policy;
  private final Passwords passwords;
  private final Codes codes;
  private final Lock lock;
  private final SecurityEvents events;
  private final TransactionTemplate transaction;

  SignIn(
      PersonManagement persons,
      AccountManagement accounts,
      PasswordPolicy policy,
      Passwords passwords,
      Codes codes,
      Lock lock,
      SecurityEvents events,
      TransactionTemplate transaction) {
    this.persons = persons;
    this.accounts = accounts;
    this.policy = policy;
    this.passwords = passwords;
    this.codes = codes;
    this.lock = lock;
    this.events = events;
    this.transaction = transaction;
  }

  /**
   * The person with this phone and password.
   *
   * @throws Refusal {@code access.credentials}, {@code access.locked}
   */
  UUID byPassword(PhoneNumber phone, String password) {
    var account = account(phone);
    var person = account.map(Account::personId).orElse(null);
    boolean right;
    try {
      lock.refuseIfLocked(phone);
      right = passwords.matches(password, account.map(Account::passwordHash).orElse(null));
      lock.note(phone, right);
    } catch (Refusal refused) {
      events.noteAttempt(Outcome.LOCKED, SignInWay.PASSWORD, person, phone);
      throw refused;
    }
    if (!right || person == null) {
      events.noteAttempt(Outcome.WRONG, SignInWay.PASSWORD, person, phone);
      throw credentials();
    }
    return person;
  }

  /**
   * The person with this phone, proved by a code.
   *
   * @throws Refusal {@code access.credentials}
   */
  UUID byCode(PhoneNumber phone, String code) {
    boolean right = codes.isRight(phone, CodePurpose.SIGN_IN, code);
    var account = account(phone);
    if (!right || account.isEmpty()) {
      events.noteAttempt(
          Outcome.WRONG, SignInWay.CODE, account.map(Account::personId).orElse(null), phone);
      throw credentials();
    }
    transaction.executeWithoutResult(
        status -> {
          codes.use(phone, CodePurpose.SIGN_IN);
          lock.clear(phone);
        });
    return account.get().personId();
  }

  /**
   * Gives the account of this phone another password; it opens the lock too. For a phone without an
   * account the code is never right.
   *
   * @throws Refusal {@code access.code}, or {@code access.password-…} if it is too easy
   */
  void reset(PhoneNumber phone, String code, String password) {
    policy.check(password, null, phone.digits());
    boolean right = codes.isRight(phone, CodePurpose.RESET, code);
    var account = account(phone);
    var hash = passwords.hash(password);
    if (!right || account.isEmpty()) {
      throw Codes.wrong();
    }
    var person = account.get().personId();
    policy.check(password, persons.name(person), phone.digits());
    policy.refuseUsed(person, password);
    new Actor(person, null, null, account.get().communityId(), null)
        .run(() -> change(phone, person, hash));
  }

  private void change(PhoneNumber phone, UUID person, String hash) {
    transaction.executeWithoutResult(
        status -> {
          codes.use(phone, CodePurpose.RESET);
          accounts.changePassword(person, hash);
          lock.clear(phone);
        });
  }

  boolean isKnown(PhoneNumber phone) {
    return account(phone).isPresent();
  }

  private Optional<Account> account(PhoneNumber phone) {
    return accounts.find(persons.byPhone(phone.digits()).orElse(NOBODY));
  }

  private static Refusal credentials() {
    return Refusal.signedOut("access.credentials");
  }
}
