package org.silian.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of exports, in sealed chunks, so that no node has to keep a file. */
@Component
class ExportContent {

  private static final int CHUNK = 256 * 1024;
  private static final String CONTENT = "exchange_chunk.content";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  ExportContent(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** Writes a file; every full chunk is there at once. */
  OutputStream writing(UUID id) {
    return new OutputStream() {
      private final byte[] buffer = new byte[CHUNK];
      private int filled;
      private int number;

      @Override
      public void write(int b) {
        buffer[filled++] = (byte) b;
        if (filled == CHUNK) {
          put();
        }
      }

      @Override
      public void write(byte[] bytes, int from, int length) {
        int done = 0;
        while (done < length) {
          int n = Math.min(length - done, CHUNK - filled);
          System.arraycopy(bytes, from + done, buffer, filled, n);
          filled += n;
          done += n;
          if (filled == CHUNK) {
            put();
          }
        }
      }

      @Override
      public void close() {
        if (filled > 0) {
          put();
        }
      }

      private void put() {
        var content = Base64.getEncoder().encodeToString(Arrays.copyOf(buffer, filled));
        jdbc.sql(
                """
                insert into exchange_chunk (export_id, number, content)
                select id, ?, ? from exchange_export where id = ?""")
            .params(number++, cipher.encrypt(CONTENT, content), id)
            .update();
        filled = 0;
      }
    };
  }

  /** Reads a file, one chunk at a time. */
  InputStream reading(UUID id) {
    return new InputStream() {
      private InputStream chunk = InputStream.nullInputStream();
      private int number;

      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        for (; ; ) {
          int n = chunk.read(bytes, from, length);
          if (n >= 0) {
            return n;
          }
          var next = chunk(id, number++);
          if (next.isEmpty()) {
            return -1;
          }
          chunk = new ByteArrayInputStream(next.get());
        }
      }
    };
  }

  private Optional<byte[]> chunk(UUID id, int number) {
    return jdbc.sql("select content from exchange_chunk where export_id = ? and number = ?")
        .params(id, number)
        .query((row, n) -> Base64.getDecoder().decode(cipher.decrypt(CONTENT, row.getBytes(1))))
        .optional();
  }
}
