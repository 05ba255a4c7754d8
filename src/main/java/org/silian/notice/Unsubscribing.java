package org.silian.notice;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.silian.problem.Refusal;
import org.silian.vault.FieldCipher;
import org.springframework.stereotype.Component;

/**
 * Links that end mails of some kinds without signing in. They are sealed, so that they tell nobody
 * whose they are, and good for as long as the mail they stand in.
 */
@Component
class Unsubscribing {

  private static final String FIELD = "notice.unsubscribe";

  private final FieldCipher cipher;

  Unsubscribing(FieldCipher cipher) {
    this.cipher = cipher;
  }

  record Unwanted(UUID person, Set<String> kinds) {}

  String token(UUID person, Collection<String> kinds) {
    var text = person + " " + String.join(" ", new TreeSet<>(kinds));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.encrypt(FIELD, text));
  }

  /**
   * @throws Refusal {@code notice.unsubscribe-gone} for what is none of ours
   */
  Unwanted read(String token) {
    try {
      var sealed = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.US_ASCII));
      var words = cipher.decrypt(FIELD, sealed).split(" ");
      return new Unwanted(
          UUID.fromString(words[0]), Set.copyOf(Arrays.asList(words).subList(1, words.length)));
    } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException e) {
      throw Refusal.notFound("notice.unsubscribe-gone");
    }
  }
}
