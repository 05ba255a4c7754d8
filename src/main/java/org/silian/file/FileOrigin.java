package org.silian.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.tenancy.District;
import org.silian.vault.FieldCipher;
import org.springframework.stereotype.Component;

/**
 * Where files are opened: at a host of their own where there is one, else here. A link opens one
 * file, for a short time and for whoever has it, so that no cookie is needed at the other host.
 */
@Component
class FileOrigin {

  /** The only address at which the host of files answers. */
  static final String OPENED = "/api/files/opened/";

  private static final String PURPOSE = "file-link";
  private static final String HOST = "{host}";

  private final @Nullable String origin;
  private final FileProperties properties;
  private final FieldCipher cipher;
  private final Clock clock;

  FileOrigin(FileProperties properties, FieldCipher cipher, Clock clock) {
    var given = properties.origin();
    this.origin = given == null || given.isBlank() ? null : given.replaceFirst("/+$", "");
    this.properties = properties;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * @param url absolute where files have a host of their own
   */
  record Link(String url, Instant until) {}

  Link link(UUID file) {
    var until = clock.instant().plus(properties.linkValid());
    var claim = file + "." + until.getEpochSecond();
    return new Link(here() + OPENED + claim + "." + signature(claim), until);
  }

  private String here() {
    return origin == null
        ? ""
        : origin.replace(HOST, Objects.requireNonNullElse(District.current().host(), ""));
  }

  /** The file that a link opens, as long as it does. */
  Optional<UUID> file(String token) {
    var parts = token.split("\\.", -1);
    if (parts.length != 3 || !parts[1].matches("\\d{1,12}")) {
      return Optional.empty();
    }
    var claim = parts[0] + "." + parts[1];
    boolean ours =
        MessageDigest.isEqual(
            signature(claim).getBytes(StandardCharsets.UTF_8),
            parts[2].getBytes(StandardCharsets.UTF_8));
    return ours && clock.instant().getEpochSecond() <= Long.parseLong(parts[1])
        ? Optional.of(UUID.fromString(parts[0]))
        : Optional.empty();
  }

  /** A link of one district opens nothing in another. */
  private String signature(String claim) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(cipher.authenticate(PURPOSE, District.current().code() + "." + claim));
  }

  /** Whether files have a host of their own. */
  boolean isSeparate() {
    return origin != null;
  }

  /** Whether a request for this host is one for files alone. */
  boolean isHostOfFiles(String host) {
    if (origin == null) {
      return false;
    }
    var pattern = origin.replaceFirst("^https?://", "").replaceFirst(":\\d+$", "");
    int place = pattern.indexOf(HOST);
    return place < 0
        ? host.equalsIgnoreCase(pattern)
        : host.length() > pattern.length() - HOST.length()
            && host.startsWith(pattern.substring(0, place))
            && host.endsWith(pattern.substring(place + HOST.length()));
  }
}
