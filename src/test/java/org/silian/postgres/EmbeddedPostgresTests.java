package org.silian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {

  static final Map<String, String> QUICK = Map.of("fsync", "off");

  private Path folder;

  @BeforeEach
  void folderWithASpaceInItsName(@TempDir Path temporary) {
    folder = temporary.resolve("data folder").resolve("postgres");
  }

  @Test
  void whatWasCommittedIsThereAtTheNextStart() throws Exception {
    try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      execute(postgres, "create table note (text text)");
      execute(postgres, "insert into note values ('四联')");
    }
    try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      assertThat(ask(postgres, "select text from note")).isEqualTo("四联");
    }
  }

  @Test
  void commitsSurviveAPowerCutUnlessTheCallerWishesOtherwise() throws Exception {
    try (var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
    }
    try (var postgres =
        EmbeddedPostgres.start(folder, Map.of("fsync", "off", "synchronous_commit", "off"))) {
      assertThat(ask(postgres, "show fsync")).isEqualTo("off");
      assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("off");
    }
  }

  @Test
  void onlyTheAccountMayReadTheFolder() throws Exception {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

    EmbeddedPostgres.start(folder, QUICK).close();

    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
    for (String file : new String[] {"password", "port", "postgres.log", "silian.lock"}) {
      assertThat(permissions(folder.resolve(file))).as(file).isEqualTo("rw-------");
    }
  }

  @Test
  void itIsReachedFromThisComputerAloneAndOnlyWithThePassword() throws Exception {
    Map<String, String> wider =
        Map.of("Listen_Addresses", "*", "unix_socket_directories", "/tmp", "fsync", "off");
    try (var postgres = EmbeddedPostgres.start(folder, wider)) {
      assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(postgres, "show unix_socket_directories")).isEmpty();
      assertThat(
              ask(postgres, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
      assertThat(ask(postgres, "select rolpassword from pg_authid where rolname = 'postgres'"))
          .startsWith("SCRAM-SHA-256$");
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.url("postgres"), "postgres", "wrong"))
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
    }
  }

  @Test
  void theServerItselfKeepsTimeInUtc() throws Exception {
    // A session has the zone its client asks for; the file tells the server's own.
    try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      for (String name : new String[] {"timezone", "log_timezone"}) {
        assertThat(
                ask(
                    postgres,
                    "select setting from pg_file_settings where applied and lower(name) = '%s'"
                        .formatted(name)))
            .isEqualTo("UTC");
      }
    }
  }

  @Test
  void textIsUnicodeInTheOrderOfItsCharacters() throws Exception {
    try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
      assertThat(
              ask(
                  postgres,
                  "select string_agg(c, '' order by c) from unnest('{四,a,Z,联}'::text[]) c"))
          .isEqualTo("Za四联");
    }
  }

  @Test
  void anotherPortIsChosenWhenSomebodyHasTakenTheOldOne() throws Exception {
    int port;
    try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      port = postgres.port();
    }
    try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      assertThat(postgres.port()).isNotEqualTo(taken.getLocalPort());
      assertThat(ask(postgres, "show port")).isEqualTo(Integer.toString(postgres.port()));
      assertThat(folder.resolve("port")).hasContent(Integer.toString(postgres.port()));
    }
  }

  @Test
  void aSettingMayHoldAnything() throws Exception {
    String odd = "it's \\ \"四联\"";
    try (var postgres = EmbeddedPostgres.start(folder, Map.of("fsync", "off", "silian.odd", odd))) {
      assertThat(ask(postgres, "show silian.odd")).isEqualTo(odd);
    }
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder, Map.of("a\nb", "1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFailedStartTellsWhatTheServerSaidAndLeavesNothingBehind() throws Exception {
    var unavailable = refusal(folder, Map.of("fsync", "off", "shared_buffers", "plenty"));

    assertThat(unavailable.code()).isEqualTo("postgres-start-failed");
    assertThat(unavailable).hasMessageContaining("shared_buffers").hasMessageContaining("plenty");
    try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void afterTheCloseNobodyAnswersAndASecondCloseDoesNothing() throws Exception {
    var postgres = EmbeddedPostgres.start(folder, QUICK);
    try (var open = connect(postgres)) {
      postgres.close();
      postgres.close();

      assertThat(open.isValid(5)).isFalse();
      assertThatThrownBy(() -> connect(postgres)).isInstanceOf(SQLException.class);
      assertThat(Processes.serving(postgres.folder().resolve("data"))).isEmpty();
    }
  }

  @Test
  void anInterruptionDoesNotKeepTheServerFromStopping() throws Exception {
    var postgres = EmbeddedPostgres.start(folder, QUICK);
    Thread.currentThread().interrupt();

    postgres.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(Processes.serving(postgres.folder().resolve("data"))).isEmpty();
    assertThatThrownBy(() -> connect(postgres)).isInstanceOf(SQLException.class);
  }

  @Test
  void aPathThatAShellWouldMistakeIsRefused(@TempDir Path temporary) {
    var unavailable = refusal(temporary.resolve("$HOME"), QUICK);

    assertThat(unavailable.code()).isEqualTo("postgres-folder-unusable");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aLongLogIsPutAsideAtTheStart() throws Exception {
    EmbeddedPostgres.start(folder, QUICK).close();
    Path log = folder.resolve("postgres.log");
    Files.writeString(log, "x".repeat((int) ServerLog.LONG + 1));

    EmbeddedPostgres.start(folder, QUICK).close();

    assertThat(Files.size(log)).isBetween(1L, ServerLog.LONG / 2);
    assertThat(folder.resolve("postgres.log.1")).hasSize(ServerLog.LONG + 1);
  }

  @Test
  void aLostPasswordIsReplaced() throws Exception {
    String lost;
    try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      lost = postgres.password();
      execute(postgres, "create table note as select 'kept' as text");
    }
    Files.delete(folder.resolve("password"));

    try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      assertThat(postgres.password()).isNotEqualTo(lost);
      assertThat(ask(postgres, "select text from note")).isEqualTo("kept");
    }
  }

  @Test
  void theDataOfAnotherVersionIsRefused() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data").resolve("PG_VERSION"), "9.6\n");

    var unavailable = refusal(folder, QUICK);

    assertThat(unavailable.code()).isEqualTo("postgres-other-version");
    assertThat(unavailable).hasMessageContaining("PostgreSQL 9.6");
  }

  @Test
  void aFolderWithOtherThingsIsLeftAsItIs() throws Exception {
    Path letters = Files.createDirectories(folder).resolve("letters.txt");
    Files.writeString(letters, "dear");
    String before = permissions(folder);

    assertThat(refusal(folder, QUICK).code()).isEqualTo("postgres-folder-foreign");

    assertThat(folder).isDirectoryContaining(path -> path.equals(letters));
    assertThat(folder.toFile().list()).hasSize(1);
    assertThat(permissions(folder)).isEqualTo(before);
  }

  @Test
  void aFolderOfAnotherAccountIsRefused() throws Exception {
    assumeTrue(new UnixSystem().getUid() == 0, "only root can give a folder away");
    Files.createDirectories(folder);
    Files.setAttribute(folder, "unix:uid", 12345);

    var unavailable = refusal(folder, QUICK);

    assertThat(unavailable.code()).isEqualTo("postgres-folder-foreign");
    assertThat(unavailable).hasMessageContaining("12345");
  }

  static PostgresUnavailable refusal(Path folder, Map<String, String> settings) {
    return catchThrowableOfType(
        PostgresUnavailable.class, () -> EmbeddedPostgres.start(folder, settings).close());
  }

  static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.url("postgres"), postgres.user(), postgres.password());
  }

  static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
