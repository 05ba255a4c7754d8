package org.silian.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.silian.problem.Refusal;

/**
 * A JPEG with only what it takes to show it: where and when it was taken, with what, the small
 * picture inside, comments, and whatever follows its end are left out, not searched for. The pixels
 * stay as they are, bit by bit.
 */
final class JpegPicture {

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int EXIF = 0xE1;
  private static final int COLOURS = 0xE2;
  private static final int ADOBE = 0xEE;
  private static final int ORIENTATION = 0x0112;
  private static final int UPRIGHT = 1;

  private final ByteBuffer in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int mostPixels;
  private boolean framed;
  private boolean turned;

  private JpegPicture(byte[] file, int mostPixels) {
    this.in = ByteBuffer.wrap(file);
    this.mostPixels = mostPixels;
  }

  /**
   * @param mostPixels in millions
   * @throws Refusal {@code file.broken}, {@code file.too-many-pixels}
   */
  static byte[] cleaned(byte[] file, int mostPixels) throws IOException {
    try {
      return new JpegPicture(file, mostPixels).clean();
    } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("cut off", e);
    }
  }

  private byte[] clean() throws IOException {
    in.getShort();
    mark(START);
    while (true) {
      int marker = marker();
      if (marker == END) {
        mark(END);
        break;
      }
      if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
        continue;
      }
      var segment = new byte[(in.getShort() & 0xFFFF) - 2];
      in.get(segment);
      keepOrLeave(marker, segment);
      if (marker == SCAN) {
        scan();
      }
    }
    if (!framed) {
      throw new IOException("no picture");
    }
    return out.toByteArray();
  }

  private int marker() throws IOException {
    if ((in.get() & 0xFF) != 0xFF) {
      throw new IOException("no marker");
    }
    int marker;
    do {
      marker = in.get() & 0xFF;
    } while (marker == 0xFF);
    return marker;
  }

  private void keepOrLeave(int marker, byte[] segment) throws IOException {
    boolean frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) {
      refuseIfHuge(segment);
      framed = true;
    }
    if (marker == EXIF && begins(segment, "Exif\0")) {
      turn(segment);
    } else if (marker == APP0 && begins(segment, "JFIF\0")) {
      segment = Arrays.copyOf(segment, 14);
      segment[12] = 0;
      segment[13] = 0;
      keep(marker, segment);
    } else if ((marker >= 0xC0 && marker <= 0xCF)
        || (marker >= SCAN && marker <= 0xDF)
        || (marker == COLOURS && begins(segment, "ICC_PROFILE\0"))
        || (marker == ADOBE && begins(segment, "Adobe"))) {
      keep(marker, segment);
    }
  }

  private void refuseIfHuge(byte[] frame) {
    var bytes = ByteBuffer.wrap(frame);
    long pixels = (bytes.getShort(1) & 0xFFFFL) * (bytes.getShort(3) & 0xFFFFL);
    if (pixels > mostPixels * 1_000_000L) {
      throw Refusal.ruleBroken("file.too-many-pixels").with("most", mostPixels);
    }
  }

  /** Of all that a camera writes, only which way is up is kept. */
  private void turn(byte[] segment) throws IOException {
    int orientation = orientation(Arrays.copyOfRange(segment, 6, segment.length));
    if (orientation != UPRIGHT && !turned) {
      turned = true;
      var exif = new ByteArrayOutputStream();
      exif.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
      exif.writeBytes(tiff(orientation));
      keep(EXIF, exif.toByteArray());
    }
  }

  /** The orientation in TIFF data, from 1 to 8; upright where it says nothing sensible. */
  static int orientation(byte[] tiff) {
    try {
      var bytes = ByteBuffer.wrap(tiff);
      bytes.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = bytes.getInt(4);
      int entries = bytes.getShort(directory) & 0xFFFF;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + 12 * i;
        if ((bytes.getShort(entry) & 0xFFFF) == ORIENTATION) {
          int value = bytes.getShort(entry + 8);
          return value >= 1 && value <= 8 ? value : UPRIGHT;
        }
      }
    } catch (IndexOutOfBoundsException e) {
      return UPRIGHT;
    }
    return UPRIGHT;
  }

  /** TIFF data that say which way is up, and nothing else. */
  static byte[] tiff(int orientation) {
    return ByteBuffer.allocate(26)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'I')
        .put((byte) 'I')
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) ORIENTATION)
        .putShort((short) 3)
        .putInt(1)
        .putInt(orientation)
        .putInt(0)
        .array();
  }

  /** The picture itself, up to the next marker that is no part of it. */
  private void scan() {
    while (true) {
      byte b = in.get();
      if ((b & 0xFF) == 0xFF) {
        int next = in.get(in.position()) & 0xFF;
        boolean part = next == 0 || (next >= 0xD0 && next <= 0xD7);
        if (!part && next != 0xFF) {
          in.position(in.position() - 1);
          return;
        }
        if (!part) {
          continue; // fill bytes
        }
        out.write(b);
        out.write(in.get());
      } else {
        out.write(b);
      }
    }
  }

  private void keep(int marker, byte[] segment) {
    mark(marker);
    out.write((segment.length + 2) >> 8);
    out.write(segment.length + 2);
    out.writeBytes(segment);
  }

  private void mark(int marker) {
    out.write(0xFF);
    out.write(marker);
  }

  private static boolean begins(byte[] segment, String with) {
    var expected = with.getBytes(StandardCharsets.ISO_8859_1);
    return segment.length >= expected.length
        && Arrays.equals(segment, 0, expected.length, expected, 0, expected.length);
  }
}
