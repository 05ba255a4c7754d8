package org.silian.organisation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A person, of whom a name and a phone number are kept and nothing else. That she is known at all
 * is told by what follows: an appointment or an account.
 */
@SuppressWarnings("UnusedVariable") // fields are read by the repository
@Table("organisation_person")
class Person {

  @Id private final UUID id;
  @Version private @Nullable Long version;
  private final String name;
  private final byte @Nullable [] phoneCipher;
  private final byte @Nullable [] phoneIndex;
  private final Instant createdAt;

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

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  byte @Nullable [] phoneCipher() {
    return phoneCipher;
  }
}
