package org.silian.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Another program which uses an embedded PostgreSQL, in a process that tests may kill. */
final class OtherProgram implements AutoCloseable {

  static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  private static final String SAID = "> ";

  private final Process process;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  private OtherProgram(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::listen);
  }

  static OtherProgram start(String work, Path folder) throws IOException {
    return start(List.of(), Map.of(), work, folder.toString());
  }

  /** A run of tests that uses {@link TestPostgres}, which looks at the environment. */
  static OtherProgram startTests(Map<String, String> environment, String database)
      throws IOException {
    return start(List.of(), environment, "test", database);
  }

  /** In a process group of its own, as a terminal gives it to what is started there. */
  static OtherProgram startInOwnGroup(String work, Path folder) throws IOException {
    return start(List.of("setsid"), Map.of(), work, folder.toString());
  }

  private static OtherProgram start(
      List<String> prefix, Map<String, String> environment, String work, String object)
      throws IOException {
    var command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            OtherProgram.class.getName(),
            work,
            object));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new OtherProgram(builder.start());
  }

  long pid() {
    return process.pid();
  }

  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  void awaitEnd() {
    assertThat(Patience.untilEnd(process, LONG_ENOUGH)).isTrue();
  }

  /** Its next word; what it only logs is passed over. */
  String nextWord() throws InterruptedException {
    String word = said.poll(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
    assertThat(word).as("a word from the other program").isNotNull();
    return word;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith(SAID)) {
          said.add(line.substring(SAID.length()));
        }
      }
    } catch (IOException e) {
      said.add(e.toString());
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "hold" -> hold(folder);
      case "count-at-the-end" -> countAtTheEnd(folder);
      case "refused" -> refused(folder);
      case "test" -> testWith(arguments[1]);
      case "unpack" -> unpack(folder);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void hold(Path folder) throws Exception {
    commitARow(folder);
    awaitTheEnd();
  }

  private static void refused(Path folder) {
    say(EmbeddedPostgresTests.refusal(folder, EmbeddedPostgresTests.QUICK).code());
  }

  private static void testWith(String database) throws Exception {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement()) {
      statement.execute("create table only_in_the_other_program ()");
      say(connection.getMetaData().getURL());
    }
    System.in.read();
  }

  private static void countAtTheEnd(Path folder) throws Exception {
    EmbeddedPostgres postgres = commitARow(folder);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    say(EmbeddedPostgresTests.ask(postgres, "select count(*) from note"));
                  } catch (Exception e) {
                    say(e.toString());
                  }
                  postgres.close();
                  say("closed");
                }));
    say("ready");
    awaitTheEnd();
  }

  private static EmbeddedPostgres commitARow(Path folder) throws Exception {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
    EmbeddedPostgresTests.execute(postgres, "create table note (text text)");
    EmbeddedPostgresTests.execute(postgres, "insert into note values ('kept')");
    say("committed");
    return postgres;
  }

  private static void unpack(Path place) throws IOException {
    say("ready");
    System.in.read();
    Binaries.in(place, Binaries.archive());
    say("unpacked");
  }

  /** Lets it go on where it waits for a word. */
  void goOn() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  private static void awaitTheEnd() throws IOException {
    // Ends also when the test that started it ends.
    while (System.in.read() >= 0) {}
  }

  private static void say(String word) {
    System.out.println(SAID + word);
    System.out.flush();
  }
}
