package org.silian.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrCodeTests {

  private static final String ADDRESS = "http://192.168.31.108:8080";
  private static final int SCALE = 8;

  @Test
  void aPhoneReadsTheAddressFromTheScreen() throws Exception {
    var lines = new QrCode(ADDRESS).lines();

    assertThat(new QRCodeReader().decode(photograph(lines)).getText()).isEqualTo(ADDRESS);
  }

  @Test
  void fitsASmallWindow() {
    var lines = new QrCode(ADDRESS).lines();

    assertThat(lines).hasSizeLessThan(22).allMatch(line -> line.length() <= 40);
  }

  /** White where there is ink, as on a dark screen. */
  private static BinaryBitmap photograph(List<String> lines) {
    int width = lines.getFirst().length() * SCALE;
    int height = lines.size() * 2 * SCALE;
    var pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        char character = lines.get(y / SCALE / 2).charAt(x / SCALE);
        boolean upper = y / SCALE % 2 == 0;
        boolean light = character == '█' || character == (upper ? '▀' : '▄');
        pixels[y * width + x] = light ? 0xffffff : 0;
      }
    }
    return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
  }
}
