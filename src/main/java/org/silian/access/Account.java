package org.silian.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.permission.Role;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Table;

/** That a person can sign in: with a password, or with codes alone. */
@SuppressWarnings("UnusedVariable") // fields are read by the repository
@Table("access_account")
class Account extends AbstractAggregateRoot<Account> {

  @Id private final UUID personId;
  @Version private @Nullable Long version;
  private @Nullable String passwordHash;
  private @Nullable Instant passwordAt;
  private final @Nullable Role standing;
  private final @Nullable UUID communityId;
  private final Instant createdAt;

  @PersistenceCreator
  Account(
      UUID personId,
      @Nullable String passwordHash,
      @Nullable Instant passwordAt,
      @Nullable Role standing,
      @Nullable UUID communityId,
      Instant createdAt) {
    this.personId = personId;
    this.passwordHash = passwordHash;
    this.passwordAt = passwordAt;
    this.standing = standing;
    this.communityId = communityId;
    this.createdAt = createdAt;
  }

  /**
   * Opens an account for a person with a standing of her own.
   *
   * @param where the organisation at which the registration counts
   */
  static Account registered(
      UUID person,
      @Nullable String passwordHash,
      Role standing,
      @Nullable UUID community,
      UUID where,
      Instant now) {
    var account =
        new Account(person, passwordHash, since(passwordHash, now), standing, community, now);
    account.registerEvent(new PersonRegistered(person, standing, where, now));
    return account;
  }

  /** Opens an account for a person whose rights come from appointments alone. */
  static Account ofStaff(UUID person, @Nullable String passwordHash, Instant now) {
    return new Account(person, passwordHash, since(passwordHash, now), null, null, now);
  }

  private static @Nullable Instant since(@Nullable String hash, Instant now) {
    return hash == null ? null : now;
  }

  /**
   * Gives it another password.
   *
   * @param where the organisation at which the change counts
   */
  void changePassword(String hash, UUID where, Instant now) {
    passwordHash = hash;
    passwordAt = now;
    registerEvent(new PasswordChanged(personId, where, now));
  }

  UUID personId() {
    return personId;
  }

  @Nullable String passwordHash() {
    return passwordHash;
  }

  @Nullable UUID communityId() {
    return communityId;
  }
}
