package org.silian.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks clamd about a content (its command INSTREAM), where one is configured. */
@Component
class Scanner {

  private static final Logger log = LoggerFactory.getLogger(Scanner.class);

  private static final int PORT = 3310;
  private static final int PIECE = 64 * 1024;

  private final @Nullable SocketAddress address;
  private final Duration patience;

  @Autowired
  Scanner(FileProperties properties) {
    this(properties.clamd(), Duration.ofSeconds(60));
  }

  Scanner(@Nullable URI clamd, Duration patience) {
    this.address = clamd == null ? null : address(clamd);
    this.patience = patience;
  }

  private static SocketAddress address(URI clamd) {
    return "unix".equals(clamd.getScheme())
        ? UnixDomainSocketAddress.of(clamd.getPath())
        : new InetSocketAddress(clamd.getHost(), clamd.getPort() < 0 ? PORT : clamd.getPort());
  }

  boolean isConfigured() {
    return address != null;
  }

  /** What it says; {@link ScanState#WAITING} where it does not answer, or not sensibly. */
  ScanState scan(InputStream content) {
    if (address == null) {
      return ScanState.NONE;
    }
    try (var channel = SocketChannel.open(family(address))) {
      // A channel knows no timeout: what takes too long is cut.
      var cut =
          CompletableFuture.runAsync(
              () -> close(channel),
              CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
      try {
        channel.connect(address);
        return said(ask(channel, content));
      } finally {
        cut.cancel(false);
      }
    } catch (IOException e) {
      log.warn("The virus scanner at {} does not answer: {}", address, e.toString());
      return ScanState.WAITING;
    }
  }

  private static StandardProtocolFamily family(SocketAddress address) {
    return address instanceof UnixDomainSocketAddress
        ? StandardProtocolFamily.UNIX
        : StandardProtocolFamily.INET;
  }

  private static String ask(SocketChannel channel, InputStream content) throws IOException {
    write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
    var piece = new byte[PIECE];
    int read;
    while ((read = content.readNBytes(piece, 0, PIECE)) > 0) {
      write(channel, ByteBuffer.allocate(4 + read).putInt(read).put(piece, 0, read).flip());
    }
    write(channel, ByteBuffer.allocate(4));
    return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
  }

  private static ScanState said(String answer) {
    var said = answer.replace("\0", "").strip();
    if (said.endsWith("FOUND")) {
      return ScanState.INFECTED;
    }
    if (said.endsWith("OK")) {
      return ScanState.CLEAN;
    }
    log.warn("The virus scanner says: {}", said);
    return ScanState.WAITING;
  }

  private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      log.debug("The connection to the virus scanner was closed already", e);
    }
  }
}
