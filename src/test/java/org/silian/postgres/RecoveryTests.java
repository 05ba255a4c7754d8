package org.silian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.silian.postgres.EmbeddedPostgresTests.QUICK;
import static org.silian.postgres.EmbeddedPostgresTests.ask;
import static org.silian.postgres.EmbeddedPostgresTests.execute;
import static org.silian.postgres.EmbeddedPostgresTests.refusal;
import static org.silian.postgres.OtherProgram.LONG_ENOUGH;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kill, in whatever moment, leaves behind, the next start puts in order. */
class RecoveryTests {

  private Path folder;
  private Path data;

  @BeforeEach
  void folder(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath().resolve("postgres");
    data = folder.resolve("data");
  }

  @Test
  void theServerOfAKilledProgramIsStoppedAndStartedAnew() throws Exception {
    try (var program = OtherProgram.start("hold", folder)) {
      assertThat(program.nextWord()).isEqualTo("committed");
      program.kill();
    }
    ProcessHandle left = server();
    assertThat(left.isAlive()).isTrue();

    try (var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(server().pid()).isNotEqualTo(left.pid());
      assertThat(Processes.serves(left, data)).isFalse();
      assertThat(ask(postgres, "select text from note")).isEqualTo("kept");
    }
  }

  @Test
  void aKilledServerIsStartedAgain() throws Exception {
    try (var postgres = EmbeddedPostgres.start(folder)) {
      execute(postgres, "create table note as select 'kept' as text");
      server().destroyForcibly();
    }
    try (var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(ask(postgres, "select text from note")).isEqualTo("kept");
    }
  }

  @Test
  void aKilledServerThatIsKeptAliveComesBackAtItsPort() throws Exception {
    try (var postgres = EmbeddedPostgres.start(folder)) {
      postgres.keepAlive();
      execute(postgres, "create table note as select 'kept' as text");
      long killed = server().pid();
      server().destroyForcibly();

      assertThat(Patience.until(LONG_ENOUGH, () -> isBack(postgres, killed))).isTrue();

      assertThat(ask(postgres, "select text from note")).isEqualTo("kept");
    }
  }

  @Test
  void aServerKilledJustBeforeTheEndStaysDown() throws Exception {
    var postgres = EmbeddedPostgres.start(folder, QUICK);
    postgres.keepAlive();
    server().destroyForcibly();
    postgres.close();

    assertThat(PostmasterFile.in(data).flatMap(PostmasterFile::server)).isEmpty();
    // The folder is free at once: no restart goes on behind the close.
    EmbeddedPostgres.start(folder, QUICK).close();
  }

  private boolean isBack(EmbeddedPostgres postgres, long killed) {
    try {
      return !ask(postgres, "select 1").isEmpty() && server().pid() != killed;
    } catch (Exception e) {
      return false;
    }
  }

  @Test
  void whatWasCommittedSurvivesTheKillOfProgramAndServer() throws Exception {
    try (var program = OtherProgram.start("hold", folder)) {
      assertThat(program.nextWord()).isEqualTo("committed");
      server().destroyForcibly();
      program.kill();
    }
    try (var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(ask(postgres, "select text from note")).isEqualTo("kept");
    }
  }

  @Test
  void theBusyProcessOfAKilledServerIsEnded() throws Exception {
    assumeTrue(Processes.TELL_THEIR_FOLDER, "only Linux tells where a process works");
    var postgres = EmbeddedPostgres.start(folder, QUICK);
    Thread busy = Thread.ofVirtual().start(() -> loopForever(postgres));
    ProcessHandle orphan = busyBackend(postgres);
    server().destroyForcibly();
    postgres.close();
    assertThat(Processes.serves(orphan, data)).isTrue();

    try (var again = EmbeddedPostgres.start(folder, QUICK)) {
      assertThat(ask(again, "select 1")).isEqualTo("1");
      assertThat(Processes.serves(orphan, data)).isFalse();
    }
    assertThat(busy.join(LONG_ENOUGH)).isTrue();
  }

