package org.silian.organisation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A person, of whom a name and a phone number are kept and nothing else. That she is known at all
 * is told by what follows: an appointment or an account. Erased or merged into another, a shell is
 * left, so that what refers to her still stands.
 */
@SuppressWarnings("UnusedVariable") // fields are read by the repository
@Table("organisation_person")
class Person extends AbstractAggregateRoot<Person> {

  /** The name of a shell, which no screen shows. */
  static final String NOBODY = "已注销";

  @Id private final UUID id;
  @Version private @Nullable Long version;
  private String name;
  private byte @Nullable [] phoneCipher;
  private byte @Nullable [] phoneIndex;
  private final Instant createdAt;
  private @Nullable UUID mergedInto;
  private @Nullable Instant erasedAt;

  @PersistenceCreator
  Person(
      UUID id,
      String name,
      byte @Nullable [] phoneCipher,
      byte @Nullable [] phoneIndex,
      Instant createdAt) {
    this.id = id;
    this.name = name;
    this.phoneCipher = phoneCipher;
    this.phoneIndex = phoneIndex;
    this.createdAt = createdAt;
  }

  static Person registered(
      PersonName name, byte @Nullable [] phoneCipher, byte @Nullable [] phoneIndex, Instant now) {
    return new Person(UuidCreator.getTimeOrderedEpoch(), name.text(), phoneCipher, phoneIndex, now);
  }

  /** Her name or phone as they are sealed in the database. */
  record Known(String name, byte @Nullable [] phoneCipher, byte @Nullable [] phoneIndex) {}

  /**
   * Gives her the right name.
   *
   * @param where the organisation at which the correction counts
   */
  Person rename(PersonName right, UUID where, Instant now) {
    name = right.text();
    registerEvent(new PersonCorrected(id, PersonCorrected.What.NAME, where, now));
    return this;
  }

  /** Gives her another phone. */
  Person changePhone(byte[] cipher, byte[] index, UUID where, Instant now) {
    phoneCipher = cipher;
    phoneIndex = index;
    registerEvent(new PersonCorrected(id, PersonCorrected.What.PHONE, where, now));
    return this;
  }

  /** Leaves a shell in place of one who is the same as another; her phone is free for the other. */
  Person mergeInto(UUID other) {
    mergedInto = other;
    phoneCipher = null;
    phoneIndex = null;
    return this;
  }

  /** Takes the name and the phone that were chosen, or what they were before. */
  Person be(Known known) {
    name = known.name();
    phoneCipher = known.phoneCipher();
    phoneIndex = known.phoneIndex();
    return this;
  }

  /** Is a person of her own again. */
  Person part() {
    mergedInto = null;
    return this;
  }

  /** Leaves nothing but the id. */
  Person erase(Instant now) {
    name = NOBODY;
    phoneCipher = null;
    phoneIndex = null;
    erasedAt = now;
    return this;
  }

  Known known() {
    return new Known(name, phoneCipher, phoneIndex);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version == null ? 0 : version;
  }

  String name() {
    return name;
  }

  byte @Nullable [] phoneCipher() {
    return phoneCipher;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** Whether she is a person on the record: neither erased nor merged into another. */
  boolean stands() {
    return mergedInto == null && erasedAt == null;
  }
}
