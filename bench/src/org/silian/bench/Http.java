package org.silian.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection, kept as long as the server keeps it, that costs next to nothing: on two
 * cores a comfortable client would be most of what is measured.
 */
final class Http implements AutoCloseable {

  private final URI address;
  private Socket socket;
  private InputStream in;
  private OutputStream out;

  Http(URI address) throws IOException {
    this.address = address;
    open();
  }

  private void open() throws IOException {
    socket = new Socket(address.getHost(), address.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
  }

  /** An answer: its status and its body. */
  record Answer(int status, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** The bytes of a request, made once and sent often. */
  static byte[] request(String method, URI address, String path, String headers, String body) {
    var content = body.getBytes(StandardCharsets.UTF_8);
    var head =
        "%s %s HTTP/1.1\r\nHost: %s:%d\r\n%s"
            .formatted(method, path, address.getHost(), address.getPort(), headers);
    if (content.length > 0) {
      head += "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n";
    }
    return (head + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  Answer send(byte[] request) throws IOException {
    out.write(request);
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = -1;
    boolean chunked = false;
    boolean last = false;
    for (var header = line(); !header.isEmpty(); header = line()) {
      var lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.contains("chunked");
      } else if (lower.equals("connection: close")) {
        last = true;
      }
    }
    var answer = new Answer(status, chunked ? chunks() : in.readNBytes(Math.max(length, 0)));
    if (last) {
      close();
      open();
    }
    return answer;
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line().strip(), 16);
      body.write(in.readNBytes(size));
      line();
      if (size == 0) {
        return body.toByteArray();
      }
    }
  }

  private String line() throws IOException {
    var text = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The server has closed the connection");
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
