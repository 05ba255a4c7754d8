package org.silian.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import org.silian.problem.Refusal;

/** A PNG with only what it takes to show it, as in {@link JpegPicture}. */
final class PngPicture {

  private static final int SIGNATURE = 8;

  private static final Set<String> SHOWN =
      Set.of(
          "IHDR", "PLTE", "IDAT", "tRNS", "cHRM", "cICP", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD",
          "pHYs", "IEND");

  private PngPicture() {}

  /**
   * @param mostPixels in millions
   * @throws Refusal {@code file.broken}, {@code file.too-many-pixels}
   */
  static byte[] cleaned(byte[] file, int mostPixels) throws IOException {
    try {
      return clean(file, mostPixels);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("cut off", e);
    }
  }

  private static byte[] clean(byte[] file, int mostPixels) throws IOException {
    var in = ByteBuffer.wrap(file);
    var out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, SIGNATURE);
    in.position(SIGNATURE);
    String type;
    do {
      int length = in.getInt();
      if (length < 0 || length > in.remaining() - SIGNATURE) {
        throw new IOException("cut off");
      }
      var typed = new byte[4 + length];
      in.get(typed);
      if ((int) crc(typed) != in.getInt()) {
        throw new IOException("check sum");
      }
      type = new String(typed, 0, 4, StandardCharsets.ISO_8859_1);
      if (type.equals("IHDR")) {
        refuseIfHuge(ByteBuffer.wrap(typed), mostPixels);
      }
      if (SHOWN.contains(type)) {
        write(out, typed);
      } else if (type.equals("eXIf")) {
        turn(out, typed);
      }
    } while (!type.equals("IEND"));
    return out.toByteArray();
  }

  private static void turn(ByteArrayOutputStream out, byte[] typed) {
    var tiff = ByteBuffer.wrap(typed, 4, typed.length - 4).slice();
    var bytes = new byte[tiff.remaining()];
    tiff.get(bytes);
    int orientation = JpegPicture.orientation(bytes);
    if (orientation != 1) {
      var kept = JpegPicture.tiff(orientation);
      write(
          out,
          ByteBuffer.allocate(4 + kept.length)
              .put("eXIf".getBytes(StandardCharsets.ISO_8859_1))
              .put(kept)
              .array());
    }
  }

  private static void refuseIfHuge(ByteBuffer header, int mostPixels) {
    long pixels = (header.getInt(4) & 0xFFFFFFFFL) * (header.getInt(8) & 0xFFFFFFFFL);
    if (pixels < 0 || pixels > mostPixels * 1_000_000L) {
      throw Refusal.ruleBroken("file.too-many-pixels").with("most", mostPixels);
    }
  }

  private static void write(ByteArrayOutputStream out, byte[] typed) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(typed.length - 4).array());
    out.writeBytes(typed);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc(typed)).array());
  }

  private static long crc(byte[] bytes) {
    var crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
