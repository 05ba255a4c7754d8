package org.silian.launch;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A QR code in characters of two modules each, one above the other. Ink is a light module, as on a
 * dark screen.
 */
final class QrCode {

  private static final int QUIET_ZONE = 4;

  private final BitMatrix modules;

  QrCode(String text) {
    try {
      this.modules =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.CHARACTER_SET, "UTF-8"));
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a QR code: " + text, e);
    }
  }

  List<String> lines() {
    return IntStream.range(0, (modules.getHeight() + 1) / 2).mapToObj(this::line).toList();
  }

  private String line(int row) {
    return IntStream.range(0, modules.getWidth())
        .mapToObj(x -> character(isLight(x, 2 * row), isLight(x, 2 * row + 1)))
        .reduce("", String::concat);
  }

  private static String character(boolean upper, boolean lower) {
    if (upper) {
      return lower ? "█" : "▀";
    }
    return lower ? "▄" : " ";
  }

  private boolean isLight(int x, int y) {
    return y >= modules.getHeight() || !modules.get(x, y);
  }
}
