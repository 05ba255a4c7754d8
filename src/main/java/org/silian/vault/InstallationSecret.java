package org.silian.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
