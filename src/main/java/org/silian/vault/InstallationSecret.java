package org.silian.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The one secret of an installation, from which every key and database password is derived. It is
 * kept outside the database: whoever copies the database alone reads no phone number and forges no
 * journal entry. Losing it loses the encrypted fields, so it belongs in the backup's safe.
 */
public final class InstallationSecret {

  private static final int MINIMUM = 32;

  private final byte[] master;

  InstallationSecret(byte[] master) {
    if (master.length < MINIMUM) {
      throw new IllegalArgumentException("The installation secret needs 32 bytes or more");
    }
    this.master = master.clone();
  }

  /** A 32-byte key for one purpose; the same purpose always gets the same key. */
  public byte[] key(String purpose) {
    return hmac(master, purpose.getBytes(StandardCharsets.UTF_8));
  }

  /** A key with which to sign for one purpose. */
  public SigningKey signingKey(String purpose) {
    return new SigningKey(key("sign:" + purpose));
  }

  /**
   * The secret of an installation that is there already, for a look at it from outside: as given,
   * else from the data folder.
   */
  public static Optional<InstallationSecret> find(@Nullable String given, Path data)
      throws IOException {
    var file = data.resolve("secret");
    var text =
        given != null && !given.isBlank()
            ? given
            : Files.exists(file) ? Files.readString(file) : "";
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(new InstallationSecret(Base64.getDecoder().decode(text.strip())));
  }

  /** A password for one purpose, in characters that need no escaping anywhere. */
  public String password(String purpose) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key("password:" + purpose));
  }

  static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }
}
