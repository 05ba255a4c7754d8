package org.silian.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the server is told at each start. Callers may change or add; that it is reached from this
 * computer alone, and at which port, is not theirs to change.
 */
record ServerSettings(Map<String, String> wished) {

  static final String FILE = "silian.conf";
  static final String INCLUDE = "include_if_exists = '" + FILE + "'";

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "timezone", "UTC",
          "log_timezone", "UTC",
          // The program hears of refused statements itself. Here their details, which may be about
          // people, would be kept, and a refusal by a constraint is nothing unusual.
          "log_min_messages", "log",
          "log_min_error_statement", "panic",
          "log_checkpoints", "off");

  private static final Map<String, String> FIXED =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "password_encryption", "scram-sha-256",
          "logging_collector", "off",
          "log_destination", "stderr");

  ServerSettings {
    for (String name : wished.keySet()) {
      if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
        throw new IllegalArgumentException("No setting of PostgreSQL is called " + name);
      }
    }
    wished =
        wished.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    setting -> setting.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }

  /** Whether data must survive a power cut. */
  boolean durable() {
    return !"off".equals(wished.get("fsync"));
  }

  /** Writes them into the cluster's folder for the port. */
  void write(Path data, int port) throws IOException {
    var all = new LinkedHashMap<>(DEFAULTS);
    all.putAll(wished);
    all.putAll(FIXED);
    all.put("port", Integer.toString(port));
    OwnerOnly.write(
        data.resolve(FILE),
        all.entrySet().stream()
            .map(setting -> setting.getKey() + " = " + quoted(setting.getValue()))
            .sorted()
            .collect(Collectors.joining("\n", "# Written by Silian at each start.\n", "\n")));
  }

  private static String quoted(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n") + "'";
  }
}
