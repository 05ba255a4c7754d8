package org.silian.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talks with something that talks like clamd. */
class ScannerTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void asksOverTcp() throws IOException {
    try (var clamd = new Clamd(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      var port = ((InetSocketAddress) clamd.address()).getPort();
      var scanner = new Scanner(URI.create("tcp://127.0.0.1:" + port), PATIENCE);
      assertThat(scan(scanner, "a".repeat(200_000))).isEqualTo(ScanState.CLEAN);
      assertThat(scan(scanner, "a".repeat(100_000) + "EICAR")).isEqualTo(ScanState.INFECTED);
      assertThat(scan(scanner, "TOO LARGE")).isEqualTo(ScanState.WAITING);
    }
  }

  @Test
  void asksOverASocketOfTheSystem() throws IOException {
    var socket = folder.resolve("clamd.ctl");
    try (var clamd = new Clamd(UnixDomainSocketAddress.of(socket))) {
      var scanner = new Scanner(URI.create("unix:" + socket), PATIENCE);
      assertThat(scan(scanner, "EICAR")).isEqualTo(ScanState.INFECTED);
    }
  }

  @Test
  void waitsForOneThatIsAway() {
    var scanner = new Scanner(URI.create("unix:" + folder.resolve("nobody")), PATIENCE);
    assertThat(scan(scanner, "a")).isEqualTo(ScanState.WAITING);
  }

  @Test
  void doesNotWaitForEverForOneThatIsSilent() throws IOException {
    try (var silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      var socket = folder.resolve("silent");
      silent.bind(UnixDomainSocketAddress.of(socket));
      var scanner = new Scanner(URI.create("unix:" + socket), Duration.ofMillis(200));
      assertThat(scan(scanner, "a")).isEqualTo(ScanState.WAITING);
    }
  }

  @Test
  void asksNobodyWhereNoneIsConfigured() {
    assertThat(scan(new Scanner(null, PATIENCE), "EICAR")).isEqualTo(ScanState.NONE);
  }

  private static ScanState scan(Scanner scanner, String content) {
    return scanner.scan(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  /** Finds the virus EICAR. */
  private static final class Clamd implements AutoCloseable {

    private final ServerSocketChannel server;

    Clamd(SocketAddress address) throws IOException {
      server =
          address instanceof UnixDomainSocketAddress
              ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
              : ServerSocketChannel.open();
      server.bind(address);
      Thread.ofVirtual().start(this::serve);
    }

    SocketAddress address() throws IOException {
      return server.getLocalAddress();
    }

    private void serve() {
      try {
        while (true) {
          try (var client = server.accept()) {
            answer(client);
          }
        }
      } catch (IOException closed) {
        assertThat(server.isOpen()).isFalse();
      }
    }

    private static void answer(SocketChannel client) throws IOException {
      assertThat(text(read(client, 10))).isEqualTo("zINSTREAM\0");
      var content = new ByteArrayOutputStream();
      int length;
      while ((length = read(client, 4).getInt()) > 0) {
        content.writeBytes(read(client, length).array());
      }
      var said = content.toString(StandardCharsets.UTF_8);
      var answer =
          said.endsWith("EICAR")
              ? "stream: Eicar-Test-Signature FOUND\0"
              : said.equals("TOO LARGE") ? "INSTREAM size limit exceeded. ERROR\0" : "stream: OK\0";
      client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
    }

    private static ByteBuffer read(SocketChannel client, int length) throws IOException {
      var bytes = ByteBuffer.allocate(length);
      while (bytes.hasRemaining() && client.read(bytes) >= 0) {}
      return bytes.flip();
    }

    private static String text(ByteBuffer bytes) {
      return StandardCharsets.US_ASCII.decode(bytes).toString();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
