package org.silian.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The tree of RFC 6962, section 2.1: leaves and nodes are hashed under different prefixes, so that
 * none can pass for the other.
 */
final class Merkle {

  static final int SIZE = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private Merkle() {}

  static byte[] sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  static byte[] leaf(String text) {
    return sha256(new byte[] {LEAF}, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The root over leaves, which stand one behind the other. */
  static byte[] root(byte[] leaves) {
    return root(leaves, 0, leaves.length / SIZE);
  }

  private static byte[] root(byte[] leaves, int from, int to) {
    int n = to - from;
    if (n == 0) {
      return sha256();
    }
    if (n == 1) {
      return Arrays.copyOfRange(leaves, from * SIZE, to * SIZE);
    }
    int left = from + Integer.highestOneBit(n - 1);
    return sha256(new byte[] {NODE}, root(leaves, from, left), root(leaves, left, to));
  }
}
