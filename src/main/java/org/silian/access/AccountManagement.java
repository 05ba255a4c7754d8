package org.silian.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.PersonManagement;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts for persons and changes their passwords. */
@Component
public class AccountManagement {

  private final Accounts accounts;
  private final Passwords passwords;
  private final PersonManagement persons;
  private final OrganisationDirectory organisations;
  private final PasswordPolicy policy;
  private final Sessions sessions;
  private final Clock clock;

  AccountManagement(
      Accounts accounts,
      Passwords passwords,
      PersonManagement persons,
      OrganisationDirectory organisations,
      PasswordPolicy policy,
      Sessions sessions,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.persons = persons;
    this.organisations = organisations;
    this.policy = policy;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Opens an account for a person.
   *
   * @param password absent where one-time codes are the only way in
   * @param standing RESIDENT, STUDENT or VOLUNTEER; absent for staff
   * @param community the one chosen; absent for staff
   * @throws Refusal {@code access.already-registered}, and as {@code access.password-…} a password
   *     that is too easy
   */
  @Transactional
  public void open(
      UUID person, @Nullable String password, @Nullable Role standing, @Nullable UUID community) {
    if (password != null) {
      policy.check(password, persons.name(person), persons.phone(person));
    }
    openHashed(person, password == null ? null : passwords.hash(password), standing, community);
  }

  /** As {@link #open}, with the password checked and hashed before the transaction began. */
  @Transactional
  void openHashed(
      UUID person, @Nullable String hash, @Nullable Role standing, @Nullable UUID community) {
    if (accounts.existsById(person)) {
      throw Refusal.conflict("access.already-registered");
    }
    if (standing != null && !standing.isStanding()) {
      throw Refusal.invalid("access.standing", "standing");
    }
    if (community != null && !organisations.get(community).kind().isCommunity()) {
      throw Refusal.invalid("access.not-a-community", "community");
    }
    var now = clock.instant();
    accounts.save(
        standing == null
            ? Account.ofStaff(person, hash, now)
            : Account.registered(person, hash, standing, community, where(community), now));
  }

  /** Gives the account of a person another password, and signs her out everywhere. */
  @Transactional
  void changePassword(UUID person, String hash) {
    var account = accounts.findById(person).orElseThrow();
    policy.keep(UuidCreator.getTimeOrderedEpoch(), person, account.passwordHash());
    account.changePassword(hash, where(account.communityId()), clock.instant());
    accounts.save(account);
    sessions.endAll(person);
  }

  Optional<Account> find(UUID person) {
    return accounts.findById(person);
  }

  /** The organisation at which what concerns this account counts. */
  UUID home(UUID person) {
    return where(accounts.findById(person).map(Account::communityId).orElse(null));
  }

  private UUID where(@Nullable UUID community) {
    return community != null ? community : organisations.district().orElseThrow().id();
  }
}
