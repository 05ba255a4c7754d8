package org.silian.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.silian.permission.Role;

/** Checks the authentication codes of a journal from outside the program that wrote it. */
public final class JournalSeals {

  private final byte[] key;

  /** With the secret that lies in a data folder. */
  public JournalSeals(Path data) throws IOException {
    var master = Base64.getDecoder().decode(Files.readString(data.resolve("secret")).strip());
    this.key = hmac(master, "mac:journal");
  }

  /** How many entries do not bear the code that their columns should have. */
  public long broken(Connection district) throws SQLException {
    try (var statement = district.createStatement();
        var rows = statement.executeQuery("select * from journal_entry")) {
      long broken = 0;
      while (rows.next()) {
        if (!MessageDigest.isEqual(hmac(key, entry(rows).sealedText()), rows.getBytes("mac"))) {
          broken++;
        }
      }
      return broken;
    }
  }

  /** An entry as its row has it. */
  static Entry entry(ResultSet row) throws SQLException {
    var role = row.getString("role");
    return new Entry(
        row.getObject("id", UUID.class),
        row.getObject("command", UUID.class),
        row.getString("fact"),
        new Subject(row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
        row.getObject("organisation_id", UUID.class),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new Actor(
            row.getObject("person_id", UUID.class),
            row.getObject("appointment_id", UUID.class),
            role == null ? null : Role.valueOf(role),
            null,
            null),
        row.getString("body"),
        Entry.countings(row.getString("measures")),
        row.getObject("reverses", UUID.class),
        row.getBytes("words_hash"));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
