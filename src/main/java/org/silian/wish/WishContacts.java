package org.silian.wish;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a wisher is reached: encrypted, apart from the wish, deleted some time after it ends. */
@Component
class WishContacts {

  private static final String FIELD = "wish-contact";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  WishContacts(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** As the wisher, or the worker who wrote for her, gave them. */
  record Contact(String name, @Nullable String phone, @Nullable String address) {}

  void keep(UUID wish, Contact contact) {
    jdbc.sql("insert into wish_contact (wish_id, name, phone, address) values (?, ?, ?, ?)")
        .param(wish)
        .param(sealed(contact.name()))
        .param(sealed(contact.phone()))
        .param(sealed(contact.address()))
        .update();
  }

  /** Absent once it is deleted. */
  Optional<Contact> of(UUID wish) {
    return jdbc.sql("select name, phone, address from wish_contact where wish_id = ?")
        .param(wish)
        .query(
            (row, n) ->
                new Contact(
                    cipher.decrypt(FIELD, row.getBytes(1)),
                    opened(row.getBytes(2)),
                    opened(row.getBytes(3))))
        .optional();
  }

  void delete(UUID wish) {
    jdbc.sql("delete from wish_contact where wish_id = ?").param(wish).update();
  }

  private byte @Nullable [] sealed(@Nullable String value) {
    return value == null ? null : cipher.encrypt(FIELD, value);
  }

  private @Nullable String opened(byte @Nullable [] value) {
    return value == null ? null : cipher.decrypt(FIELD, value);
  }
}
