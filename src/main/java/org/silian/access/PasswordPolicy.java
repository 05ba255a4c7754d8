package org.silian.access;

import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules for passwords, and what the security settings add to them. */
@Component
class PasswordPolicy {

  private static final List<IntPredicate> CLASSES =
      List.of(
          Character::isUpperCase,
          Character::isLowerCase,
          Character::isDigit,
          c -> Character.isLetter(c) && !Character.isUpperCase(c) && !Character.isLowerCase(c),
          c -> !Character.isLetterOrDigit(c));

  private final SecuritySettings settings;
  private final Passwords passwords;
  private final JdbcClient jdbc;

  PasswordPolicy(SecuritySettings settings, Passwords passwords, JdbcClient jdbc) {
    this.settings = settings;
    this.passwords = passwords;
    this.jdbc = jdbc;
  }

  /**
   * Refuses a password that is too easy, as {@link PasswordRules} does, or that has too few kinds
   * of characters: {@code access.password-classes}.
   */
  void check(String password, @Nullable String name, @Nullable String phone) {
    PasswordRules.check(password, name, phone);
    long classes = CLASSES.stream().filter(kind -> password.codePoints().anyMatch(kind)).count();
    long needed = settings.amount(SecuritySetting.PASSWORD_CLASSES);
    if (classes < needed) {
      throw Refusal.invalid("access.password-classes", "password").with("classes", needed);
    }
  }

  /**
   * Refuses the person's password of now or one of those before: {@code access.password-used}.
   * Takes as long as signing in that often, so it is asked outside a transaction.
   */
  void refuseUsed(UUID person, String password) {
    long kept = settings.amount(SecuritySetting.PASSWORD_KEPT);
    if (kept > 0 && hashes(person, kept).stream().anyMatch(h -> passwords.matches(password, h))) {
      throw Refusal.invalid("access.password-used", "password").with("kept", kept);
    }
  }

  /** Remembers the hash that is being replaced, and forgets those that no longer count. */
  void keep(UUID id, UUID person, @Nullable String hash) {
    long kept = settings.amount(SecuritySetting.PASSWORD_KEPT);
    if (hash != null && kept > 1) {
      jdbc.sql("insert into access_password_before (id, person_id, password_hash) values (?, ?, ?)")
          .params(id, person, hash)
          .update();
    }
    jdbc.sql(
            """
            delete from access_password_before where person_id = :person and id not in (
              select id from access_password_before where person_id = :person
              order by id desc limit :kept)""")
        .param("person", person)
        .param("kept", Math.max(0, kept - 1))
        .update();
  }

  private List<String> hashes(UUID person, long kept) {
    return jdbc.sql(
            """
            (select password_hash from access_account
             where person_id = :person and password_hash is not null)
            union all
            (select password_hash from access_password_before where person_id = :person
             order by id desc limit :before)""")
        .param("person", person)
        .param("before", kept - 1)
        .query((row, n) -> row.getString(1))
        .list();
  }
}
