package org.silian.vault;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Signs so that others can verify without the secret (Ed25519). The private key derives from the
 * installation's secret; the public key may go anywhere.
 */
public final class SigningKey {

  /** What stands before the 32 bytes in the form in which OpenSSL and others read such a key. */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final Ed25519PrivateKeyParameters key;

  SigningKey(byte[] seed) {
    this.key = new Ed25519PrivateKeyParameters(seed, 0);
  }

  /** As X.509 writes it. */
  public byte[] publicKey() {
    var bare = key.generatePublicKey().getEncoded();
    var whole = Arrays.copyOf(X509, X509.length + bare.length);
    System.arraycopy(bare, 0, whole, X509.length, bare.length);
    return whole;
  }

  public byte[] sign(byte[] message) {
    var signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  /** Whether whoever has the key's private half signed this message. */
  public static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    if (publicKey.length != X509.length + Ed25519PublicKeyParameters.KEY_SIZE
        || !Arrays.equals(X509, 0, X509.length, publicKey, 0, X509.length)) {
      return false;
    }
    try {
      var signer = new Ed25519Signer();
      signer.init(false, new Ed25519PublicKeyParameters(publicKey, X509.length));
      signer.update(message, 0, message.length);
      return signer.verifySignature(signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
