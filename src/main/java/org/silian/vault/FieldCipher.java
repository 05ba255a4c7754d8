package org.silian.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts single fields (AES-256-GCM) and makes blind indexes for exact search. Each kind of field
 * has its own keys, so that a value copied from one column to another does not open there.
 */
@Component
public class FieldCipher {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final InstallationSecret secret;
  private final SecureRandom random = new SecureRandom();

  public FieldCipher(InstallationSecret secret) {
    this.secret = secret;
  }

  /** The value as nonce, ciphertext and tag; different at each call. */
  public byte[] encrypt(String field, String value) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, field, nonce, value.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  /** What {@link #encrypt} was given; fails on anything else. */
  public String decrypt(String field, byte[] encrypted) {
    var buffer = ByteBuffer.wrap(encrypted);
    var nonce = new byte[NONCE];
    buffer.get(nonce);
    var sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    return new String(run(Cipher.DECRYPT_MODE, field, nonce, sealed), StandardCharsets.UTF_8);
  }

  /** A keyed hash by which equal values find each other without being read. */
  public byte[] blindIndex(String field, String value) {
    return InstallationSecret.hmac(
        secret.key("index:" + field), value.getBytes(StandardCharsets.UTF_8));
  }

  /** A message authentication code over a text, under a key for one purpose. */
  public byte[] authenticate(String purpose, String text) {
    return InstallationSecret.hmac(
        secret.key("mac:" + purpose), text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] run(int mode, String field, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(secret.key("field:" + field), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The field " + field + " does not open with this secret", e);
    }
  }
}