  @Test
  void aShellThatStandsInTheFolderIsLeftAlone() throws Exception {
    EmbeddedPostgres.start(folder, QUICK).close();
    Process shell = new ProcessBuilder("sleep", "600").directory(data.toFile()).start();
    try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
      assertThat(shell.isAlive()).isTrue();
    } finally {
      shell.destroyForcibly();
    }
  }

  @Test
  void aStrangerWhoGotTheNumberOfADeadServerIsLeftAlone() throws Exception {
    EmbeddedPostgres.start(folder, QUICK).close();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          data.resolve(PostmasterFile.NAME),
          "%d\n%s\n%d\n5432\n\n127.0.0.1\n 1 1\nready\n"
              .formatted(
                  stranger.pid(),
                  data,
                  stranger.info().startInstant().orElseThrow().getEpochSecond()));

      try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
        assertThat(ask(postgres, "select 1")).isEqualTo("1");
        assertThat(stranger.isAlive()).isTrue();
      }
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void theServerOfAnotherClusterWhoGotTheNumberIsLeftAlone(@TempDir Path elsewhere)
      throws Exception {
    EmbeddedPostgres.start(folder, QUICK).close();
    try (var other = EmbeddedPostgres.start(elsewhere.resolve("other"), QUICK)) {
      Files.copy(
          other.folder().resolve("data").resolve(PostmasterFile.NAME),
          data.resolve(PostmasterFile.NAME));

      try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
        assertThat(postgres.port()).isNotEqualTo(other.port());
        assertThat(ask(other, "select 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void aTornPostmasterFileIsNoObstacle() throws Exception {
    EmbeddedPostgres.start(folder, QUICK).close();
    Files.writeString(data.resolve(PostmasterFile.NAME), "");

    try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aKillDuringTheCreationLeavesOnlyAFolderThatTheNextStartRemoves() throws Exception {
    try (var program = OtherProgram.start("hold", folder)) {
      assertThat(Patience.until(LONG_ENOUGH, this::hasUnfinishedCluster)).isTrue();
      program.kill();
    }
    assertThat(data).doesNotExist();
    assertThat(hasUnfinishedCluster()).isTrue();

    try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
      assertThat(folder.toFile().list((in, name) -> name.startsWith(Cluster.UNFINISHED))).isEmpty();
    }
  }

  @Test
  void anotherProgramIsRefusedAndToldWhoHasTheFolder() throws Exception {
    try (var program = OtherProgram.start("hold", folder)) {
      assertThat(program.nextWord()).isEqualTo("committed");

      var unavailable = refusal(folder, QUICK);

      assertThat(unavailable.code()).isEqualTo("postgres-folder-in-use");
      assertThat(unavailable)
          .hasMessageContaining("process " + program.pid())
          .hasMessageContaining("java");
      assertThat(server().isAlive()).isTrue();
      program.kill();
    }
    EmbeddedPostgres.start(folder, QUICK).close();
  }

  @Test
  void theSameProgramIsRefusedTooAndKeepsTheFolder() throws Exception {
    try (var postgres = EmbeddedPostgres.start(folder, QUICK)) {
      var unavailable = refusal(folder, QUICK);
      assertThat(unavailable.code()).isEqualTo("postgres-folder-in-use");
      assertThat(unavailable).hasMessageContaining("this program itself");

      // The refusal must not have given up the lock against others.
      try (var program = OtherProgram.start("refused", folder)) {
        assertThat(program.nextWord()).isEqualTo("postgres-folder-in-use");
      }
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void theServerIsStillThereWhileAProgramEndsAfterCtrlC() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "needs setsid");
    try (var program = OtherProgram.startInOwnGroup("count-at-the-end", folder)) {
      assertThat(program.nextWord()).isEqualTo("committed");
      assertThat(program.nextWord()).isEqualTo("ready");

      signal("INT", -program.pid());
      // Started in the background by a shell, a program ignores Ctrl-C; then this ends it.
      signal("TERM", program.pid());

      assertThat(program.nextWord()).isEqualTo("1");
      assertThat(program.nextWord()).isEqualTo("closed");
      program.awaitEnd();
    }
    assertThat(data.resolve(PostmasterFile.NAME)).doesNotExist();
  }

  private static void signal(String name, long target) throws Exception {
    new ProcessBuilder("kill", "-" + name, "--", Long.toString(target))
        .redirectErrorStream(true)
        .start()
        .waitFor();
  }

  private ProcessHandle server() throws IOException {
    return PostmasterFile.in(data).flatMap(PostmasterFile::server).orElseThrow();
  }

  private boolean hasUnfinishedCluster() {
    String[] names =
        folder
            .toFile()
            .list((in, name) -> name.startsWith(Cluster.UNFINISHED) && !name.endsWith(".tmp"));
    return names != null && names.length > 0;
  }

  private static void loopForever(EmbeddedPostgres postgres) {
    try {
      execute(postgres, "/* busy */ do 'begin loop end loop; end'");
    } catch (SQLException e) {
      // The server is killed meanwhile; that is the point.
    }
  }

  private static ProcessHandle busyBackend(EmbeddedPostgres postgres) throws SQLException {
    String[] pid = {null};
    assertThat(
            Patience.until(
                LONG_ENOUGH,
                () -> {
                  try {
                    pid[0] =
                        ask(
                            postgres,
                            "select max(pid) from pg_stat_activity"
                                + " where state = 'active' and query like '/* busy */%'");
                    return pid[0] != null;
                  } catch (SQLException e) {
                    throw new IllegalStateException(e);
                  }
                }))
        .isTrue();
    return ProcessHandle.of(Long.parseLong(pid[0])).orElseThrow();
  }
}
