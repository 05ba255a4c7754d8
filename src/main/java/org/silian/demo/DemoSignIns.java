package org.silian.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.silian.permission.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The accounts with which the demo is looked at, written to {@code sign-ins.csv} in the data
 * folder. The password is made afresh for each folder: there is no default one anywhere.
 */
@Component
@Profile("demo")
class DemoSignIns {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
  private static final String DIGITS = "23456789";

  private record Line(Role role, String name, String organisation, String phone) {}

  private final Path file;
  private final String password;
  private final List<Line> lines = new ArrayList<>();

  DemoSignIns(@Value("${silian.data}") Path data) {
    this.file = data.resolve("sign-ins.csv");
    var random = new SecureRandom();
    this.password =
        some(random, LETTERS, 4) + "-" + some(random, LETTERS, 4) + "-" + some(random, DIGITS, 4);
  }

  /** One for all sign-ins of this folder. */
  String password() {
    return password;
  }

  /** Remembers a sign-in; a second post of the same person shows the first one's phone. */
  void add(Role role, String name, String organisation, String phone, boolean first) {
    var known =
        first
            ? phone
            : lines.stream()
                .filter(line -> line.name().equals(name))
                .map(Line::phone)
                .findFirst()
                .orElseThrow();
    lines.add(new Line(role, name, organisation, known));
  }

  void write() {
    try (var csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Files.newBufferedWriter(file))) {
      csv.writeRecord("role", "name", "organisation", "phone", "password");
      for (var line : lines) {
        csv.writeRecord(
            line.role().name(), line.name(), line.organisation(), line.phone(), password);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String some(SecureRandom random, String from, int length) {
    return random
        .ints(length, 0, from.length())
        .collect(
            StringBuilder::new, (text, i) -> text.append(from.charAt(i)), StringBuilder::append)
        .toString();
  }
}
