package org.silian.journal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silian.vault.SigningKey;

/**
 * One link of a district's chain: the root over entries that were new, and the hash of the seal
 * before. What is signed is its {@link #text}, and the hash of that text names it.
 */
public record Seal(
    String district,
    long number,
    byte[] previous,
    byte[] root,
    int amount,
    Instant sealedAt,
    byte[] signature) {

  /** What the first seal names as the one before. */
  static final byte[] NONE = new byte[Merkle.SIZE];

  static final String COLUMNS = "number, previous, root, amount, sealed_at, signature";

  private static final HexFormat HEX = HexFormat.of();

  static Seal signed(
      String district,
      long number,
      byte[] previous,
      byte[] root,
      int amount,
      Instant sealedAt,
      SigningKey key) {
    var bare = new Seal(district, number, previous, root, amount, sealedAt, new byte[0]);
    return new Seal(
        district,
        number,
        previous,
        root,
        amount,
        sealedAt,
        key.sign(bare.text().getBytes(StandardCharsets.UTF_8)));
  }

  static Seal of(String district, ResultSet row) throws SQLException {
    return new Seal(
        district,
        row.getLong("number"),
        row.getBytes("previous"),
        row.getBytes("root"),
        row.getInt("amount"),
        row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
        row.getBytes("signature"));
  }

  String text() {
    return """
        silian-seal 1
        district %s
        number %d
        previous %s
        root %s
        entries %d
        sealed %s
        """
        .formatted(
            district, number, HEX.formatHex(previous), HEX.formatHex(root), amount, sealedAt);
  }

  byte[] hash() {
    return Merkle.sha256(text().getBytes(StandardCharsets.UTF_8));
  }

  boolean isSignedBy(byte[] publicKey) {
    return SigningKey.verifies(publicKey, text().getBytes(StandardCharsets.UTF_8), signature);
  }

  Known known() {
    return new Known(district, number, HEX.formatHex(hash()), sealedAt);
  }

  /** What leaves the database. */
  String file(byte[] publicKey) {
    return """
        # 四联日志封存 A seal of Silian's journal. 请妥善保存在系统之外 Keep it outside the system.
        # 核验 Verify: ./silian verify --against FILE
        # 或只用这一行 or by this line alone: ./silian verify --against %s
        %skey %s
        signature %s
        """
        .formatted(
            known().line(),
            text(),
            Base64.getEncoder().encodeToString(publicKey),
            Base64.getEncoder().encodeToString(signature));
  }

  /**
   * A seal as somebody outside knows it: enough to tell whether a chain still leads to it.
   *
   * @param hash in hexadecimal digits
   */
  public record Known(String district, long number, String hash, @Nullable Instant sealedAt) {

    /** One line that a person can copy by hand. */
    String line() {
      return "%s/%d/%s".formatted(district, number, hash);
    }

    /**
     * Reads the text of a seal's file, or the one line that names a seal.
     *
     * @throws IllegalArgumentException for anything else, and for a file that was changed
     */
    public static Known parse(String text) {
      var line = text.strip();
      if (line.matches("\\d{6}/[1-9]\\d{0,17}/[0-9a-fA-F]{64}")) {
        var parts = line.split("/", -1);
        return new Known(
            parts[0], Long.parseLong(parts[1]), parts[2].toLowerCase(Locale.ROOT), null);
      }
      var file = new HashMap<String, String>();
      line.lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .forEach(l -> file.put(l.replaceFirst(" .*", ""), l.replaceFirst("^\\S* ?", "").strip()));
      return parse(file);
    }

    private static Known parse(Map<String, String> file) {
      try {
        var seal =
            new Seal(
                value(file, "district"),
                Long.parseLong(value(file, "number")),
                HEX.parseHex(value(file, "previous")),
                HEX.parseHex(value(file, "root")),
                Integer.parseInt(value(file, "entries")),
                Instant.parse(value(file, "sealed")),
                Base64.getDecoder().decode(value(file, "signature")));
        if (!seal.isSignedBy(Base64.getDecoder().decode(value(file, "key")))) {
          throw new IllegalArgumentException("The signature does not fit");
        }
        return seal.known();
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(e);
      }
    }

    private static String value(Map<String, String> file, String name) {
      var value = file.get(name);
      if (value == null) {
        throw new IllegalArgumentException("It has no " + name);
      }
      return value;
    }
  }
}
